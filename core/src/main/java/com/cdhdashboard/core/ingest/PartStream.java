package com.cdhdashboard.core.ingest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** Rows on their way into parts, counted against the limits of their file, as a few bytes can be made to give many. */
final class PartStream extends OutputStream {
    private final PartWriter writer;
    private final Meter meter;

    PartStream(PartWriter writer, Meter meter) {
        this.writer = writer;
        this.meter = meter;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        meter.converted(length);
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
