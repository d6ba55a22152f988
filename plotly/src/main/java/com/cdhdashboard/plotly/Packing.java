package com.cdhdashboard.plotly;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Makes files as small as they can be sent. It takes seconds, so it is done while the program is built. */
final class Packing {
    private static final int SMALLEST = 11;
    private static final int WINDOW = 22;

    private Packing() {}

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new Gzip(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /** By Brotli, which is native code; absent where there is none for the machine that builds. */
    static Optional<byte[]> brotli(byte[] bytes) throws IOException {
        if (!Brotli4jLoader.isAvailable()) {
            return Optional.empty();
        }
        return Optional.of(Encoder.compress(
                bytes, new Encoder.Parameters().setQuality(SMALLEST).setWindow(WINDOW)));
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
