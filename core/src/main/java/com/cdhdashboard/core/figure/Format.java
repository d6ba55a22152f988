package com.cdhdashboard.core.figure;

/** The kind of value, which decides how it is written. */
public enum Format {
    PERCENT,
    /** A measure from 0 to 1 that is no share of a count, such as an area under a curve. */
    INDEX,
    COUNT,
    MONEY,
    NUMBER,
    P_VALUE,
    RATIO,
    /** No number but words. */
    TEXT,
    /** No number but rows of them. */
    TABLE;

    public boolean isNumber() {
        return this != TEXT && this != TABLE;
    }
}
