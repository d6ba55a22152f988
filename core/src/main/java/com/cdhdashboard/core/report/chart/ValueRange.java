package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.report.chart.SeriesTraces.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far values and their intervals reach. Intervals of small groups, which would flatten all values, end at the axis; a
 * small triangle marks each that goes on. Values themselves are never cut. Not thread safe.
 */
final class ValueRange {
    /** Intervals that reach so many times as far as values and usual intervals would flatten them. */
    private static final double WIDE = 1.8;
    /** How much further than values and usual intervals the axis then reaches. */
    private static final double ROOM = 1.3;
    /** Even a usual interval is cut where it reaches so many times as far beyond the values as they themselves do. */
    private static final double LONG = 2.5;
    /** How near the edge a triangle stands, as a share of the axis. */
    private static final double EDGE = 0.012;

    private final double base;
    private double least;
    private double greatest;
    private final List<Double> lows = new ArrayList<>();
    private final List<Double> highs = new ArrayList<>();

    /** @param base what is always on the axis: where bars begin */
    ValueRange(double base) {
        this.base = base;
        this.least = base;
        this.greatest = base;
    }

    void add(List<Point> points) {
        for (Point point : points) {
            least = Math.min(least, finite(point.y()));
            greatest = Math.max(greatest, finite(point.y()));
            if (Double.isFinite(point.low()) && Double.isFinite(point.high())) {
                lows.add(point.low());
                highs.add(point.high());
            }
        }
    }

    private double finite(double value) {
        return Double.isFinite(value) ? value : base;
    }

    /** The largest absolute value. */
    double largest() {
        return Math.max(Math.abs(least), Math.abs(greatest));
    }

    boolean isCut() {
        return cutsAbove() || cutsBelow();
    }

    private double span() {
        return greatest - least;
    }

    /** How far up the values and the usual interval reach; one that is far longer than all values tells no more. */
    private double top() {
        return Math.min(Math.max(greatest, middle(highs, greatest)), greatest + LONG * span());
    }

    private double bottom() {
        return Math.max(Math.min(least, middle(lows, least)), least - LONG * span());
    }

    /** Of two the smaller, so that one of two groups cannot hide the other. */
    private static double middle(List<Double> ends, double none) {
        return ends.isEmpty() ? none : ends.stream().sorted().toList().get((ends.size() - 1) / 2);
    }

    private double highest() {
        return Math.max(greatest, highs.stream().mapToDouble(end -> end).max().orElse(greatest));
    }

    private double lowest() {
        return Math.min(least, lows.stream().mapToDouble(end -> end).min().orElse(least));
    }

    private boolean cutsAbove() {
        return span() > 0 && highest() - bottom() > WIDE * (top() - bottom());
    }

    private boolean cutsBelow() {
        return span() > 0 && top() - lowest() > WIDE * (top() - bottom());
    }

    /** The ends of the axis where intervals are cut. */
    List<Double> ends() {
        return List.of(low(), high());
    }

    private double low() {
        return cutsBelow() ? top() - ROOM * (top() - bottom()) : lowest();
    }

    private double high() {
        return cutsAbove() ? bottom() + ROOM * (top() - bottom()) : highest();
    }

    /** Triangles at the edges where the intervals of a series go on beyond them. */
    Optional<Attributes> marks(Hue series, List<Point> points, AxisScale scale) {
        List<String> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<String> symbols = new ArrayList<>();
        double gap = EDGE * (high() - low());
        for (Point point : points) {
            if (Double.isFinite(point.y()) && point.high() > high()) {
                x.add(scale.position(point.x()));
                y.add(high() - gap);
                symbols.add("triangle-up");
            }
            if (Double.isFinite(point.y()) && point.low() < low()) {
                x.add(scale.position(point.x()));
                y.add(low() + gap);
                symbols.add("triangle-down");
            }
        }
        return x.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        triangles(series, symbols).with("x", x).with("y", y).withAll(scale.period()));
    }

    private static Attributes triangles(Hue series, List<String> symbols) {
        return Attributes.of("type", "scatter")
                .with("mode", "markers")
                .with(
                        "marker",
                        Attributes.of("symbol", symbols)
                                .with("size", 6)
                                .with("color", series.style().color()))
                .with("hoverinfo", "skip")
                .with("legendgroup", series.name())
                .with("offsetgroup", series.name())
                .with("showlegend", false);
    }
}
