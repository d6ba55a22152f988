package com.cdhdashboard.core.report.comparison;

import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.FacetGrid;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.metric.score.ExperimentScores;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.chart.Panels;
import com.cdhdashboard.core.report.comparison.Comparisons.Comparison;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Arms against their controls, one row for each comparison and one small chart for each facet: bars of z, or points of
 * odds ratios with their intervals.
 */
final class ComparisonPlot {
    /** In all small charts below each other. */
    private static final int MOST_LINES = 100;

    private static final int LEAST_LINES = 12;
    private static final int MOST_PANELS = 30;
    private static final int MOST_ROWS = 12;
    private static final int MOST_COLUMNS = 6;
    private static final int LINE_HEIGHT = 24;
    private static final int MARGINS = 110;
    private static final int LEAST_HEIGHT = 220;
    private static final int STRIP = 26;

    private final ComparisonChart report;
    private final ReportData data;
    private final ChartNotes notes = new ChartNotes();

    ComparisonPlot(ComparisonChart report, ReportData data) {
        this.report = report;
        this.data = data;
    }

    Drawing draw() {
        ScoredRows rows = data.rows(report.grouping());
        if (rows.size() == 0) {
            return Drawing.refused(data.noRows() + " Rows without an experiment or an arm are left out.");
        }
        Comparisons comparisons = Comparisons.of(rows);
        Table table = comparisons.table();
        ComparisonMarks marks =
                report.by().equals(ComparisonChart.BY_Z) ? new ZBars() : new OddsRatioPoints(comparisons.list());
        List<Comparison> drawable =
                comparisons.list().stream().filter(marks::canDraw).toList();
        if (drawable.isEmpty()) {
            return Drawing.refused(table, "No arm can be compared with its control: " + firstNote(rows));
        }
        explainGaps(table, drawable.size());
        notes.add(marks.explanation(drawable));
        Panels panels = panels(rows, drawable);
        FacetGrid grid = panels.grid();
        List<Attributes> traces = grid.draw((row, column) -> panel(marks, panels, row, column));
        List<Attributes> shapes = grid.draw((row, column) -> marks.shapes(grid, row, column));
        Attributes layout = layout(marks, panels).with("shapes", shapes);
        return Drawing.of(
                table, new Figure(traces.stream().map(Attributes::toMap).toList(), layout.toMap()), notes.list());
    }

    private static String firstNote(ScoredRows rows) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.value(row, ExperimentScores.NOTE) instanceof String note) {
                return note;
            }
        }
        return "the table has the arms.";
    }

    private void explainGaps(Table table, int drawn) {
        int missing = table.rows().size() - drawn;
        if (missing > 0) {
            notes.add((missing == 1 ? "1 row has" : missing + " rows have")
                    + " nothing to draw; the column note of the table says why.");
        }
    }

    private Panels panels(ScoredRows rows, List<Comparison> drawable) {
        List<@Nullable Object> facetColumns = facet(rows, report.facets().column(), MOST_COLUMNS);
        List<@Nullable Object> facetRows =
                facet(rows, report.facets().row(), Math.min(MOST_ROWS, MOST_PANELS / facetColumns.size()));
        return new Panels(
                rows,
                ComparisonDrill.of(rows, data),
                drawable,
                lines(rows, drawable, facetRows.size(), facetRows.size() * facetColumns.size() > 1),
                facetRows,
                facetColumns,
                new FacetGrid(
                        texts(rows, report.facets().column(), facetColumns),
                        texts(rows, report.facets().row(), facetRows)));
    }

    private List<@Nullable Object> facet(ScoredRows rows, Optional<String> dimension, int most) {
        List<@Nullable Object> all = new ArrayList<>();
        dimension.ifPresentOrElse(name -> all.addAll(notes.largest(rows, name, most)), () -> all.add(null));
        return all;
    }

    private static List<String> texts(ScoredRows rows, Optional<String> dimension, List<@Nullable Object> values) {
        return values.stream()
                .map(value -> dimension
                        .map(name -> AxisScale.text(rows.column(name), value))
                        .orElse(""))
                .toList();
    }

    /** What is compared on each line: by the figure where there is one chart, by name where several share the lines. */
    private List<Line> lines(ScoredRows rows, List<Comparison> drawable, int charts, boolean byName) {
        Map<Line, Double> counts = new HashMap<>();
        List<Comparison> ordered = new ArrayList<>(drawable);
        String figure =
                report.by().equals(ComparisonChart.BY_Z) ? ExperimentScores.Z_SCORE : ExperimentScores.ODDS_RATIO;
        if (!byName) {
            ordered.sort(Comparator.comparingDouble(each -> -each.number(figure)));
        }
        Set<Line> lines = new LinkedHashSet<>();
        for (Comparison comparison : ordered) {
            Line line = line(rows, comparison);
            lines.add(line);
            counts.merge(line, rows.number(comparison.row(), ReportData.COUNT), Double::sum);
        }
        List<Line> all = new ArrayList<>(lines);
        if (byName) {
            all.sort(Comparator.comparing(Line::text));
        }
        return largest(all, counts, Math.max(LEAST_LINES, MOST_LINES / charts));
    }

    private List<Line> largest(List<Line> all, Map<Line, Double> counts, int most) {
        if (all.size() <= most) {
            return all;
        }
        notes.add("The chart shows the " + most + " largest of " + all.size()
                + " comparisons; the table has all. Filter to see others.");
        Set<Line> largest = all.stream()
                .sorted(Comparator.comparingDouble(line -> -counts.getOrDefault(line, 0.0)))
                .limit(most)
                .collect(Collectors.toSet());
        return all.stream().filter(largest::contains).toList();
    }

    private Line line(ScoredRows rows, Comparison comparison) {
        String experiment = data.metric().requiredDimension().orElse(report.y());
        String group = AxisScale.text(rows.column(report.y()), rows.value(comparison.row(), report.y()));
        String name = AxisScale.text(rows.column(experiment), rows.value(comparison.row(), experiment));
        String treatment = comparison.arms().treatment().name();
        String control = comparison.arms().control().name();
        return new Line(report.y().equals(experiment) ? group : group + " · " + name, treatment, control);
    }

    /** The traces of one small chart; an empty one has a trace without points, as it would lack its axes otherwise. */
    private List<Attributes> panel(ComparisonMarks marks, Panels panels, int row, int column) {
        Map<Verdict, List<ComparisonMarks.Mark>> byVerdict = byVerdict(marks, panels, row, column);
        // Every verdict is explained once, so that the legend of a figure never changes.
        boolean first = row == 0 && column == 0;
        List<Attributes> traces = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            List<ComparisonMarks.Mark> found = byVerdict.getOrDefault(verdict, List.of());
            if (!found.isEmpty() || first) {
                traces.add(panels.drill()
                        .each(found.stream()
                                .map(ComparisonMarks.Mark::comparison)
                                .toList())
                        .mark(traceOf(marks, verdict, found))
                        .with("name", verdict.title())
                        .with("legendgroup", verdict.name())
                        .with("showlegend", first)
                        .withAll(panels.grid().axesOf(row, column)));
            }
        }
        return traces.isEmpty()
                ? List.of(marks.trace(Verdict.UNDECIDED, List.of())
                        .with("showlegend", false)
                        .withAll(panels.grid().axesOf(row, column)))
                : traces;
    }

    private Map<Verdict, List<ComparisonMarks.Mark>> byVerdict(
            ComparisonMarks marks, Panels panels, int row, int column) {
        Map<Verdict, List<ComparisonMarks.Mark>> byVerdict = new HashMap<>();
        for (Comparison comparison : panels.drawable()) {
            Line line = line(panels.rows(), comparison);
            int place = panels.lines().indexOf(line);
            if (place >= 0 && isIn(panels, comparison, row, column)) {
                byVerdict
                        .computeIfAbsent(marks.verdict(comparison), verdict -> new ArrayList<>())
                        .add(new ComparisonMarks.Mark(
                                Integer.toString(place), comparison, new ComparisonHover(line, comparison).text()));
            }
        }
        return byVerdict;
    }

    /** Without a mark there is a point without place, as an empty trace would have no entry in the legend. */
    private static Attributes traceOf(ComparisonMarks marks, Verdict verdict, List<ComparisonMarks.Mark> found) {
        Attributes trace = marks.trace(verdict, found);
        List<@Nullable Object> nowhere = Collections.singletonList(null);
        return found.isEmpty() ? trace.with("x", nowhere).with("y", nowhere) : trace;
    }

    private boolean isIn(Panels panels, Comparison comparison, int row, int column) {
        return has(
                        panels.rows(),
                        comparison,
                        report.facets().row(),
                        panels.facetRows().get(row))
                && has(
                        panels.rows(),
                        comparison,
                        report.facets().column(),
                        panels.facetColumns().get(column));
    }

    private static boolean has(
            ScoredRows rows, Comparison comparison, Optional<String> dimension, @Nullable Object value) {
        return dimension.isEmpty() || Objects.equals(rows.value(comparison.row(), dimension.get()), value);
    }

    private Attributes layout(ComparisonMarks marks, Panels panels) {
        FacetGrid grid = panels.grid();
        int height = Math.max(
                report.height().orElse(LEAST_HEIGHT),
                grid.rows() * (panels.lines().size() + 1) * LINE_HEIGHT + MARGINS);
        boolean strips = report.facets().column().isPresent();
        double offset = (strips ? STRIP : 6) / (double) height;
        Attributes layout = Layouts.base(height)
                .with("margin", Layouts.margin(STRIP * 2, 24, 8, 8))
                .with("hovermode", "closest")
                .with("barmode", "overlay")
                .with("bargap", 0.3)
                .with("showlegend", true)
                .with("legend", Layouts.legend("", 1 + offset));
        grid.addAxes(layout, marks.axis(grid.columns()), yAxis(panels.lines()), xTitle(marks, panels.lines()), "");
        return grid.strips().isEmpty() ? layout : layout.with("annotations", grid.strips());
    }

    /** Says what arms are compared with. Lines name themselves, and small screens have no room for a title beside them. */
    private static String xTitle(ComparisonMarks marks, List<Line> lines) {
        long controls = lines.stream().map(Line::control).distinct().count();
        return marks.axisTitle() + " against " + (controls == 1 ? lines.get(0).control() : "the control");
    }

    private static Attributes yAxis(List<Line> lines) {
        List<String> places = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            places.add(Integer.toString(i));
            texts.add(PlotText.tick(lines.get(i).text()));
        }
        // Half a step of room at both ends, and the first line at the top.
        return Layouts.axis()
                .with("type", "category")
                .with("categoryorder", "array")
                .with("categoryarray", places)
                .with("range", List.of(lines.size() - 0.5, -0.5))
                .with("tickmode", "array")
                .with("tickvals", places)
                .with("ticktext", texts)
                .with("showgrid", false);
    }

    /** One line of the chart. */
    record Line(String group, String treatment, String control) {
        String text() {
            return group + ": " + treatment;
        }
    }

    private record Panels(
            ScoredRows rows,
            ComparisonDrill drill,
            List<Comparison> drawable,
            List<Line> lines,
            List<@Nullable Object> facetRows,
            List<@Nullable Object> facetColumns,
            FacetGrid grid) {}
}
