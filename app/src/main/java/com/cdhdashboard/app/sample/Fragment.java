package com.cdhdashboard.app.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** A piece of a JSON line that is the same in many rows, encoded once. */
final class Fragment {
    private final byte[] utf8;

    private Fragment(byte[] utf8) {
        this.utf8 = utf8;
    }

    static Fragment of(String json) {
        return new Fragment(json.getBytes(UTF_8));
    }

    /** The text {@code "name":"value",} with the value escaped; a null value becomes JSON null. */
    static String member(String name, @Nullable String value) {
        return '"' + name + "\":" + (value == null ? "null" : '"' + escape(value) + '"') + ',';
    }

    int length() {
        return utf8.length;
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(utf8, 0, target, offset, utf8.length);
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
