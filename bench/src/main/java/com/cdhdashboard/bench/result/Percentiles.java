package com.cdhdashboard.bench.result;

import java.util.Arrays;

/**
 * Percentiles of a sample by nearest rank: the smallest value that at least {@code p} percent of the values do not
 * exceed. Always a value that was measured, never one between two.
 */
public final class Percentiles {
    private final double[] sorted;

    /** In any unit; the order does not matter. */
    public Percentiles(double... values) {
        if (!(values.length > 0 && Arrays.stream(values).allMatch(Double::isFinite))) {
            throw new IllegalArgumentException("at least one value is needed, and all must be finite");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    public int count() {
        return sorted.length;
    }

    /**
     * The value at a percentage above 0 and up to 100.
     *
     * @throws IllegalArgumentException for any other percentage
     */
    public double at(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentile lies above 0 and up to 100: " + percent);
        }
        return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
    }

    /** The middle value; of an even number the mean of both in the middle. */
    public double median() {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    public double min() {
        return sorted[0];
    }

    public double max() {
        return sorted[sorted.length - 1];
    }
}
