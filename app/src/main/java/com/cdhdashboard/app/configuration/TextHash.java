package com.cdhdashboard.app.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cdhdashboard.core.ingest.format.Sha256;

/** Tells texts apart by SHA-256. */
public final class TextHash {
    private TextHash() {}

    public static String of(String text) {
        return Sha256.of(text.getBytes(UTF_8));
    }
}
