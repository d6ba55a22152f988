package com.cdhdashboard.stats.binary;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How many positives and negatives have each score: distinct scores in ascending order with the counts of both classes.
 *
 * <p>Rows with one score are never told apart, so that no result depends on the order of rows. Every measure that
 * compares the classes is {@code NaN} where one of them is absent. Immutable.
 */
public final class ScoreDistribution {
    public static final ScoreDistribution EMPTY = new ScoreDistribution(new double[0], new long[0], new long[0]);

    private final double[] scores;
    private final long[] positives;
    private final long[] negatives;
    private final long totalPositives;
    private final long totalNegatives;

    private ScoreDistribution(double[] scores, long[] positives, long[] negatives) {
        this.scores = scores;
        this.positives = positives;
        this.negatives = negatives;
        this.totalPositives = LongStream.of(positives).sum();
        this.totalNegatives = LongStream.of(negatives).sum();
    }

    /**
     * The distribution with these counts; the arrays are copied.
     *
     * @param scores finite and strictly ascending
     */
    public static ScoreDistribution of(double[] scores, long[] positives, long[] negatives) {
        if (!(scores.length == positives.length && scores.length == negatives.length)) {
            throw new IllegalArgumentException("every score has a count of positives and one of negatives");
        }
        for (int i = 0; i < scores.length; i++) {
            boolean ascending = i == 0 || scores[i - 1] < scores[i];
            if (!(ascending && Double.isFinite(scores[i]) && positives[i] >= 0 && negatives[i] >= 0)) {
                throw new IllegalArgumentException(
                        "scores are finite and ascending, counts not negative; not so at place " + i);
            }
        }
        return ofOwn(scores.clone(), positives.clone(), negatives.clone());
    }

    /** As {@link #of}, of arrays that were checked and that nobody else changes. */
    static ScoreDistribution ofOwn(double[] scores, long[] positives, long[] negatives) {
        return new ScoreDistribution(scores, positives, negatives);
    }

    /** The distribution of single rows: their scores and whether each is positive. */
    public static ScoreDistribution ofRows(double[] scores, boolean[] positive) {
        double[] ofPositives = ascending(scores, positive, true);
        double[] ofNegatives = ascending(scores, positive, false);
        AscendingScores all = new AscendingScores(scores.length);
        int i = 0;
        int j = 0;
        while (i < ofPositives.length || j < ofNegatives.length) {
            boolean takePositive =
                    j == ofNegatives.length || (i < ofPositives.length && ofPositives[i] <= ofNegatives[j]);
            all.add(takePositive ? ofPositives[i++] : ofNegatives[j++], takePositive ? 1 : 0, takePositive ? 0 : 1);
        }
        return all.distribution();
    }

    private static double[] ascending(double[] scores, boolean[] positive, boolean wanted) {
        return IntStream.range(0, scores.length)
                .filter(row -> positive[row] == wanted)
                .mapToDouble(row -> scores[row])
                .sorted()
                .toArray();
    }

    /** The number of distinct scores. */
    public int size() {
        return scores.length;
    }

    public double score(int place) {
        return scores[place];
    }

    public long positives(int place) {
        return positives[place];
    }

    public long negatives(int place) {
        return negatives[place];
    }

    public long totalPositives() {
        return totalPositives;
    }

    public long totalNegatives() {
        return totalNegatives;
    }

    public long count() {
        return totalPositives + totalNegatives;
    }

    public boolean hasBothClasses() {
        return totalPositives > 0 && totalNegatives > 0;
    }

    /**
     * The area under the ROC curve: the probability that a positive scores above a negative, ties counted half
     * (Mann-Whitney).
     */
    public double auc() {
        if (!hasBothClasses()) {
            return Double.NaN;
        }
        double wins = 0;
        double negativesBelow = 0;
        for (int i = 0; i < scores.length; i++) {
            wins += positives[i] * (negativesBelow + negatives[i] / 2.0);
            negativesBelow += negatives[i];
        }
        return wins / totalPositives / totalNegatives;
    }

    /**
     * DeLong's standard error of the AUC, ties counted half; {@code NaN} also where a class has one row only. Source:
     * E. DeLong et al., Biometrics 44 (1988) 837-845, doi:10.2307/2531595.
     */
    public double aucStandardError() {
        double auc = auc();
        double positiveSquares = 0;
        double negativeSquares = 0;
        double negativesBelow = 0;
        double positivesAbove = totalPositives;
        for (int i = 0; i < scores.length; i++) {
            positivesAbove -= positives[i];
            if (positives[i] > 0) {
                double won = (negativesBelow + negatives[i] / 2.0) / totalNegatives - auc;
                positiveSquares += positives[i] * won * won;
            }
            if (negatives[i] > 0) {
                double lost = (positivesAbove + positives[i] / 2.0) / totalPositives - auc;
                negativeSquares += negatives[i] * lost * lost;
            }
            negativesBelow += negatives[i];
        }
        return Math.sqrt(positiveSquares / (totalPositives - 1.0) / totalPositives
                + negativeSquares / (totalNegatives - 1.0) / totalNegatives);
    }

    /**
     * Average precision Σ (Rᵢ − Rᵢ₋₁)·Pᵢ over the distinct scores from high to low, R the recall and P the precision
     * of all rows with at least that score. A score that says nothing has the share of positives as its value.
     */
    public double averagePrecision() {
        if (!hasBothClasses()) {
            return Double.NaN;
        }
        double sum = 0;
        double positivesAbove = 0;
        double rowsAbove = 0;
        for (int i = scores.length - 1; i >= 0; i--) {
            positivesAbove += positives[i];
            rowsAbove += positives[i] + negatives[i];
            sum += positives[i] == 0 ? 0 : positives[i] * (positivesAbove / rowsAbove);
        }
        return sum / totalPositives;
    }

    /** The largest distance between the shares of positives and of negatives above a score (Kolmogorov-Smirnov). */
    public double kolmogorovSmirnov() {
        if (!hasBothClasses()) {
            return Double.NaN;
        }
        double largest = 0;
        double positivesAbove = 0;
        double negativesAbove = 0;
        for (int i = scores.length - 1; i >= 0; i--) {
            positivesAbove += positives[i];
            negativesAbove += negatives[i];
            largest = Math.max(largest, Math.abs(positivesAbove / totalPositives - negativesAbove / totalNegatives));
        }
        return largest;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoreDistribution that
                && Arrays.equals(scores, that.scores)
                && Arrays.equals(positives, that.positives)
                && Arrays.equals(negatives, that.negatives);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(scores) + 17 * Arrays.hashCode(positives) + Arrays.hashCode(negatives);
    }

    @Override
    public String toString() {
        return scores.length + " scores of " + totalPositives + " positives and " + totalNegatives + " negatives";
    }
}
