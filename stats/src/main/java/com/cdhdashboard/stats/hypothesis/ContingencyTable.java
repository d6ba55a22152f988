package com.cdhdashboard.stats.hypothesis;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Groups by outcome: successes and failures of any number of groups, and the tests of equal rates.
 *
 * <p>Both statistics are {@code NaN} unless there are two groups, none of them empty, and both outcomes occur. The
 * differences between observed and expected counts are taken in whole numbers: in doubles, G of two nearly equal rates
 * of 4e9 trials is wrong by a factor of 28,000.
 */
public record ContingencyTable(List<Proportion> groups) {
    /** Below this expected count the chi-square distribution is a poor approximation. */
    public static final double SMALL_EXPECTED_COUNT = 5;

    /** Up to here the series of {@link #deviance} is as exact as the logarithm and does not cancel. */
    private static final double SERIES_REACH = 0.01;

    private static final int SERIES_TERMS = 9;

    public ContingencyTable {
        groups = List.copyOf(groups);
    }

    public static ContingencyTable of(Proportion... groups) {
        return new ContingencyTable(List.of(groups));
    }

    /** All groups taken as one. */
    public Proportion total() {
        return groups.stream().reduce(new Proportion(0, 0), Proportion::plus);
    }

    public int degreesOfFreedom() {
        return groups.size() - 1;
    }

    /** Whether there are two groups or more, none empty, and both outcomes occur. */
    public boolean isTestable() {
        Proportion total = total();
        return groups.size() > 1
                && groups.stream().noneMatch(Proportion::isEmpty)
                && total.successes() > 0
                && total.failures() > 0;
    }

    /** The smallest count any cell would have with equal rates; {@code NaN} for a table that cannot be tested. */
    public double smallestExpectedCount() {
        if (!isTestable()) {
            return Double.NaN;
        }
        Proportion total = total();
        double rarer = Math.min(total.successes(), total.failures());
        return groups.stream().mapToLong(Proportion::trials).min().orElse(0) * rarer / total.trials();
    }

    /** Whether p-values from the chi-square distribution are only approximate for want of counts. */
    public boolean hasSmallCounts() {
        return smallestExpectedCount() < SMALL_EXPECTED_COUNT;
    }

    /**
     * Pearson's X² = Σ (observed − expected)²/expected, without continuity correction, so that of two groups it is z².
     *
     * <p>Both cells of a group together give (s·F − f·S)²/(n·S·F), S and F being all successes and failures.
     */
    public ChiSquareStatistic chiSquare() {
        Proportion total = total();
        return statistic(group -> {
            double difference = difference(group, total);
            return difference / group.trials() * (difference / total.successes() / total.failures());
        });
    }

    /**
     * The likelihood ratio G = 2 Σ observed·ln(observed/expected), with 0·ln 0 = 0.
     *
     * <p>Computed as 2 Σ expected·φ(d), d = (observed − expected)/expected, φ(d) = (1+d)·ln(1+d) − d, of which no term is
     * negative. The sum is the same, as the differences of observed and expected counts add up to 0.
     */
    public ChiSquareStatistic likelihoodRatio() {
        Proportion total = total();
        return statistic(group -> {
            double share = (double) group.trials() / total.trials();
            double difference = difference(group, total) / group.trials();
            return 2 * share * total.successes() * deviance(difference / total.successes())
                    + 2 * share * total.failures() * deviance(-difference / total.failures());
        });
    }

    private ChiSquareStatistic statistic(ToDoubleFunction<Proportion> partOfGroup) {
        return isTestable()
                ? new ChiSquareStatistic(
                        groups.stream().mapToDouble(partOfGroup).sum(), degreesOfFreedom())
                : ChiSquareStatistic.undefined(degreesOfFreedom());
    }

    /** s·F − f·S, which is N times (observed − expected) of the successes. */
    private static double difference(Proportion group, Proportion total) {
        return CrossDifference.of(group.successes(), total.failures(), group.failures(), total.successes());
    }

    /** φ(d) = (1+d)·ln(1+d) − d for d ≥ −1; near 0 its series Σ (−d)ᵏ/(k(k−1)), k ≥ 2. */
    private static double deviance(double d) {
        if (Math.abs(d) < SERIES_REACH) {
            double sum = 0;
            for (int k = SERIES_TERMS; k >= 2; k--) {
                sum = 1.0 / (k * (k - 1)) - d * sum;
            }
            return d * d * sum;
        }
        return d <= -1 ? 1 : (1 + d) * Math.log1p(d) - d;
    }
}
