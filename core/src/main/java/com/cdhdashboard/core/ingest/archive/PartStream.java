package com.cdhdashboard.core.ingest.archive;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** Rows on their way into parts. */
final class PartStream extends OutputStream {
    private final PartWriter writer;
    private final Counting counting;

    /** Is told of each piece before it is written. */
    @FunctionalInterface
    interface Counting {
        void count(int bytes) throws IOException;
    }

    PartStream(PartWriter writer, Counting counting) {
        this.writer = writer;
        this.counting = counting;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        counting.count(length);
        try {
            writer.write(bytes, from, from + length);
        } catch (InterruptedException e) {
            // Passed on as what readers of streams know; Unpacking makes it an interrupt again
            InterruptedIOException interrupted = new InterruptedIOException("the import was ended");
            interrupted.initCause(e);
            throw interrupted;
        }
    }
}
