package com.cdhdashboard.stats.clv.forecast;

import com.cdhdashboard.stats.clv.BgNbd;
import com.cdhdashboard.stats.clv.history.PurchaseHistories;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Actual against expected numbers of customers by their repeats, 0 to 6, 7 and more, on the data a model was fitted on.
 *
 * @param bins all eight; their expected numbers sum to all customers
 */
public record RepeatCountCheck(List<Bin> bins) {
    public RepeatCountCheck {
        bins = List.copyOf(bins);
    }

    public record Bin(RepeatBin repeats, long customers, double expected) {}

    /** The probability of n repeat purchases in the time t, as {@link BgNbd#probabilityOf}. */
    @FunctionalInterface
    public interface RepeatProbability {
        double of(int repeats, double t);
    }

    /** A customer observed for T is expected to have n repeats with the probability P(X(T) = n). */
    public static RepeatCountCheck of(RepeatProbability probability, PurchaseHistories histories) {
        long[] customers = new long[RepeatBin.LAST + 1];
        double[] expected = new double[RepeatBin.LAST + 1];
        Map<Double, Long> observed = new TreeMap<>();
        for (int group = 0; group < histories.groups(); group++) {
            customers[RepeatBin.binOf(histories.repeats(group))] += histories.customers(group);
            observed.merge(histories.observed(group), histories.customers(group), Long::sum);
        }
        observed.forEach((t, number) -> addExpected(probability, t, number, expected));
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin <= RepeatBin.LAST; bin++) {
            bins.add(new Bin(RepeatBin.of(bin), customers[bin], expected[bin]));
        }
        return new RepeatCountCheck(bins);
    }

    private static void addExpected(RepeatProbability probability, double t, long customers, double[] expected) {
        double rest = 1;
        for (int repeats = 0; repeats < RepeatBin.LAST; repeats++) {
            double share = probability.of(repeats, t);
            expected[repeats] += customers * share;
            rest -= share;
        }
        expected[RepeatBin.LAST] += customers * Math.max(0, rest);
    }
}
