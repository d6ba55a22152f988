package com.cdhdashboard.stats.hypothesis;

import static java.util.Objects.requireNonNull;

/**
 * Fisher's exact test of equal rates of two groups, for counts too small for the chi-square distribution.
 *
 * <p>Given all four margins, the successes of the first group are hypergeometric. The probabilities are walked from
 * their largest outwards by their ratios, so that nothing overflows and only the outcomes that matter are visited: the
 * time grows with the standard deviation, not with the counts.
 */
public record FisherExactTest(Proportion first, Proportion second) {
    /** Outcomes that are equally likely but for rounding count as equally likely (as R's fisher.test has it). */
    private static final double TIE = 1 + 1e-7;
    /** Outcomes less likely than this share of the one observed do not change the p-value. */
    private static final double NEGLIGIBLE = 1e-20;

    public FisherExactTest {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
    }

    /**
     * The two-sided p-value: the probability of all outcomes that are at most as likely as the one observed.
     *
     * <p>{@code NaN} when a group is empty or one outcome does not occur; 0 where the outcome observed is less than
     * 1e-300 times as likely as the likeliest.
     */
    public double pValue() {
        if (!ContingencyTable.of(first, second).isTestable()) {
            return Double.NaN;
        }
        double observed = observedWeight();
        if (observed == 0) {
            return 0;
        }
        Sums sums = new Sums(observed);
        long mode = mode();
        sums.add(1);
        double weight = 1;
        for (long x = mode; weight > observed * NEGLIGIBLE && x < highest(); x++) {
            weight *= ratio(x);
            sums.add(weight);
        }
        weight = 1;
        for (long x = mode; weight > observed * NEGLIGIBLE && x > lowest(); x--) {
            weight /= ratio(x - 1);
            sums.add(weight);
        }
        return Math.min(1, sums.unlikely / sums.all);
    }

    /** The probability of the outcome observed relative to the likeliest one. */
    private double observedWeight() {
        double weight = 1;
        for (long x = mode(); weight > 0 && x < first.successes(); x++) {
            weight *= ratio(x);
        }
        for (long x = mode(); weight > 0 && x > first.successes(); x--) {
            weight /= ratio(x - 1);
        }
        return weight;
    }

    /** How much likelier x+1 successes in the first group are than x. */
    private double ratio(long x) {
        double successes = first.plus(second).successes();
        double n1 = first.trials();
        double n2 = second.trials();
        return (successes - x) / (x + 1) * ((n1 - x) / (n2 - successes + x + 1));
    }

    private long mode() {
        Proportion total = first.plus(second);
        double mode = (total.successes() + 1.0) / (total.trials() + 2.0) * (first.trials() + 1.0);
        return Math.max(lowest(), Math.min(highest(), (long) mode));
    }

    private long lowest() {
        return Math.max(0, first.plus(second).successes() - second.trials());
    }

    private long highest() {
        return Math.min(first.trials(), first.plus(second).successes());
    }

    /** Sums of weights: all of them, and those at most as large as the one observed. */
    private static final class Sums {
        private final double observed;
        private double all;
        private double unlikely;

        Sums(double observed) {
            this.observed = observed;
        }

        void add(double weight) {
            all += weight;
            unlikely += weight <= observed * TIE ? weight : 0;
        }
    }
}
