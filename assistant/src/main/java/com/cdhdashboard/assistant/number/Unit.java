package com.cdhdashboard.assistant.number;

/** What stands behind the digits of a number, and says what they count. */
enum Unit {
    NONE(0),
    PERCENT(2),
    /** Percentage points: the difference of two shares. */
    POINTS(2),
    PERMILLE(3),
    BASIS_POINTS(4),
    /** Twice, three times, 2x. */
    TIMES(0),
    /** Half, two thirds: a share in words. */
    FRACTION(0),
    /** 1st, 2nd: a place in an order. */
    PLACE(0),
    /** Dozens, thousands of: nobody can say of which number. */
    VAGUE(0);

    private final int shift;

    Unit(int shift) {
        this.shift = shift;
    }

    /** By how many places a share is moved to be written in it. */
    int shift() {
        return shift;
    }

    boolean isShare() {
        return shift > 0;
    }
}
