package com.cdhdashboard.stats.sketch;

/** The bits of doubles as whole numbers that sort as the doubles do. */
final class SortableBits {
    private SortableBits() {}

    static long of(double value) {
        return flip(Double.doubleToLongBits(value));
    }

    static double toDouble(long bits) {
        return Double.longBitsToDouble(flip(bits));
    }

    /** Of a negative double more magnitude means less, so its other bits are turned. */
    private static long flip(long bits) {
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }
}
