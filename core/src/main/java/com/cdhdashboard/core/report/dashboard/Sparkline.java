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
import org.jspecify.annotations.Nullable;

/** The trend of a score as a small picture without axes: an area for rates, bars for counts. */
final class Sparkline {
    private static final int HEIGHT = 56;

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
        return new Figure(List.of(trace.toMap()), layout(scale).toMap());
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

    private static Attributes layout(AxisScale scale) {
        Attributes hidden = Attributes.of("visible", false).with("fixedrange", true);
        return Layouts.base(HEIGHT)
                .with("margin", Layouts.margin(2, 2, 2, 2))
                .with("showlegend", false)
                .with("hovermode", "x")
                .with("xaxis", Attributes.none().withAll(scale.axis()).withAll(hidden))
                .with("yaxis", Attributes.of("rangemode", "tozero").withAll(hidden));
    }
}
