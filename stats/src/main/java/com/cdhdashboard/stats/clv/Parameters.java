package com.cdhdashboard.stats.clv;

/** The condition all parameters of the models share. */
final class Parameters {
    private Parameters() {}

    static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite: " + value);
        }
    }
}
