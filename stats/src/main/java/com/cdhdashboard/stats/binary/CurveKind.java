package com.cdhdashboard.stats.binary;

import java.util.ArrayList;
import java.util.List;

/** The curves drawn of a distribution of scores; each point counts all rows with at least some score. */
public enum CurveKind {
    /** The share of negatives counted against the share of positives, from (0, 0) to (1, 1). */
    ROC(true),
    /** Recall against precision; begins with the highest score, as without rows there is no precision. */
    PRECISION_RECALL(false),
    /** The share of all rows counted against the share of positives, from (0, 0) to (1, 1). */
    GAIN(true),
    /** The share of all rows counted against the rate of positives relative to that of all; ends at (1, 1). */
    LIFT(false);

    private final boolean startsAtOrigin;

    CurveKind(boolean startsAtOrigin) {
        this.startsAtOrigin = startsAtOrigin;
    }

    /** The points from the highest score to the lowest; none where a class is absent. */
    public List<CurvePoint> points(ScoreDistribution distribution) {
        if (!distribution.hasBothClasses()) {
            return List.of();
        }
        List<CurvePoint> points = new ArrayList<>(distribution.size() + 1);
        if (startsAtOrigin) {
            points.add(new CurvePoint(0, 0, Double.POSITIVE_INFINITY));
        }
        double positives = 0;
        double negatives = 0;
        for (int i = distribution.size() - 1; i >= 0; i--) {
            positives += distribution.positives(i);
            negatives += distribution.negatives(i);
            points.add(point(distribution, positives, negatives, distribution.score(i)));
        }
        return points;
    }

    private CurvePoint point(ScoreDistribution all, double positives, double negatives, double threshold) {
        double recall = positives / all.totalPositives();
        double share = (positives + negatives) / all.count();
        return switch (this) {
            case ROC -> new CurvePoint(negatives / all.totalNegatives(), recall, threshold);
            case PRECISION_RECALL -> new CurvePoint(recall, positives / (positives + negatives), threshold);
            case GAIN -> new CurvePoint(share, recall, threshold);
            case LIFT -> new CurvePoint(share, recall / share, threshold);
        };
    }
}
