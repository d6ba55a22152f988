package com.cdhdashboard.core.ingest.archive;

import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.BooleanSupplier;

/** Counts what comes out of one file against the limits, and stops reading when the import is to end. */
final class UnpackGuard {
    private static final long NO_BUDGET = Long.MAX_VALUE;

    private final SourceFile file;
    private final UnpackLimits limits;
    private final BooleanSupplier cancelled;
    private long bytes;
    private int members;
    private long headerBudget = NO_BUDGET;
    private long headerLimit = NO_BUDGET;

    UnpackGuard(SourceFile file, UnpackLimits limits, BooleanSupplier cancelled) {
        this.file = file;
        this.limits = limits;
        this.cancelled = cancelled;
    }

    /** The stream with each of its bytes counted; skipping counts too. */
    InputStream count(InputStream in) {
        return new Counted(in);
    }

    void member() {
        members(1);
    }

    void members(int more) {
        members = Math.addExact(members, more);
        if (!(members <= limits.maxMembers())) {
            throw Refusal.members(file.name(), limits.maxMembers());
        }
    }

    /** Refuses at once what is declared to go beyond the limit; what comes out is counted all the same. */
    void declared(long more) {
        if (!(more <= limits.maxBytes() - bytes)) {
            throw Refusal.bytes(file.name(), limits.maxBytes());
        }
    }

    void requireNesting(int level, String archive, String member) {
        if (!(level <= limits.maxNesting())) {
            throw Refusal.nested(archive, member);
        }
    }

    /** Until {@link #endHeader}, at most so many bytes may be read: readers of headers hold them in memory. */
    void beginHeader(long limit) {
        headerBudget = limit;
        headerLimit = limit;
    }

    void endHeader() {
        headerBudget = NO_BUDGET;
    }

    /** Counts what a conversion writes. */
    void converted(int written) throws InterruptedIOException {
        requireWanted();
        add(written);
    }

    private void add(int read) {
        bytes += read;
        headerBudget -= read;
        if (!(headerBudget >= 0)) {
            throw Refusal.header(file.name(), headerLimit);
        }
        if (!(bytes <= limits.maxBytes())) {
            throw Refusal.bytes(file.name(), limits.maxBytes());
        }
        if (!(bytes <= UnpackLimits.RATIO_FROM_BYTES || bytes / limits.maxRatio() <= file.size())) {
            throw Refusal.ratio(file.name(), limits.maxRatio());
        }
    }

    private void requireWanted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted() || cancelled.getAsBoolean()) {
            throw new InterruptedIOException("the import was cancelled");
        }
    }

    private final class Counted extends InputStream {
        private final InputStream in;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            requireWanted();
            int read = in.read(target, offset, length);
            if (read > 0) {
                add(read);
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
