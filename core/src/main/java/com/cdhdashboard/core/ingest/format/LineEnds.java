package com.cdhdashboard.core.ingest.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds line feeds in bytes, eight at a time, as every unpacked byte passes here. */
public final class LineEnds {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_FEEDS = 0x0A0A_0A0A_0A0A_0A0AL;
    private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;

    private LineEnds() {}

    /** The place of the first line feed in {@code [from, to)}, or -1. */
    public static int first(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long hits = hits((long) LONGS.get(bytes, at));
            if (hits != 0) {
                return at + Long.numberOfTrailingZeros(hits) / Byte.SIZE;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    /** The place of the last line feed in {@code [from, to)}, or -1. */
    public static int last(byte[] bytes, int from, int to) {
        int at = to - 1;
        while (at >= from && bytes[at] != '\n') {
            at--;
        }
        return at >= from ? at : -1;
    }

    /** The number of line feeds in {@code [from, to)}. */
    public static int count(byte[] bytes, int from, int to) {
        int count = 0;
        int at = from;
        for (; at <= to - 2 * Long.BYTES; at += 2 * Long.BYTES) {
            long left = hits((long) LONGS.get(bytes, at));
            long right = hits((long) LONGS.get(bytes, at + Long.BYTES));
            // Lines are long, and without the second compiler a count of bits takes longer than all the rest
            if ((left | right) != 0) {
                count += Long.bitCount(left) + Long.bitCount(right);
            }
        }
        for (; at < to; at++) {
            count += bytes[at] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** The highest bit of each byte that is a line feed: adding 0x7F to seven bits carries unless they are all zero. */
    private static long hits(long eight) {
        long zeroes = eight ^ LINE_FEEDS;
        return ~(((zeroes & LOW_BITS) + LOW_BITS) | zeroes | LOW_BITS);
    }
}
