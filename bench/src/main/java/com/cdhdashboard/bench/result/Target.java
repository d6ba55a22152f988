package com.cdhdashboard.bench.result;

import java.util.Locale;

/** The value to be reached. */
public record Target(Direction direction, double limit) {
    /** On which side of the limit values are good. */
    public enum Direction {
        AT_LEAST(">="),
        AT_MOST("<=");

        private final String symbol;

        Direction(String symbol) {
            this.symbol = symbol;
        }
    }

    public Target {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("a target is above 0: " + limit);
        }
    }

    public static Target atLeast(double limit) {
        return new Target(Direction.AT_LEAST, limit);
    }

    public static Target atMost(double limit) {
        return new Target(Direction.AT_MOST, limit);
    }

    public boolean met(double value) {
        return direction == Direction.AT_LEAST ? value >= limit : value <= limit;
    }

    String format(Unit unit) {
        return direction.symbol + " " + unit.format(limit);
    }

    /** {@code met}, or by how much of the limit it is missed. */
    String verdict(double value) {
        return met(value)
                ? "met"
                : String.format(Locale.ROOT, "missed by %.0f %%", Math.ceil(100 * Math.abs(value - limit) / limit));
    }
}
