package com.cdhdashboard.stats.binary;

import java.util.ArrayList;
import java.util.List;

/**
 * How scores, read as probabilities, compare with what happened.
 *
 * @param bins tenths of the rows by score, ascending; rows with one score are never split, so a bin may be missing
 * @param meanScore {@code NaN} without rows, as all figures here
 * @param brier mean (score − outcome)²
 */
public record Calibration(List<Bin> bins, double meanScore, double positiveRate, double brier) {
    private static final int BINS = 10;

    /** The rows of one tenth; {@code index} counts from 0. */
    public record Bin(int index, long count, long positives, double meanScore, double lowest, double highest) {
        public double positiveRate() {
            return (double) positives / count;
        }
    }

    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * Rows go to bin min(9, ⌊10·(r − ½)/n⌋), r being the middle of the ranks of their score, so that equal scores stay
     * together.
     */
    public static Calibration of(ScoreDistribution distribution) {
        double n = distribution.count();
        List<BinBuilder> bins = new ArrayList<>(BINS);
        double below = 0;
        double squares = 0;
        double sum = 0;
        for (int i = 0; i < distribution.size(); i++) {
            double score = distribution.score(i);
            long positives = distribution.positives(i);
            long negatives = distribution.negatives(i);
            double rows = (double) positives + negatives;
            int index = (int) Math.min(BINS - 1, Math.floor(BINS * (below + rows / 2) / n));
            if (bins.isEmpty() || bins.get(bins.size() - 1).index != index) {
                bins.add(new BinBuilder(index, score));
            }
            bins.get(bins.size() - 1).add(score, positives, negatives);
            squares += positives * (1 - score) * (1 - score) + negatives * score * score;
            sum += rows * score;
            below += rows;
        }
        return new Calibration(
                bins.stream().map(BinBuilder::build).toList(), sum / n, distribution.totalPositives() / n, squares / n);
    }

    /** The expected calibration error: the mean over rows of |mean score − rate| of their bin. */
    public double expectedError() {
        double rows = bins.stream().mapToLong(Bin::count).sum();
        return bins.stream()
                        .mapToDouble(bin -> bin.count() * Math.abs(bin.meanScore() - bin.positiveRate()))
                        .sum()
                / rows;
    }

    /** Positives per positive expected: above 1 where the scores are too low. {@code NaN} where none is expected. */
    public double observedOverExpected() {
        return meanScore > 0 ? positiveRate / meanScore : Double.NaN;
    }

    /** A bin while its scores arrive in ascending order. */
    private static final class BinBuilder {
        private final int index;
        private final double lowest;
        private double highest;
        private long count;
        private long positives;
        private double sum;

        BinBuilder(int index, double lowest) {
            this.index = index;
            this.lowest = lowest;
        }

        void add(double score, long positives, long negatives) {
            highest = score;
            count += positives + negatives;
            this.positives += positives;
            sum += score * (positives + negatives);
        }

        Bin build() {
            return new Bin(index, count, positives, sum / count, lowest, highest);
        }
    }
}
