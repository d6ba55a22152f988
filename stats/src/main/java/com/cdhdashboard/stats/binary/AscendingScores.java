package com.cdhdashboard.stats.binary;

import java.util.Arrays;

/** Collects scores that arrive in ascending order; equal ones are counted together. Not thread safe. */
public final class AscendingScores {
    private final double[] scores;
    private final long[] positives;
    private final long[] negatives;
    private int size;

    /** For up to so many distinct scores at a time. */
    public AscendingScores(int capacity) {
        scores = new double[capacity];
        positives = new long[capacity];
        negatives = new long[capacity];
    }

    /**
     * Adds the rows of a score.
     *
     * @param score finite and not below the one before
     */
    public void add(double score, long morePositives, long moreNegatives) {
        boolean another = size == 0 || scores[size - 1] < score;
        if (!(Double.isFinite(score)
                && (another || scores[size - 1] == score)
                && morePositives >= 0
                && moreNegatives >= 0)) {
            throw new IllegalArgumentException("scores are finite and ascending, counts not negative; not so " + score
                    + " with " + morePositives + " and " + moreNegatives);
        }
        if (another) {
            scores[size] = score;
            positives[size] = morePositives;
            negatives[size] = moreNegatives;
            size++;
        } else {
            positives[size - 1] += morePositives;
            negatives[size - 1] += moreNegatives;
        }
    }

    /** The distribution of what was added. */
    public ScoreDistribution distribution() {
        return ScoreDistribution.ofOwn(
                Arrays.copyOf(scores, size), Arrays.copyOf(positives, size), Arrays.copyOf(negatives, size));
    }

    /** Forgets what was added. */
    public void clear() {
        size = 0;
    }
}
