package com.cdhdashboard.testdata;

import java.util.Arrays;

/** Statistics by their definition, of rows that are all at hand: what tests compare the engine's with. */
public final class Definitions {
    private Definitions() {}

    /** Σx/n. */
    public static double mean(double... values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Σ(x − mean)². */
    public static double squares(double... values) {
        double mean = mean(values);
        return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    }

    /**
     * Linear between order statistics: type 7 of Hyndman and Fan, The American Statistician 50 (1996) 361-365; {@code NaN}
     * for no values.
     */
    public static double quantile(double[] ascending, double share) {
        if (ascending.length == 0) {
            return Double.NaN;
        }
        double place = share * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        double part = place - below;
        return ascending[below] == ascending[above]
                ? ascending[below]
                : ascending[below] * (1 - part) + ascending[above] * part;
    }
}
