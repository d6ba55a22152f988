package com.cdhdashboard.core.ingest.format;

/** Finds line feeds in bytes. */
public final class LineEnds {
    private LineEnds() {}

    /** The place of the first line feed in {@code [from, to)}, or -1. */
    public static int first(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at < to ? at : -1;
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
        for (int at = from; at < to; at++) {
            count += bytes[at] == '\n' ? 1 : 0;
        }
        return count;
    }
}
