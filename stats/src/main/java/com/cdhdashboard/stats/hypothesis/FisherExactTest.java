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
     * 2e-308 times as likely as the likeliest.
     */
    public double pValue() {
        if (!ContingencyTable.of(first, second).isTestable()) {
            return Double.NaN;
        }
        return new Outcomes(first, second).pValue(first.successes());
    }

    /** The possible numbers of successes in the first group, weighted relative to the likeliest one. */
    private static final class Outcomes {
        private final double successes;
        private final double n1;
        private final double n2;
        private final long lowest;
        private final long highest;
        private final long mode;

        Outcomes(Proportion first, Proportion second) {
            Proportion total = first.plus(second);
            successes = total.successes();
            n1 = first.trials();
            n2 = second.trials();
            lowest = Math.max(0, total.successes() - second.trials());
            highest = Math.min(first.trials(), total.successes());
            long near = (long) ((successes + 1) / (n1 + n2 + 2) * (n1 + 1));
            mode = Math.max(lowest, Math.min(highest, near));
        }

        double pValue(long observed) {
            double observedWeight = weight(observed);
            if (observedWeight == 0) {
                return 0;
            }
            double leastThatMatters = Math.max(Double.MIN_NORMAL, observedWeight * NEGLIGIBLE);
            Sums sums = new Sums(observedWeight);
            sums.add(1);
            double weight = 1;
            for (long x = mode; weight > leastThatMatters && x < highest; x++) {
                weight *= ratio(x);
                sums.add(weight);
            }
            weight = 1;
            for (long x = mode; weight > leastThatMatters && x > lowest; x--) {
                weight /= ratio(x - 1);
                sums.add(weight);
            }
            return Math.min(1, sums.unlikely / sums.all);
        }

        /** 0 below the normal numbers, where a product with a ratio near 1 would stay the same for ever. */
        private double weight(long outcome) {
            double weight = 1;
            for (long x = mode; weight >= Double.MIN_NORMAL && x < outcome; x++) {
                weight *= ratio(x);
            }
            for (long x = mode; weight >= Double.MIN_NORMAL && x > outcome; x--) {
                weight /= ratio(x - 1);
            }
            return weight >= Double.MIN_NORMAL ? weight : 0;
        }

        /** How much likelier x+1 successes in the first group are than x. */
        private double ratio(long x) {
            return (successes - x) / (x + 1) * ((n1 - x) / (n2 - successes + x + 1));
        }
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
