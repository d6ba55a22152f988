package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.figure.FacetGrid;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.figure.TickFormat;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.chart.SeriesTraces.Point;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoreText;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A score over a dimension as lines or grouped bars, one series for each colour, one small chart for each facet.
 *
 * <p>Categories and a few points of time are drawn as bars with whiskers, more of time as lines with bands. Series beyond the largest twelve are rolled
 * up into one, which holds for every score since it is computed from its own sums.
 */
final class LinePlot {
    /** Points of time are a course, which a line tells; as few as these can be compared one by one. */
    private static final int MOST_BARS_OF_TIME = 8;

    private static final int MOST_SERIES = 12;
    /** What Plotly gives to traces without a rank. */
    private static final int FIRST_RANK = 1000;

    private final LineChart report;
    private final ReportData data;
    private final Score score;
    private final ScoreText text;
    private final ChartNotes notes = new ChartNotes();
    private final Set<String> inLegend = new HashSet<>();
    private final ReferenceLines references;

    LinePlot(LineChart report, ReportData data) {
        this.report = report;
        this.data = data;
        this.score = data.score(report.axes().y());
        this.text = new ScoreText(data, score.name());
        this.references = new ReferenceLines(report, data, notes);
    }

    Drawing draw() {
        ScoredRows rows = data.rows(report.grouping());
        Optional<Drawing> refusal = data.refusal(rows, score.name());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Panels panels = Panels.of(report.facets(), rows, notes);
        AxisScale scale = scale(rows, panels.grid().columns());
        if (scale.values().isEmpty()) {
            return Drawing.refused(
                    rows.table(),
                    "No row has a " + DimensionTitle.of(report.axes().x()) + ", so none has a place on the time axis.");
        }
        List<Series> series = series(rows);
        SeriesTraces traces = traces(rows, scale, series.size());
        List<Attributes> drawn = drawn(traces, series, panels);
        explain(rows, traces, series);
        Attributes layout = layout(traces, panels, series.size() > 1);
        return Drawing.of(
                rows.table(), new Figure(drawn.stream().map(Attributes::toMap).toList(), layout.toMap()), notes.list());
    }

    private SeriesTraces traces(ScoredRows rows, AxisScale scale, int series) {
        return new SeriesTraces(
                scale,
                new SeriesTraces.Form(bars(scale), series, scale.values().size() * series, logarithmic(rows)),
                data.centre(score).orElse(0.0),
                data.bound(score.name(), "_Low").isPresent());
    }

    private List<Attributes> drawn(SeriesTraces traces, List<Series> series, Panels panels) {
        List<Attributes> drawn =
                new ArrayList<>(panels.grid().draw((row, column) -> cell(traces, series, panels, row, column)));
        if (isCut(traces)) {
            drawn.addAll(panels.grid().draw((row, column) -> marks(traces, series, panels, row, column)));
        }
        return drawn;
    }

    private void explain(ScoredRows rows, SeriesTraces traces, List<Series> series) {
        ScoreNotes told = new ScoreNotes(data, score, notes);
        told.explain(rows, traces.drawsIntervals());
        // The only series is in no legend.
        told.explainAbsent(series.stream()
                .map(Series::name)
                .filter(name -> series.size() > 1 && !inLegend.contains(name))
                .toList());
        references.explain(rows);
    }

    /** The traces of one small chart; an empty one has a trace without points, as it would lack its axes otherwise. */
    private List<Attributes> cell(SeriesTraces traces, List<Series> series, Panels panels, int row, int column) {
        List<Attributes> drawn = new ArrayList<>();
        for (int place = 0; place < series.size(); place++) {
            Series one = series.get(place);
            List<Point> points = points(one, traces.scale(), panels.key(row, column));
            if (points.stream().anyMatch(point -> Double.isFinite(point.y()))) {
                boolean explained = series.size() == 1 || !inLegend.add(one.name());
                drawn.addAll(traces.draw(one.hue().within(panels.drill(row, column)), points, !explained));
                // The first small chart may lack a series; the legend keeps the order of values all the same.
                drawn.get(drawn.size() - 1).with("legendrank", FIRST_RANK + place);
            }
        }
        if (drawn.isEmpty()) {
            drawn.add(traces.nothing());
        }
        references.of(panels.key(row, column), traces.scale()).ifPresent(drawn::add);
        drawn.forEach(trace -> trace.withAll(panels.grid().axesOf(row, column)));
        return drawn;
    }

    private boolean isCut(SeriesTraces traces) {
        return !traces.logarithmic()
                && traces.drawsIntervals()
                && traces.range().isCut();
    }

    /** What shows in one small chart that intervals go on beyond the axis. */
    private List<Attributes> marks(SeriesTraces traces, List<Series> series, Panels panels, int row, int column) {
        List<Attributes> marks = new ArrayList<>();
        for (Series one : series) {
            List<Point> points = points(one, traces.scale(), panels.key(row, column));
            traces.range().marks(one.hue(), points, traces.scale()).ifPresent(marks::add);
        }
        marks.forEach(trace -> trace.withAll(panels.grid().axesOf(row, column)));
        return marks;
    }

    private AxisScale scale(ScoredRows rows, int columns) {
        String x = report.axes().x();
        AxisScale all = AxisScale.of(rows.column(x), rows.distinct(x));
        if (all.isTime()) {
            if (rows.distinct(x).contains(null)) {
                notes.add("Rows without a " + DimensionTitle.of(x)
                        + " have no place on the time axis; they are in the table.");
            }
            return all;
        }
        return AxisScale.of(rows.column(x), notes.largest(rows, x, Room.BARS.categories(seriesOfEach(rows), columns)));
    }

    /** How many bars stand on one x. */
    private int seriesOfEach(ScoredRows rows) {
        return report.color()
                .filter(color -> !color.equals(report.axes().x()))
                .map(color -> Math.min(MOST_SERIES, rows.distinct(color).size()))
                .orElse(1);
    }

    private List<Series> series(ScoredRows rows) {
        if (report.color().isEmpty()) {
            return List.of(new Series(Hue.single(score.title()), rows, rowIndex(rows)));
        }
        String color = report.color().get();
        boolean others = onlyColor(color)
                && data.metric().requiredDimension().filter(color::equals).isEmpty()
                && rows.distinct(color).size() > MOST_SERIES;
        List<@Nullable Object> kept =
                others ? rows.largest(color, MOST_SERIES) : notes.largest(rows, color, MOST_SERIES);
        Map<List<@Nullable Object>, Integer> index = rowIndex(rows);
        List<Series> series = new ArrayList<>();
        for (Object value : kept) {
            series.add(new Series(Hue.of(rows.column(color), value, data), rows, index));
        }
        if (others) {
            series.add(others(rows.column(color), kept, rows.distinct(color).size() - kept.size()));
        }
        return series;
    }

    /** Whether the dimension is nowhere else in the chart, so that values of it can be summed. */
    private boolean onlyColor(String dimension) {
        return !dimension.equals(report.axes().x())
                && report.facets().row().filter(dimension::equals).isEmpty()
                && report.facets().column().filter(dimension::equals).isEmpty();
    }

    private Series others(Column color, List<@Nullable Object> kept, int further) {
        List<String> grouping = report.grouping().stream()
                .filter(dimension -> !dimension.equals(color.name()))
                .toList();
        ScoredRows rows = data.rows(grouping, List.of(ReportData.noneOf(color.name(), kept)));
        notes.add(NumberText.count(further) + " smaller values of " + DimensionTitle.of(color.name())
                + " are drawn together as \"other\"; the table has all.");
        String name = "other (" + NumberText.count(further) + ")";
        Drill drill = Drill.NONE.isNoneOf(color, kept, name);
        return new Series(new Hue(name, SeriesStyle.OTHER, List.of(), drill), rows, rowIndex(rows));
    }

    /** Rows by x, facets and, where the rows have it, colour. */
    private Map<List<@Nullable Object>, Integer> rowIndex(ScoredRows rows) {
        List<String> columns = new ArrayList<>(List.of(report.axes().x()));
        columns.addAll(report.facets().dimensions());
        report.color().ifPresent(columns::add);
        // What is summed over the colour has no such column.
        columns.removeIf(column -> !rows.hasColumn(column));
        return rows.index(columns);
    }

    private List<Point> points(Series series, AxisScale scale, List<@Nullable Object> panel) {
        List<Point> points = new ArrayList<>();
        for (Object x : scale.values()) {
            List<@Nullable Object> key = new ArrayList<>();
            key.add(x);
            key.addAll(panel);
            key.addAll(series.hue().key());
            Integer at = series.index().get(key);
            points.add(at == null ? Point.missing(x) : point(x, series.rows(), at));
        }
        return points;
    }

    private Point point(@Nullable Object x, ScoredRows rows, int row) {
        return new Point(
                x, rows.number(row, score.name()), text.low(rows, row), text.high(rows, row), text.hover(rows, row));
    }

    private boolean bars(AxisScale scale) {
        return report.look()
                .form()
                .map("bar"::equals)
                .orElse(!scale.isTime() || scale.values().size() < MOST_BARS_OF_TIME);
    }

    private boolean logarithmic(ScoredRows rows) {
        if (!report.look().logarithmic()) {
            return false;
        }
        if (data.centre(score).filter(centre -> centre != 0).isPresent()) {
            notes.add(score.title() + " is drawn from "
                    + NumberText.of(data.centre(score).get(), Format.RATIO)
                    + ", for which a logarithmic axis has no place; the axis is linear.");
            return false;
        }
        boolean positive = rows.numbers(score.name()).stream().noneMatch(value -> value < 0)
                && rows.numbers(score.name()).stream().anyMatch(value -> value > 0);
        if (!positive) {
            notes.add("A logarithmic axis has no place for values below zero; the axis is linear.");
        }
        return positive;
    }

    private Attributes layout(SeriesTraces traces, Panels panels, boolean legend) {
        FacetGrid grid = panels.grid();
        Attributes layout = panels.layout(
                        report.look().height(),
                        legend ? Optional.of(report.color().orElse("")) : Optional.empty())
                .with("hovermode", traces.bars() ? "closest" : "x unified");
        if (traces.bars()) {
            boolean oneBarEach =
                    report.color().filter(report.axes().x()::equals).isPresent();
            String mode = oneBarEach ? "overlay" : "group";
            layout.with("barmode", mode).with("bargap", 0.2);
            if (isCut(traces)) {
                // Puts triangles over their bars; without any, it would only draw zero onto every axis
                layout.with("scattermode", mode).with("scattergap", 0.2);
            }
        }
        Attributes xAxis = Layouts.axis().withAll(traces.scale().axis()).with("showgrid", false);
        grid.addAxes(
                layout, xAxis, yAxis(traces), DimensionTitle.of(report.axes().x()), score.title());
        return score.name().equals(ScoreNotes.Z_SCORE)
                ? layout.with("shapes", ReferenceLines.chanceBands(grid))
                : layout;
    }

    private Attributes yAxis(SeriesTraces traces) {
        Attributes axis = Layouts.axis()
                .with("tickformat", TickFormat.of(score.format(), traces.range().largest()));
        if (traces.logarithmic()) {
            return axis.with("type", "log").with("dtick", "D2");
        }
        axis.with("type", "linear").with("zeroline", true).with("zerolinecolor", Theme.AXIS.reference());
        if (isCut(traces)) {
            notes.add(
                    "Intervals of small groups run beyond the axis, where small triangles stand; the hovers have their"
                            + " ends.");
            return axis.with("range", traces.range().ends());
        }
        return score.display().centre().isPresent()
                ? axis
                : axis.with("rangemode", score.format() == Format.P_VALUE ? "normal" : "tozero");
    }

    /** One colour: its rows, found by their values. */
    record Series(Hue hue, ScoredRows rows, Map<List<@Nullable Object>, Integer> index) {
        String name() {
            return hue.name();
        }
    }
}
