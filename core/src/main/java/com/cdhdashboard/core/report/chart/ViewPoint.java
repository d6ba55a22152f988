package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.report.definition.ScoreView;
import com.cdhdashboard.stats.binary.Calibration;
import com.cdhdashboard.stats.binary.CurveKind;
import com.cdhdashboard.stats.binary.CurvePoint;
import com.cdhdashboard.stats.binary.ScoreDistribution;
import com.cdhdashboard.stats.hypothesis.Interval;
import com.cdhdashboard.stats.hypothesis.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A point of a curve or a bin of a calibration.
 *
 * @param interval of y; undefined for curves
 * @param cells what the table has of it, in the order of {@link #columns}
 */
record ViewPoint(double x, double y, Interval interval, String hover, List<@Nullable Object> cells) {
    /** Points closer than this share of the axes would lie on each other. */
    private static final double LEAST_DISTANCE = 0.004;

    /** The columns of the table behind the group's own. */
    static List<Column> columns(ScoreView view) {
        if (view != ScoreView.CALIBRATION) {
            return List.of(Column.place("threshold"), Column.place(view.x()), Column.score(view.y()));
        }
        return List.of(
                Column.place("lowest_score"),
                Column.place("highest_score"),
                Column.place(view.x()),
                Column.score(view.y()),
                Column.score(view.y() + "_Low"),
                Column.score(view.y() + "_High"),
                new Column("Count", ValueType.INTEGER, Column.Role.SCORE),
                new Column("Positives", ValueType.INTEGER, Column.Role.SCORE));
    }

    /** The points from left to right; none where a class is absent. */
    static List<ViewPoint> of(ScoreView view, ScoreDistribution scores) {
        if (view == ScoreView.CALIBRATION) {
            return scores.count() == 0
                    ? List.of()
                    : Calibration.of(scores).bins().stream().map(ViewPoint::of).toList();
        }
        return thinned(kind(view).points(scores)).stream()
                .map(point -> of(view, point))
                .toList();
    }

    private static CurveKind kind(ScoreView view) {
        return switch (view) {
            case ROC -> CurveKind.ROC;
            case PRECISION_RECALL -> CurveKind.PRECISION_RECALL;
            case GAIN -> CurveKind.GAIN;
            case LIFT -> CurveKind.LIFT;
            case TREND, CALIBRATION -> throw new IllegalArgumentException(view + " is no curve");
        };
    }

    private static List<CurvePoint> thinned(List<CurvePoint> points) {
        double height = points.stream().mapToDouble(CurvePoint::y).max().orElse(1);
        List<CurvePoint> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            CurvePoint point = points.get(i);
            boolean end = i == 0 || i == points.size() - 1;
            if (end || distance(kept.get(kept.size() - 1), point, height) >= LEAST_DISTANCE) {
                kept.add(point);
            }
        }
        return kept;
    }

    private static double distance(CurvePoint left, CurvePoint right, double height) {
        return Math.max(Math.abs(left.x() - right.x()), Math.abs(left.y() - right.y()) / height);
    }

    private static ViewPoint of(ScoreView view, CurvePoint point) {
        boolean start = Double.isInfinite(point.threshold());
        String what = start ? "no interaction" : "score " + score(point.threshold()) + " and above";
        String x = NumberText.of(point.x(), Format.PERCENT);
        String y = view == ScoreView.LIFT
                ? NumberText.of(point.y(), Format.RATIO) + " times the rate of all"
                : NumberText.of(point.y(), Format.PERCENT);
        String hover = switch (view) {
            case ROC -> y + " of positives, " + x + " of negatives";
            case PRECISION_RECALL -> x + " of positives, precision " + y;
            case GAIN -> x + " of interactions, " + y + " of positives";
            case LIFT -> x + " of interactions, " + y;
            case TREND, CALIBRATION -> "";
        };
        return new ViewPoint(
                point.x(),
                point.y(),
                Interval.UNDEFINED,
                what + ": " + hover,
                Arrays.asList(start ? null : point.threshold(), point.x(), point.y()));
    }

    private static ViewPoint of(Calibration.Bin bin) {
        Interval interval = new Proportion(bin.positives(), bin.count() - bin.positives()).wilson();
        String hover = "scores " + score(bin.lowest()) + " to " + score(bin.highest()) + ": predicted "
                + NumberText.of(bin.meanScore(), Format.PERCENT) + ", observed "
                + NumberText.withInterval(bin.positiveRate(), Format.PERCENT, interval.low(), interval.high()) + ", "
                + NumberText.of((double) bin.positives(), Format.COUNT) + " of "
                + NumberText.of((double) bin.count(), Format.COUNT);
        return new ViewPoint(
                bin.meanScore(),
                bin.positiveRate(),
                interval,
                hover,
                Arrays.asList(
                        bin.lowest(),
                        bin.highest(),
                        bin.meanScore(),
                        bin.positiveRate(),
                        interval.low(),
                        interval.high(),
                        bin.count(),
                        bin.positives()));
    }

    /** How well predictions and outcomes of a calibration agree. */
    static String quality(ScoreDistribution scores) {
        Calibration calibration = Calibration.of(scores);
        return "ECE " + NumberText.of(calibration.expectedError(), Format.PERCENT) + ", observed / expected "
                + NumberText.of(calibration.observedOverExpected(), Format.RATIO);
    }

    private static String score(double score) {
        return NumberText.of(score, Format.INDEX);
    }
}
