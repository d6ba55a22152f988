package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.FacetGrid;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.metric.score.Responses;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoreText;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What scores of models are to be compared with: the level that a model which knows nothing has, in each small chart. */
final class ReferenceLines {
    private static final double CHANCE = 0.5;

    private static final double Z_LIMIT = 1.96;

    private final LineChart report;
    private final ReportData data;
    private final ChartNotes notes;
    private final Map<List<@Nullable Object>, Double> prevalences = new HashMap<>();

    ReferenceLines(LineChart report, ReportData data, ChartNotes notes) {
        this.report = report;
        this.data = data;
        this.notes = notes;
        if (report.axes().y().equals("average_precision")) {
            readPrevalences();
        }
    }

    private void readPrevalences() {
        List<String> dimensions = report.facets().dimensions();
        ScoredRows rows = data.narrowed(Optional.empty(), List.of()).rows(dimensions);
        rows.index(dimensions)
                .forEach((key, row) -> prevalences.put(
                        key, rows.number(row, Responses.POSITIVES) / rows.number(row, ReportData.COUNT)));
    }

    /** The line in one small chart; empty for scores without such a level. */
    Optional<Attributes> of(List<@Nullable Object> panel, AxisScale scale) {
        double level = report.axes().y().equals("roc_auc") ? CHANCE : prevalences.getOrDefault(panel, Double.NaN);
        if (!Double.isFinite(level)) {
            return Optional.empty();
        }
        List<@Nullable Object> values = scale.values();
        List<Object> x = new ArrayList<>();
        values.forEach(value -> x.add(scale.position(value)));
        return Optional.of(Attributes.of("type", "scatter")
                .with("mode", values.size() == 1 ? "markers" : "lines")
                .with("x", x)
                .with("y", values.stream().map(value -> level).toList())
                .withAll(scale.period())
                .with("hoverinfo", "skip")
                .with("showlegend", false)
                .with("marker", Attributes.of("color", Theme.MUTED.reference()).with("symbol", "line-ew-open"))
                .with(
                        "line",
                        Attributes.of("color", Theme.MUTED.reference())
                                .with("width", 1)
                                .with("dash", "dash")));
    }

    /** Says what the lines are, and which groups lie on the wrong side. */
    void explain(ScoredRows rows) {
        if (!prevalences.isEmpty()) {
            notes.add("The dashed line is the share of positives, the average precision of scores that know nothing.");
        }
        if (!report.axes().y().equals("roc_auc")) {
            return;
        }
        notes.add("The dashed line at 0.5 is what scores reach that know nothing.");
        ScoreText text = new ScoreText(data, "roc_auc");
        List<String> below = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (text.isUpsideDown(rows, row)) {
                below.add(name(rows, row) + " (" + text.value(rows, row) + ")");
            }
        }
        if (!below.isEmpty()) {
            notes.add("AUC below 0.5, the scores rank upside down: " + CurvePlot.listed(below) + ".");
        }
    }

    /** What chance alone gives a z 19 times out of 20. */
    static List<Attributes> chanceBands(FacetGrid grid) {
        return grid.draw((row, column) -> List.of(Attributes.of("type", "rect")
                .with("xref", grid.xDomainReference(row, column))
                .with("yref", grid.yReference(row, column))
                .with("x0", 0)
                .with("x1", 1)
                .with("y0", -Z_LIMIT)
                .with("y1", Z_LIMIT)
                .with("layer", "below")
                .with("line", Attributes.of("width", 0))
                .with("fillcolor", Theme.NEUTRAL_BAND.reference())));
    }

    private String name(ScoredRows rows, int row) {
        return report.grouping().stream()
                .map(dimension -> AxisScale.text(rows.column(dimension), rows.value(row, dimension)))
                .reduce((left, right) -> left + " / " + right)
                .orElse("all");
    }
}
