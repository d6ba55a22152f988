package com.cdhdashboard.app.view;

import com.cdhdashboard.core.ingest.format.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A file for the browser, plain and compressed; the hash of its content is part of its address. */
public final class Asset {
    private final String contentType;
    private final byte[] plain;
    private final byte[] compressed;
    private final String hash;

    private Asset(String contentType, byte[] plain) {
        this.contentType = contentType;
        this.plain = plain;
        this.compressed = gzip(plain);
        this.hash = hash(plain);
    }

    static Asset of(String contentType, byte[] plain) {
        return new Asset(contentType, plain);
    }

    public String contentType() {
        return contentType;
    }

    public String hash() {
        return hash;
    }

    /** The bytes to send; not to be changed. */
    public byte[] bytes(boolean gzip) {
        return gzip ? compressed : plain;
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
