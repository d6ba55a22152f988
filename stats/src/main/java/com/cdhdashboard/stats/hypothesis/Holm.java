package com.cdhdashboard.stats.hypothesis;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's step-down correction for looking at several p-values at once. */
public final class Holm {
    private Holm() {}

    /**
     * Adjusted p-values in the order given, each at most 1: with the m values ascending, the i-th is the largest of
     * (m−j+1)·pⱼ over j ≤ i. It holds the chance of any false alarm without asking for independence.
     *
     * <p>{@code NaN} marks a test that could not be made: it stays and does not count. Source: S. Holm, Scandinavian
     * Journal of Statistics 6 (1979) 65-70.
     */
    public static double[] adjust(double... pValues) {
        int[] ascending = IntStream.range(0, pValues.length)
                .filter(i -> !Double.isNaN(pValues[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] adjusted = pValues.clone();
        double largest = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            double p = pValues[ascending[rank]];
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("not a p-value: " + p);
            }
            largest = Math.max(largest, Math.min(1, (ascending.length - rank) * p));
            adjusted[ascending[rank]] = largest;
        }
        return adjusted;
    }
}
