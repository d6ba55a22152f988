package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.period.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes Plotly traces of one series in one facet: bars with whiskers, or a line with a band behind it. */
final class SeriesTraces {
    /** Up to here points get a mark that can be aimed at. */
    private static final int MOST_MARKS = 62;

    private final boolean intervals;
    private final AxisScale scale;
    private final boolean bars;
    private final boolean logarithmic;
    private final Form form;
    private final double base;
    private final ValueRange range;

    /**
     * Traces along a scale of x values.
     *
     * @param base where bars begin
     * @param intervals whether points have them
     */
    SeriesTraces(AxisScale scale, Form form, double base, boolean intervals) {
        this.scale = scale;
        this.form = form;
        this.bars = form.bars();
        this.logarithmic = form.logarithmic();
        this.base = base;
        this.range = new ValueRange(base);
        this.intervals = intervals;
    }

    /**
     * Bars or lines, on a linear or logarithmic axis.
     *
     * @param series how many lines lie over each other
     * @param count how many bars there are, which decides how their whiskers look
     */
    record Form(boolean bars, int series, int count, boolean logarithmic) {
        /** From here on whiskers have no caps and are lighter, as they would be a wall otherwise. */
        private static final int MANY = 24;
        /** From here on not even these can be told apart. */
        private static final int TOO_MANY = 96;
        /** The bands of more lines are one heap that hides them all. */
        private static final int MOST_BANDS = 6;

        static Form line() {
            return new Form(false, 1, 0, false);
        }

        boolean hasIntervals() {
            return bars ? count < TOO_MANY : series <= MOST_BANDS;
        }
    }

    boolean bars() {
        return bars;
    }

    boolean logarithmic() {
        return logarithmic;
    }

    AxisScale scale() {
        return scale;
    }

    /** How far what was drawn so far reaches. */
    ValueRange range() {
        return range;
    }

    boolean drawsIntervals() {
        return intervals && form.hasIntervals();
    }

    /** The traces, background first. */
    List<Attributes> draw(Hue series, List<Point> points, boolean inLegend) {
        range.add(points);
        Attributes trace = bars ? bar(series, points) : line(series, points);
        series.drill()
                .along("x", scale)
                .mark(trace)
                .withAll(scale.period())
                .with("name", PlotText.tick(series.name()))
                .with("legendgroup", series.name())
                .with("offsetgroup", series.name())
                .with("showlegend", inLegend);
        return !bars && drawsIntervals() ? List.of(band(series, points), trace) : List.of(trace);
    }

    /** A trace that draws nothing. */
    Attributes nothing() {
        List<@Nullable Object> noValue = new ArrayList<>();
        noValue.add(null);
        return Attributes.of("type", "scatter")
                .with("mode", "markers")
                .with("x", List.of(scale.position(scale.values().get(0))))
                .with("y", noValue)
                .with("hoverinfo", "skip")
                .with("showlegend", false);
    }

    private Attributes bar(Hue series, List<Point> points) {
        Attributes marker = Attributes.of("color", series.style().color());
        if (!series.style().pattern().isEmpty()) {
            marker.with("pattern", Attributes.of("shape", series.style().pattern()));
        }
        Attributes trace = common("bar", series, points).with("marker", marker);
        if (base != 0) {
            trace.with("base", base);
        }
        if (!drawsIntervals()) {
            return trace;
        }
        List<@Nullable Object> up = new ArrayList<>();
        List<@Nullable Object> down = new ArrayList<>();
        for (Point point : points) {
            up.add(finite(point.high() - point.y()));
            down.add(finite(point.y() - floor(point, point.low())));
        }
        return trace.with(
                "error_y",
                Attributes.of("type", "data")
                        .with("symmetric", false)
                        .with("array", up)
                        .with("arrayminus", down)
                        .with("color", (form.count() < Form.MANY ? Theme.TEXT : Theme.MUTED).reference())
                        .with("thickness", 1)
                        .with("width", form.count() < Form.MANY ? 3 : 0));
    }

    private Attributes line(Hue series, List<Point> points) {
        return common("scatter", series, points)
                .with("mode", "lines+markers")
                .with("connectgaps", false)
                .with(
                        "line",
                        Attributes.of("color", series.style().color())
                                .with("width", 2)
                                .with("dash", series.style().dash()))
                .with(
                        "marker",
                        Attributes.of("color", series.style().color())
                                .with("size", points.size() <= MOST_MARKS ? 5 : 3));
    }

    private Attributes common(String type, Hue series, List<Point> points) {
        List<@Nullable Object> x = new ArrayList<>();
        List<@Nullable Object> y = new ArrayList<>();
        List<@Nullable Object> hover = new ArrayList<>();
        for (Point point : points) {
            x.add(scale.position(point.x()));
            // A logarithmic axis has no place for zero.
            y.add(logarithmic && !(point.y() > 0) ? null : finite(bars ? point.y() - base : point.y()));
            hover.add(hover(series, point));
        }
        return Attributes.of("type", type)
                .with("x", x)
                .with("y", y)
                .with("hovertext", hover)
                .with("hovertemplate", "%{hovertext}<extra></extra>");
    }

    private String hover(Hue series, Point point) {
        Optional<String> days = series.drill().days(scale, point.x()).map(Period::text);
        String name = "<b>" + PlotText.escape(series.name()) + "</b>";
        String value = ": " + PlotText.escape(point.hover());
        if (!bars) {
            // Above all lines stands which place it is
            return name + days.map(those -> ", " + those).orElse("") + value;
        }
        String x = days.map(those -> scale.placeText(point.x()) + ", " + those).orElseGet(() -> scale.text(point.x()));
        return PlotText.escape(x) + "<br>" + name + value;
    }

    /** One closed outline for each stretch without gaps: along the upper ends and back along the lower. */
    private Attributes band(Hue series, List<Point> points) {
        List<@Nullable Object> x = new ArrayList<>();
        List<@Nullable Object> y = new ArrayList<>();
        List<Point> stretch = new ArrayList<>();
        for (Point point : points) {
            if (Double.isFinite(point.low()) && Double.isFinite(point.high())) {
                stretch.add(point);
            } else {
                outline(stretch, x, y);
                stretch.clear();
            }
        }
        outline(stretch, x, y);
        return Attributes.of("type", "scatter")
                .with("mode", "lines")
                .with("x", x)
                .with("y", y)
                .withAll(scale.period())
                .with("fill", "toself")
                .with("fillcolor", series.style().bandColor())
                .with("line", Attributes.of("width", 0))
                .with("hoverinfo", "skip")
                .with("legendgroup", series.name())
                .with("showlegend", false);
    }

    private void outline(List<Point> stretch, List<@Nullable Object> x, List<@Nullable Object> y) {
        if (stretch.isEmpty()) {
            return;
        }
        if (!x.isEmpty()) {
            x.add(null);
            y.add(null);
        }
        for (Point point : stretch) {
            x.add(scale.position(point.x()));
            y.add(floor(point, point.high()));
        }
        for (int i = stretch.size() - 1; i >= 0; i--) {
            x.add(scale.position(stretch.get(i).x()));
            y.add(floor(stretch.get(i), stretch.get(i).low()));
        }
    }

    /** The end of an interval that can be drawn: on a logarithmic axis not below a tenth of the value. */
    private double floor(Point point, double end) {
        return logarithmic ? Math.max(end, point.y() > 0 ? point.y() / 10 : Double.MIN_NORMAL) : end;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** One x of a series; NaN where there is no value. */
    record Point(@Nullable Object x, double y, double low, double high, String hover) {
        static Point missing(@Nullable Object x) {
            return new Point(x, Double.NaN, Double.NaN, Double.NaN, "");
        }
    }
}
