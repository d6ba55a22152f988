package com.cdhdashboard.core.config.read;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** How messages show values. */
public final class Found {
    private static final int LONGEST = 60;

    private Found() {}

    /** A value as a message quotes it. */
    public static String show(Object value) {
        if (value instanceof TomlArray) {
            return "a list";
        }
        if (value instanceof TomlTable) {
            return "a table";
        }
        return value instanceof String text ? quote(text) : String.valueOf(value);
    }

    /** Text in quotes, shortened where long. */
    public static String quote(String text) {
        boolean whole = text.codePointCount(0, text.length()) <= LONGEST;
        String shown = whole ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
        return '"' + escape(shown) + '"';
    }

    public static String quoteAll(Collection<String> words) {
        return words.stream().map(Found::quote).collect(Collectors.joining(", "));
    }

    /** How text would be written as a value: the shortest TOML string that needs no escapes, if there is one. */
    static String asToml(String text) {
        if (!text.contains("\"") && !text.contains("\\") && !text.contains("\n")) {
            return '"' + text + '"';
        }
        if (!text.contains("'''") && !text.endsWith("'")) {
            return "'''" + text + "'''";
        }
        return '"' + escape(text) + '"';
    }

    /** As TOML does, but letters of all alphabets stay readable. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\').appendCodePoint(c);
            } else if (c == '\n') {
                escaped.append("\\n");
            } else if (c == '\t') {
                escaped.append("\\t");
            } else if (Character.isISOControl(c)) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
