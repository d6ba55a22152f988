package com.cdhdashboard.core.report.dashboard;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoreText;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The trend of a score as a small picture without axes: an area for rates, bars for counts. Sums are drawn from zero, other
 * scores on a scale that holds their usual interval, and never less than a third of their middle: what chance does looks
 * small.
 */
final class Sparkline {
    private static final int HEIGHT = 56;
    /** The least span of the scale, as a share of the value in the middle. */
    private static final double LEAST_SPAN = 1 / 3.0;

    private Sparkline() {}

    static Figure of(ReportData data, ScoredRows rows, String score, boolean bars) {
        Column time = rows.table().columns().get(0);
        AxisScale scale = AxisScale.of(time, rows.distinct(time.name()));
        ScoreText text = new ScoreText(data, score);
        List<@Nullable Object> x = new ArrayList<>();
        List<@Nullable Object> y = new ArrayList<>();
        List<@Nullable Object> hover = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Object at = rows.value(row, time.name());
            if (scale.places(at)) {
                double value = rows.number(row, score);
                x.add(scale.position(at));
                y.add(Double.isFinite(value) ? value : null);
                hover.add(PlotText.escape(scale.text(at) + ": " + text.value(rows, row)));
            }
        }
        Attributes trace = (bars ? bars() : area())
                .with("x", x)
                .with("y", y)
                .with("hovertext", hover)
                .with("hovertemplate", "%{hovertext}<extra></extra>");
        return new Figure(
                List.of(trace.toMap()), layout(scale, range(rows, text, bars)).toMap());
    }

    private static List<Double> range(ScoredRows rows, ScoreText text, boolean fromZero) {
        double[] values = finite(rows.numbers(text.name()).stream().mapToDouble(Double::doubleValue));
        if (values.length == 0) {
            return List.of(0.0, 1.0);
        }
        double usual = median(finite(
                IntStream.range(0, rows.size()).mapToDouble(row -> (text.high(rows, row) - text.low(rows, row)) / 2)));
        double low = values[0] - usual;
        double high = values[values.length - 1] + usual;
        double missing = Math.max(0, LEAST_SPAN * Math.abs(median(values)) - (high - low)) / 2;
        boolean positive = values[0] >= 0;
        return fromZero
                ? List.of(Math.min(0, values[0]), high > 0 ? high : 1)
                : List.of(positive ? Math.max(0, low - missing) : low - missing, high + missing);
    }

    private static double[] finite(DoubleStream numbers) {
        return numbers.filter(Double::isFinite).sorted().toArray();
    }

    private static double median(double[] sorted) {
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static Attributes bars() {
        return Attributes.of("type", "bar")
                .with("marker", Attributes.of("color", SeriesStyle.single().color()));
    }

    private static Attributes area() {
        return Attributes.of("type", "scatter")
                .with("mode", "lines+markers")
                .with(
                        "line",
                        Attributes.of("color", SeriesStyle.single().color()).with("width", 1.5))
                .with(
                        "marker",
                        Attributes.of("color", SeriesStyle.single().color()).with("size", 3))
                .with("fill", "tozeroy")
                .with("fillcolor", SeriesStyle.single().bandColor());
    }

    private static Attributes layout(AxisScale scale, List<Double> range) {
        Attributes hidden = Attributes.of("visible", false).with("fixedrange", true);
        return Layouts.base(HEIGHT)
                .with("margin", Layouts.margin(2, 2, 2, 2))
                .with("showlegend", false)
                .with("hovermode", "x")
                .with("xaxis", Attributes.none().withAll(scale.axis()).withAll(hidden))
                .with("yaxis", Attributes.of("range", range).withAll(hidden));
    }
}
