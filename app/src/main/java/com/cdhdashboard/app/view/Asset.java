package com.cdhdashboard.app.view;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.ingest.format.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A file for the browser, plain and packed in several ways; the hash of its content is part of its address. */
public final class Asset {
    private final String contentType;
    private final Map<Coding, byte[]> forms;
    private final String hash;

    private Asset(String contentType, byte[] plain, Map<Coding, byte[]> packed) {
        this.contentType = contentType;
        this.forms = new EnumMap<>(packed);
        this.forms.put(Coding.PLAIN, plain);
        this.hash = hash(plain);
    }

    static Asset of(String contentType, byte[] plain) {
        return new Asset(contentType, plain, Map.of(Coding.GZIP, gzip(plain)));
    }

    /** A file that was packed as the program was built. */
    static Asset packed(String contentType, byte[] plain, Map<Coding, byte[]> packed) {
        return new Asset(contentType, plain, packed);
    }

    public String contentType() {
        return contentType;
    }

    public String hash() {
        return hash;
    }

    /** The smallest form that a browser takes, by what it says it accepts. */
    public Coding smallest(String accepted) {
        return Coding.accepted(accepted).stream()
                .filter(forms::containsKey)
                .min(Comparator.comparingInt(coding -> bytes(coding).length))
                .orElse(Coding.PLAIN);
    }

    /** The bytes to send, in a form that there is; not to be changed. */
    public byte[] bytes(Coding coding) {
        return requireNonNull(forms.get(coding), coding.name());
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String hash(byte[] bytes) {
        return Sha256.of(bytes).substring(0, 16);
    }
}
