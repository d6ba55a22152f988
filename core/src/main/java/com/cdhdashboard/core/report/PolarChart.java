package com.cdhdashboard.core.report;

import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.figure.TickFormat;
import com.cdhdashboard.core.metric.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bars around a circle: a score as length, one dimension as angle, one as colour. */
final class PolarChart {
    private static final int HEIGHT = 600;
    private static final int MOST_ANGLES = 36;
    private static final int MOST_COLORS = 12;

    private final Report.PolarBar report;
    private final ReportData data;
    private final Score score;
    private final ChartNotes notes = new ChartNotes();

    PolarChart(Report.PolarBar report, ReportData data) {
        this.report = report;
        this.data = data;
        this.score = data.score(report.r());
    }

    Drawing draw() {
        ScoredRows rows = data.rows(report.grouping());
        if (rows.size() == 0) {
            return Drawing.refused(data.noRows());
        }
        List<Double> values =
                rows.numbers(score.name()).stream().filter(Double::isFinite).toList();
        if (values.isEmpty()) {
            return Drawing.refused(rows.table(), data.notAvailable(score.name(), rows.size()));
        }
        AxisScale angles = AxisScale.of(rows.column(report.theta()), notes.largest(rows, report.theta(), MOST_ANGLES));
        Map<List<@Nullable Object>, Integer> index = rows.index(List.of(report.theta(), report.color()));
        List<Map<String, Object>> traces = new ArrayList<>();
        for (Object color : notes.largest(rows, report.color(), MOST_COLORS)) {
            traces.add(trace(rows, angles, index, color).toMap());
        }
        return Drawing.of(
                rows.table(), new Figure(traces, layout(angles, values).toMap()), notes.list());
    }

    private Attributes trace(
            ScoredRows rows, AxisScale angles, Map<List<@Nullable Object>, Integer> index, @Nullable Object color) {
        SeriesStyle style = data.style(report.color(), color);
        ScoreText text = new ScoreText(data, score.name());
        List<@Nullable Object> r = new ArrayList<>();
        List<@Nullable Object> theta = new ArrayList<>();
        List<@Nullable Object> hover = new ArrayList<>();
        String name = AxisScale.text(rows.column(report.color()), color);
        for (Object angle : angles.values()) {
            Integer row = index.get(ScoredRows.key(angle, color));
            if (row != null && Double.isFinite(rows.number(row, score.name()))) {
                r.add(rows.number(row, score.name()));
                theta.add(Values.label(angle));
                hover.add(PlotText.escape(angles.text(angle)) + "<br><b>" + PlotText.escape(name) + "</b>: "
                        + text.hover(rows, row));
            }
        }
        Attributes marker = Attributes.of("color", style.color());
        return Attributes.of("type", "barpolar")
                .with("name", PlotText.tick(name))
                .with("r", r)
                .with("theta", theta)
                .with("hovertext", hover)
                .with("hovertemplate", "%{hovertext}<extra></extra>")
                .with("marker", marker.with("pattern", Attributes.of("shape", style.pattern())));
    }

    private Attributes layout(AxisScale angles, List<Double> values) {
        double largest = values.stream().mapToDouble(Math::abs).max().orElse(0);
        double least = Math.min(
                0, values.stream().mapToDouble(Double::doubleValue).min().orElse(0));
        Attributes radial = Attributes.of("tickformat", TickFormat.of(score.format(), largest))
                .with("gridcolor", Theme.GRID.reference())
                .with("linecolor", Theme.AXIS.reference())
                .with("title", Attributes.of("text", PlotText.escape(score.title())))
                .with("tickfont", Attributes.of("size", 11).with("color", Theme.MUTED.reference()));
        if (least < 0) {
            radial.with("range", List.of(least * 1.05, largest * 1.05));
        }
        Attributes angular = angles.categoryAxis()
                .with("gridcolor", Theme.GRID.reference())
                .with("linecolor", Theme.AXIS.reference())
                .with("direction", "clockwise");
        return Layouts.base(HEIGHT)
                .with("margin", Layouts.margin(40, 40, 40, 40))
                .with("showlegend", report.showLegend())
                .with("legend", Layouts.legend(report.color(), 1.04))
                .with(
                        "polar",
                        Attributes.of("hole", 0.25)
                                .with("bgcolor", "rgba(0,0,0,0)")
                                .with("radialaxis", radial)
                                .with("angularaxis", angular))
                .with("barmode", Objects.equals(report.theta(), report.color()) ? "overlay" : "group");
    }
}
