package com.cdhdashboard.core.report.data;

import java.util.stream.IntStream;

/** Round edges for the bins of a histogram: multiples of 1, 2 or 5 times a power of ten. */
public final class BinEdges {
    private static final int MOST_BINS = 40;

    private BinEdges() {}

    /**
     * Ascending edges around the range, one more than there are bins; one bin around a single value, or around values too
     * close together for numbers to tell apart.
     */
    public static double[] of(double low, double high) {
        double width = width((high - low) / MOST_BINS);
        double first = Math.floor(low / width);
        double last = Math.ceil(high / width);
        boolean apart = high > low && first * width < (first + 1) * width && last - first <= 2 * MOST_BINS;
        if (!apart) {
            return around(low);
        }
        return IntStream.rangeClosed(0, (int) (last - first))
                .mapToDouble(place -> (first + place) * width)
                .toArray();
    }

    private static double[] around(double value) {
        double half = value == 0 ? 0.5 : Math.pow(10, Math.floor(Math.log10(Math.abs(value)))) / 2;
        return new double[] {value - half, value + half};
    }

    private static double width(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double factor = least / power;
        return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
    }
}
