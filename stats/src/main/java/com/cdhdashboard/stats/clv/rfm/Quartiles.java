package com.cdhdashboard.stats.clv.rfm;

import com.cdhdashboard.stats.moments.Quantiles;
import java.util.Arrays;

/** The three values that part others into four quarters; {@code NaN} where there were no values. */
public record Quartiles(double first, double median, double third) {
    /** Quartiles of type 7 (see {@link Quantiles#type7}) of values in any order, none of them {@code NaN}. */
    public static Quartiles of(double[] values) {
        double[] ascending = values.clone();
        Arrays.parallelSort(ascending);
        if (ascending.length > 0 && Double.isNaN(ascending[ascending.length - 1])) {
            throw new IllegalArgumentException("quartiles need numbers, not NaN");
        }
        return new Quartiles(
                Quantiles.type7(ascending, 0.25), Quantiles.type7(ascending, 0.5), Quantiles.type7(ascending, 0.75));
    }

    /**
     * 1 and how many of the three the value exceeds: from 1 to 4. Where many values are equal some scores are given to
     * nobody: of seven 0s, 1, 2, 3 the 0s score 1 and the others 4.
     */
    public int score(double value) {
        return 1 + (value > first ? 1 : 0) + (value > median ? 1 : 0) + (value > third ? 1 : 0);
    }
}
