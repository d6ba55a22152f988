package com.cdhdashboard.core.ingest.row;

import com.cdhdashboard.core.ingest.format.Part;

/** The bytes of one row as they stand in the file. No record, as those compare arrays by identity. */
final class RawRow {
    private final long number;
    private final byte[] bytes;
    private final boolean tooLong;

    RawRow(long number, byte[] bytes, boolean tooLong) {
        this.number = number;
        this.bytes = bytes;
        this.tooLong = tooLong;
    }

    /** Place of the row in its file, from 1; blank lines count. */
    long number() {
        return number;
    }

    /** Not to be changed; the beginning only, where the row is too long. */
    byte[] bytes() {
        return bytes;
    }

    /** Whether the row is longer than {@link Part#MAX_ROW_BYTES}. */
    boolean tooLong() {
        return tooLong;
    }
}
