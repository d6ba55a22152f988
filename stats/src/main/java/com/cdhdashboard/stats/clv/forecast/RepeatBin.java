package com.cdhdashboard.stats.clv.forecast;

/**
 * Customers with one number of repeats, or with that number and more.
 *
 * @param repeats the number
 * @param open whether more repeats are in here too
 */
public record RepeatBin(int repeats, boolean open) {
    /** Numbers from here on are one bin. */
    static final int LAST = 7;

    static RepeatBin of(int bin) {
        return new RepeatBin(bin, bin == LAST);
    }

    static int binOf(int repeats) {
        return Math.min(LAST, repeats);
    }
}
