package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.FacetGrid;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.metric.ModelScoresMetric;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoreGroups;
import com.cdhdashboard.core.report.data.ScoreText;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.definition.ScoreView;
import com.cdhdashboard.stats.binary.ScoreDistribution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One curve of the scores for each colour in one small chart for each facet: ROC, precision and recall, calibration,
 * gain or lift. Interactions of all values of the X axis are taken together.
 */
final class CurvePlot {
    /** The end of an axis of shares; a line along 100 % is drawn whole. */
    private static final double WHOLE = 1.02;
    /** What an axis holds beyond the last point. */
    private static final double ROOM = 1.08;

    private static final String NO_SCORES =
            "With use_t_digest = false a metric keeps averages instead of the scores that"
                    + " curves are made of. Set it to true and import the files again, or choose the view \""
                    + ScoreView.TREND.label() + "\".";

    private final CurveChart report;
    private final ReportData data;
    private final ScoreView view;
    private final ChartNotes notes = new ChartNotes();
    private final Set<String> inLegend = new HashSet<>();
    private final List<List<@Nullable Object>> tableRows = new ArrayList<>();
    private final List<String> withoutCurve = new ArrayList<>();
    private final List<String> upsideDown = new ArrayList<>();
    private double rightmost;
    private double highest;

    CurvePlot(CurveChart report, ReportData data) {
        this.report = report;
        this.data = data;
        this.view = report.view();
    }

    Drawing draw() {
        ScoredRows rows = data.rows(report.grouping());
        if (rows.size() == 0 || rows.numbers(ReportData.COUNT).stream().noneMatch(count -> count > 0)) {
            return Drawing.refused(data.noRows());
        }
        if (!(data.metric() instanceof ModelScoresMetric models)
                || models.counts().averaged()) {
            return Drawing.refused(rows.table(), NO_SCORES);
        }
        List<String> dimensions = dimensions();
        ScoreGroups groups = new ScoreGroups(data.scoreCounts(report.grouping(), models.counts()), dimensions);
        Panels panels = Panels.of(report.facets(), rows, notes);
        List<Hue> hues = Hue.of(report.color(), rows, data, notes, "all");
        Map<List<@Nullable Object>, Integer> index = rows.index(dimensions);
        FacetGrid grid = panels.grid();
        boolean alone = grid.rows() * grid.columns() == 1;
        List<Attributes> drawn = grid.draw((row, column) -> {
            List<Attributes> panel = new ArrayList<>();
            for (Hue hue : panels.hues(hues, row, column)) {
                List<@Nullable Object> key = new ArrayList<>(panels.key(row, column));
                key.addAll(hue.key());
                Integer at = index.get(key);
                if (at != null) {
                    panel.addAll(traces(new Group(hue, groups.of(key), rows, at, alone)));
                }
            }
            panel.addAll(references());
            panel.forEach(trace -> trace.withAll(grid.axesOf(row, column)));
            return panel;
        });
        Table table = new Table(columns(rows), tableRows);
        if (tableRows.isEmpty()) {
            return Drawing.refused(rows.table(), data.notAvailable("roc_auc", rows.size()));
        }
        explain(models.property());
        return Drawing.of(
                table,
                new Figure(
                        drawn.stream().map(Attributes::toMap).toList(),
                        layout(panels).toMap()),
                notes.list());
    }

    /** Where a group's values stand in the keys of small charts and colours. */
    private List<String> dimensions() {
        List<String> dimensions = new ArrayList<>(report.facets().dimensions());
        report.color().ifPresent(dimensions::add);
        return dimensions;
    }

    private List<Column> columns(ScoredRows rows) {
        List<Column> columns = new ArrayList<>();
        report.grouping().forEach(dimension -> columns.add(rows.column(dimension)));
        columns.addAll(ViewPoint.columns(view));
        return columns;
    }

    /** A curve and, with precision, the level of a model that knows nothing. */
    private List<Attributes> traces(Group group) {
        List<ViewPoint> points = ViewPoint.of(view, group.scores());
        if (points.isEmpty()) {
            withoutCurve.add(name(group));
            return List.of();
        }
        ScoreText area = new ScoreText(data, "roc_auc");
        if (area.isUpsideDown(group.rows(), group.row())) {
            upsideDown.add(name(group) + " (" + area.value(group.rows(), group.row()) + ")");
        }
        List<@Nullable Object> x = new ArrayList<>();
        List<@Nullable Object> y = new ArrayList<>();
        List<@Nullable Object> hover = new ArrayList<>();
        String head =
                "<b>" + PlotText.escape(group.hue().name()) + "</b>: " + PlotText.escape(quality(group, true)) + "<br>";
        for (ViewPoint point : points) {
            x.add(point.x());
            y.add(point.y());
            hover.add(head + PlotText.escape(point.hover()));
            rightmost = Math.max(rightmost, point.x());
            highest = Math.max(
                    highest, point.interval().isDefined() ? point.interval().high() : point.y());
            List<@Nullable Object> cells = new ArrayList<>();
            report.grouping().forEach(dimension -> cells.add(group.rows().value(group.row(), dimension)));
            cells.addAll(point.cells());
            tableRows.add(cells);
        }
        Attributes curve =
                line(group, x, y).with("hovertext", hover).with("hovertemplate", "%{hovertext}<extra></extra>");
        if (view == ScoreView.CALIBRATION) {
            curve.with("error_y", errors(points));
        }
        return view == ScoreView.PRECISION_RECALL ? List.of(prevalence(group), curve) : List.of(curve);
    }

    private Attributes line(Group group, List<@Nullable Object> x, List<@Nullable Object> y) {
        Hue hue = group.hue();
        String name = PlotText.tick(hue.name());
        return hue.drill()
                .mark(Attributes.of("type", "scatter"))
                .with("mode", view == ScoreView.CALIBRATION ? "lines+markers" : "lines")
                .with("x", x)
                .with("y", y)
                .with("name", group.alone() ? name + gap() + PlotText.escape(quality(group, false)) : name)
                .with("legendgroup", hue.name())
                .with("showlegend", inLegend.add(hue.name()))
                .with(
                        "line",
                        Attributes.of("color", hue.style().color())
                                .with("width", 2)
                                .with("dash", hue.style().dash()));
    }

    private static Attributes errors(List<ViewPoint> points) {
        return Attributes.of("type", "data")
                .with("symmetric", false)
                .with(
                        "array",
                        points.stream()
                                .map(point -> point.interval().high() - point.y())
                                .toList())
                .with(
                        "arrayminus",
                        points.stream()
                                .map(point -> point.y() - point.interval().low())
                                .toList())
                .with("thickness", 1)
                .with("width", 3);
    }

    /** What stands between name and quality in the legend; calibration has more to say than a line holds. */
    private String gap() {
        return view == ScoreView.CALIBRATION ? "<br>" : "  ";
    }

    /** How good the scores of a group are in the terms of the view. */
    private String quality(Group group, boolean full) {
        if (view == ScoreView.CALIBRATION) {
            return ViewPoint.quality(group.scores());
        }
        String score = view == ScoreView.PRECISION_RECALL ? "average_precision" : "roc_auc";
        ScoreText text = new ScoreText(data, score);
        String value = full ? text.hover(group.rows(), group.row()) : text.value(group.rows(), group.row());
        return (view == ScoreView.PRECISION_RECALL ? "AP " : "AUC ") + value;
    }

    private Attributes prevalence(Group group) {
        double share = (double) group.scores().totalPositives() / group.scores().count();
        return reference(List.of(0, 1), List.of(share, share))
                .with(
                        "line",
                        Attributes.of("color", group.hue().style().color())
                                .with("width", 1)
                                .with("dash", "dot"))
                .with("legendgroup", group.hue().name());
    }

    private List<Attributes> references() {
        return switch (view) {
            case ROC, GAIN, CALIBRATION -> List.of(reference(List.of(0, 1), List.of(0, 1)));
            case LIFT -> List.of(reference(List.of(0, 1), List.of(1, 1)));
            case PRECISION_RECALL, TREND -> List.of();
        };
    }

    private static Attributes reference(List<? extends Number> x, List<? extends Number> y) {
        return Attributes.of("type", "scatter")
                .with("mode", "lines")
                .with("x", x)
                .with("y", y)
                .with("hoverinfo", "skip")
                .with("showlegend", false)
                .with(
                        "line",
                        Attributes.of("color", Theme.AXIS.reference())
                                .with("width", 1)
                                .with("dash", "dash"));
    }

    private void explain(String property) {
        notes.add("Curves are of " + property + "; all values of "
                + report.plain().x() + " are taken together. Filter to see some of them.");
        notes.add(
                switch (view) {
                    case ROC, GAIN -> "The dashed diagonal is what scores give that know nothing.";
                    case LIFT -> "At the dashed line interactions are as good as taken by chance.";
                    case PRECISION_RECALL ->
                        "Dotted lines are the share of positives, the precision of scores that know" + " nothing.";
                    case CALIBRATION ->
                        "Points are tenths of the interactions by score, equal scores kept together, with 95 %"
                                + " intervals (Wilson); on the dashed diagonal scores are what happens. ECE is the mean"
                                + " distance from it.";
                    case TREND -> "";
                });
        if (!withoutCurve.isEmpty()) {
            notes.add("No curve, as positive or negative responses with a score are missing: " + listed(withoutCurve)
                    + ".");
        }
        if (!upsideDown.isEmpty()) {
            notes.add("AUC below 0.5, the scores rank upside down: " + listed(upsideDown) + ".");
        }
    }

    static String listed(List<String> names) {
        int most = 5;
        return names.size() <= most
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }

    private String name(Group group) {
        List<String> texts = new ArrayList<>();
        for (String dimension : report.grouping()) {
            texts.add(
                    AxisScale.text(group.rows().column(dimension), group.rows().value(group.row(), dimension)));
        }
        return texts.isEmpty() ? "all" : String.join(" / ", texts);
    }

    private Attributes layout(Panels panels) {
        Attributes layout = panels.layout(
                        report.plain().height(), Optional.of(report.color().orElse("")))
                .with("hovermode", "closest");
        boolean wholeWidth = view != ScoreView.CALIBRATION;
        boolean wholeHeight = view == ScoreView.ROC || view == ScoreView.GAIN;
        double right = wholeWidth ? WHOLE : Math.min(WHOLE, rightmost * ROOM);
        double top = wholeHeight ? WHOLE : highest * ROOM;
        Attributes x = axis(".3~%").with("range", List.of(0, right));
        Attributes y = axis(view == ScoreView.LIFT ? ".3~g" : ".3~%")
                .with("range", List.of(0, view == ScoreView.LIFT ? Math.max(ROOM, top) : Math.min(WHOLE, top)));
        panels.grid().addAxes(layout, x, y, ScoreView.title(view.x()), ScoreView.title(view.y()));
        return layout;
    }

    private static Attributes axis(String format) {
        return Layouts.axis().with("type", "linear").with("tickformat", format);
    }

    /** One colour in one small chart; {@code alone} where there is no other chart. */
    private record Group(Hue hue, ScoreDistribution scores, ScoredRows rows, int row, boolean alone) {}
}
