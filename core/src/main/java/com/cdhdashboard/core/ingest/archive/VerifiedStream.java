package com.cdhdashboard.core.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The bytes of a zip member; its end is only reached when length and checksum are what the archive says. */
final class VerifiedStream extends InputStream {
    private final InputStream in;
    private final long expectedBytes;
    private final long expectedChecksum;
    private final CRC32 checksum = new CRC32();
    private long bytes;

    VerifiedStream(InputStream in, long expectedBytes, long expectedChecksum) {
        this.in = in;
        this.expectedBytes = expectedBytes;
        this.expectedChecksum = expectedChecksum;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            checksum.update(target, offset, read);
            bytes += read;
        }
        if (bytes > expectedBytes || (read < 0 && bytes < expectedBytes)) {
            throw new IOException("its length is not the " + expectedBytes + " bytes the archive says");
        }
        if (read < 0 && checksum.getValue() != expectedChecksum) {
            throw new IOException("its checksum is not the one in the archive");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
