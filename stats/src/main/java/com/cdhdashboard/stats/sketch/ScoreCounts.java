package com.cdhdashboard.stats.sketch;

import com.cdhdashboard.stats.binary.ScoreDistribution;
import java.util.Arrays;

/** Collects scores that arrive in ascending order; equal ones are counted together. */
final class ScoreCounts {
    private final double[] scores;
    private final long[] positives;
    private final long[] negatives;
    private int size;

    ScoreCounts(int capacity) {
        scores = new double[capacity];
        positives = new long[capacity];
        negatives = new long[capacity];
    }

    void add(double score, long morePositives, long moreNegatives) {
        if (size == 0 || scores[size - 1] != score) {
            scores[size] = score;
            size++;
        }
        positives[size - 1] += morePositives;
        negatives[size - 1] += moreNegatives;
    }

    ScoreDistribution distribution() {
        return ScoreDistribution.of(
                Arrays.copyOf(scores, size), Arrays.copyOf(positives, size), Arrays.copyOf(negatives, size));
    }
}
