package com.cdhdashboard.assistant.provider.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives up where more comes than is allowed. */
final class LimitedStream extends FilterInputStream {
    private final Runnable tooLarge;
    private long left;

    /** @param tooLarge told before reading fails */
    LimitedStream(InputStream in, long most, Runnable tooLarge) {
        super(in);
        this.left = most;
        this.tooLarge = tooLarge;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            tooLarge.run();
            throw new IOException("too large");
        }
    }
}
