package com.cdhdashboard.core.ingest.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The content of a file of gzip streams, one after the other. Zeros behind the last are passed over, as copies by blocks
 * leave them; anything else there is damage.
 */
final class GzipStreams extends InputStream {
    private static final int FIRST_BYTE = 0x1F;
    private static final int SECOND_BYTE = 0x8B;

    private final BufferedInputStream file;
    private final int bufferBytes;
    private InputStream stream;
    private boolean ended;

    GzipStreams(InputStream file, int bufferBytes) throws IOException {
        this.file = new BufferedInputStream(file, bufferBytes);
        this.bufferBytes = bufferBytes;
        this.stream = opened();
    }

    // Alone, as the library takes zeros behind its streams for damage
    private InputStream opened() throws IOException {
        return GzipCompressorInputStream.builder()
                .setInputStream(file)
                .setDecompressConcatenated(false)
                .setBufferSize(bufferBytes)
                .get();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int read = stream.read(target, offset, length);
            if (read > 0) {
                return read;
            }
            ended = !next();
        }
        return -1;
    }

    /** Whether another stream follows; at the end of the file, or of its padding, none does. */
    private boolean next() throws IOException {
        file.mark(2);
        int first = file.read();
        if (first == FIRST_BYTE && file.read() == SECOND_BYTE) {
            file.reset();
            stream = opened();
            return true;
        }
        while (first == 0) {
            first = file.read();
        }
        if (first >= 0) {
            throw new IOException("behind the end of the gzip data follow bytes that are not of it");
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
