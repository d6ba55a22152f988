package com.cdhdashboard.core.ingest.format;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes as they come, told as 64 lower-case hexadecimal digits. */
public final class Sha256 {
    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static String of(byte[] bytes) {
        Sha256 sha256 = new Sha256();
        sha256.update(bytes, 0, bytes.length);
        return sha256.hex();
    }

    public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /** A stream of which all bytes are taken in on their way. */
    public OutputStream ofAllTo(OutputStream out) {
        return new DigestOutputStream(out, digest);
    }

    /** The digits of all bytes so far; the next byte is the first of another content. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
