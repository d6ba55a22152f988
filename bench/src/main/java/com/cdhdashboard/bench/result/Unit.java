package com.cdhdashboard.bench.result;

import java.util.Locale;

/** What values are in. */
public enum Unit {
    ROWS_PER_SECOND("rows/s", 0),
    MEGABYTES("MB", 0),
    SECONDS("s", 2),
    MILLISECONDS("ms", 1),
    MICROSECONDS("us", 1);

    private final String symbol;
    private final int decimals;

    Unit(String symbol, int decimals) {
        this.symbol = symbol;
        this.decimals = decimals;
    }

    public String symbol() {
        return symbol;
    }

    /** The number as people read it, without the symbol. */
    String format(double value) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** As {@link #format}; a whole number is a count and has no decimals. */
    String formatDetail(Number value) {
        return value instanceof Integer ? String.format(Locale.ROOT, "%,d", value) : format(value.doubleValue());
    }
}
