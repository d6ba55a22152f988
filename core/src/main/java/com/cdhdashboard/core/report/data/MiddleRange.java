package com.cdhdashboard.core.report.data;

import java.util.Arrays;
import java.util.function.Function;

/**
 * The range of the middle 98 % of some values, found by counting in ever narrower bins.
 *
 * @param low at most the 1st percentile, and less than a bin below it
 * @param high at least the 99th percentile, and less than a bin above it
 */
public record MiddleRange(double low, double high) {
    private static final int BINS = 200;
    private static final double TAIL = 0.01;
    /** A range this small a part of the one counted in is known too coarsely, so it is counted again. */
    private static final double COARSE = 0.25;

    private static final int MOST_ROUNDS = 8;

    /**
     * The range within these limits.
     *
     * @param histogram counts values between edges, in rows with {@code bin} and {@code count}
     */
    public static MiddleRange of(Function<double[], ScoredRows> histogram, double low, double high) {
        MiddleRange range = new MiddleRange(low, high);
        double below = 0;
        double total = Double.NaN;
        for (int round = 0; round < MOST_ROUNDS && range.high > range.low; round++) {
            double[] edges = range.edges();
            double[] counts = counts(histogram.apply(edges));
            total = round == 0 ? Arrays.stream(counts).sum() : total;
            int first = binOf(counts, TAIL * total - below);
            int last = binOf(counts, (1 - TAIL) * total - below);
            for (int bin = 0; bin < first; bin++) {
                below += counts[bin];
            }
            double width = range.high - range.low;
            range = new MiddleRange(edges[first], edges[last + 1]);
            if (range.high - range.low > COARSE * width) {
                break;
            }
        }
        return range;
    }

    private double[] edges() {
        double[] edges = new double[BINS + 1];
        Arrays.setAll(edges, place -> low + (high - low) * place / BINS);
        edges[BINS] = high;
        return edges;
    }

    private static double[] counts(ScoredRows bins) {
        double[] counts = new double[BINS];
        for (int row = 0; row < bins.size(); row++) {
            counts[(int) bins.number(row, "bin")] += bins.number(row, "count");
        }
        return counts;
    }

    /** The bin that holds the value with so many values up to it. */
    private static int binOf(double[] counts, double rank) {
        double upTo = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            upTo += counts[bin];
            if (upTo > 0 && upTo >= rank) {
                return bin;
            }
        }
        return counts.length - 1;
    }
}
