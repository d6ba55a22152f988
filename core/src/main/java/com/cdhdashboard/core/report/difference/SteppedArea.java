package com.cdhdashboard.core.report.difference;

import com.cdhdashboard.stats.binary.ScoreDistribution;

/**
 * The area below a ROC curve of 101 thresholds, 0.00 to 1.00, as the prototype computes it: a threshold within equal scores
 * counts half of them, (0, 0) is added and (1, 1) is not. Where scores crowd between two thresholds the curve is a straight
 * line, and what lies right of its first point is lost.
 */
final class SteppedArea {
    private static final int STEPS = 100;

    private SteppedArea() {}

    /** {@code NaN} unless there are both classes. */
    static double of(ScoreDistribution scores) {
        if (!scores.hasBothClasses()) {
            return Double.NaN;
        }
        double area = 0;
        double lastX = 0;
        double lastY = 0;
        for (int step = STEPS; step >= 0; step--) {
            double threshold = step / (double) STEPS;
            double x = above(scores, threshold, false) / scores.totalNegatives();
            double y = above(scores, threshold, true) / scores.totalPositives();
            area += (x - lastX) * (y + lastY) / 2;
            lastX = x;
            lastY = y;
        }
        return area;
    }

    private static double above(ScoreDistribution scores, double threshold, boolean positives) {
        double above = 0;
        for (int i = 0; i < scores.size(); i++) {
            long count = positives ? scores.positives(i) : scores.negatives(i);
            above += scores.score(i) > threshold ? count : scores.score(i) == threshold ? count / 2.0 : 0;
        }
        return above;
    }
}
