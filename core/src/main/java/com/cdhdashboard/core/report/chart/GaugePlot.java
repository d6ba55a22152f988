package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.FacetGrid;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.figure.ShownNumber;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.figure.TickFormat;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoreText;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.explanation.RowNumbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One gauge for each group, all on the same axis. By two dimensions each gauge stands where its row and column meet; a
 * combination without rows stays empty.
 */
final class GaugePlot {
    private static final int MOST_ROWS = 12;
    private static final int MOST_COLUMNS = 6;
    private static final int ROW_HEIGHT = 190;
    /** The share of a row that a title of three lines and the ticks below it take. */
    private static final double ABOVE = 0.36;
    /** The letters of a name that a telephone has room for, where two dials stand side by side. */
    private static final int NAME = 20;

    private static final int HALF_NAME = 12;
    /** From the target on a value is on target, below this share of it far below. */
    private static final double FAR_BELOW = 0.75;

    private final GaugeChart report;
    private final ReportData data;
    private final Score score;
    private final Set<String> usedTargets = new LinkedHashSet<>();
    private final ChartNotes notes = new ChartNotes();

    GaugePlot(GaugeChart report, ReportData data) {
        this.report = report;
        this.data = data;
        this.score = data.score(report.value());
    }

    Drawing draw() {
        ScoredRows rows = data.rows(report.grouping());
        Optional<Drawing> refusal = data.refusal(rows, score.name());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<Place> places = report.grouping().size() == 1 ? inReadingOrder(rows) : byCategory(rows);
        FacetGrid grid = grid(rows, places);
        Axis axis = axis(rows, places);
        List<Map<String, Object>> traces = new ArrayList<>();
        List<Attributes> annotations = new ArrayList<>(grid.strips());
        for (Place place : places) {
            traces.add(gauge(rows, place, grid, axis).toMap());
            if (!Double.isFinite(rows.number(place.row(), score.name()))) {
                annotations.add(dash(place, grid));
            }
        }
        noteIdleTargets();
        Attributes layout = Layouts.base(grid.rows() * ROW_HEIGHT + 40).with("margin", Layouts.margin(36, 28, 8, 8));
        return Drawing.of(
                rows.table(),
                new Figure(traces, layout.with("annotations", annotations).toMap()),
                notes.list());
    }

    private List<Place> inReadingOrder(ScoredRows rows) {
        String dimension = report.grouping().get(0);
        List<@Nullable Object> kept = notes.largest(rows, dimension, MOST_ROWS * MOST_COLUMNS);
        Map<List<@Nullable Object>, Integer> index = rows.index(report.grouping());
        // As wide as high, so that few gauges are large.
        int columns = Math.min(MOST_COLUMNS, (int) Math.ceil(Math.sqrt(kept.size() * 1.5)));
        List<Place> places = new ArrayList<>();
        for (Object value : kept) {
            Integer row = index.get(ScoredRows.key(value));
            if (row != null) {
                places.add(new Place(row, places.size() / columns, places.size() % columns, ""));
            }
        }
        return places;
    }

    private List<Place> byCategory(ScoredRows rows) {
        List<@Nullable Object> lines = notes.largest(rows, report.grouping().get(0), MOST_ROWS);
        List<@Nullable Object> columns = notes.largest(rows, report.grouping().get(1), MOST_COLUMNS);
        Map<List<@Nullable Object>, Integer> index = rows.index(report.grouping());
        List<Place> places = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            for (int column = 0; column < columns.size(); column++) {
                Integer row = index.get(ScoredRows.key(lines.get(line), columns.get(column)));
                if (row != null) {
                    String group = text(rows, row, 0, HALF_NAME) + ", " + text(rows, row, 1, HALF_NAME);
                    places.add(new Place(row, line, column, group));
                }
            }
        }
        return places;
    }

    private FacetGrid grid(ScoredRows rows, List<Place> places) {
        if (report.grouping().size() == 2) {
            return new FacetGrid(
                    texts(rows, report.grouping().get(1), MOST_COLUMNS),
                    texts(rows, report.grouping().get(0), MOST_ROWS));
        }
        int columns = places.stream().mapToInt(Place::column).max().orElse(0) + 1;
        int lines = places.stream().mapToInt(Place::line).max().orElse(0) + 1;
        return new FacetGrid(Collections.nCopies(columns, ""), Collections.nCopies(lines, ""));
    }

    private static List<String> texts(ScoredRows rows, String dimension, int most) {
        List<String> texts = new ArrayList<>();
        rows.largest(dimension, most).forEach(value -> texts.add(AxisScale.text(rows.column(dimension), value)));
        return texts;
    }

    private Axis axis(ScoredRows rows, List<Place> places) {
        double high = 0;
        double low = 0;
        for (Place place : places) {
            double value = rows.number(place.row(), score.name());
            if (Double.isFinite(value)) {
                high = Math.max(high, value);
                low = Math.min(low, value);
            }
            high = Math.max(high, target(rows, place.row()).orElse(0));
        }
        return new Axis(low * 1.1, high > 0 || low < 0 ? high * 1.1 : 1);
    }

    private Attributes gauge(ScoredRows rows, Place place, FacetGrid grid, Axis axis) {
        double value = rows.number(place.row(), score.name());
        ShownNumber number = shown(rows, place.row());
        OptionalDouble target = target(rows, place.row());
        double largest = Math.max(Math.abs(axis.low()), axis.high());
        Attributes dial = Attributes.of(
                        "axis",
                        Attributes.of("range", List.of(axis.low(), axis.high()))
                                .with("tickformat", TickFormat.of(score.format(), largest))
                                .with("nticks", 4)
                                .with("tickfont", Attributes.of("size", 10).with("color", Theme.MUTED.reference())))
                .with("bar", Attributes.of("color", color(value, target)).with("thickness", 0.8))
                .with("bgcolor", Theme.NEUTRAL_BAND.reference())
                .with("borderwidth", 0);
        target.ifPresent(mark -> dial.with(
                "threshold",
                Attributes.of("value", mark)
                        .with("thickness", 0.75)
                        .with(
                                "line",
                                Attributes.of("color", Theme.TARGET.reference()).with("width", 2))));
        return Attributes.of("type", "indicator")
                .with("mode", Double.isFinite(value) ? "gauge+number" : "gauge")
                // Rounded, as Plotly writes it: its own rounding may differ where digits end on a 5.
                .with("value", Double.isFinite(value) ? number.rounded() : null)
                .with(
                        "number",
                        Attributes.of("valueformat", TickFormat.of(number)).with("font", Attributes.of("size", 22)))
                .with(
                        "title",
                        Attributes.of("text", title(rows, place.row(), value, target))
                                .with("font", Attributes.of("size", 12)))
                .with("gauge", dial)
                .with("meta", place.group())
                .with(
                        "domain",
                        Attributes.of("x", inner(grid.columnDomain(place.column()), 0.2, 0.2))
                                .with("y", inner(grid.rowDomain(place.line()), 0.06, ABOVE)));
    }

    /** Leaves room for the title above and the tick labels at the sides. */
    private static List<Double> inner(List<Double> domain, double before, double after) {
        double size = domain.get(1) - domain.get(0);
        return List.of(domain.get(0) + before * size, domain.get(1) - after * size);
    }

    private ShownNumber shown(ScoredRows rows, int row) {
        return RowNumbers.of(score.name(), score.format(), rows.numbersOf(row));
    }

    private String title(ScoredRows rows, int row, double value, OptionalDouble target) {
        String group = report.grouping().size() == 2 ? "" : text(rows, row, 0, NAME) + "<br>";
        ScoreText text = new ScoreText(data, score.name());
        String count = text.count(rows, row);
        if (target.isEmpty() || !Double.isFinite(value)) {
            return group + small(count);
        }
        double difference = value - target.getAsDouble();
        String delta =
                NumberText.difference(difference, score.format(), (text.high(rows, row) - text.low(rows, row)) / 2);
        return group
                + small(delta + " to target " + NumberText.of(target.getAsDouble(), score.format()))
                + "<br>"
                + small(count);
    }

    private static String small(String text) {
        return "<span style=\"font-size:11px\">" + PlotText.escape(text) + "</span>";
    }

    private static String color(double value, OptionalDouble target) {
        if (target.isEmpty()) {
            return SeriesStyle.single().color();
        }
        if (value >= target.getAsDouble()) {
            return Theme.ON_TARGET.reference();
        }
        return value >= FAR_BELOW * target.getAsDouble()
                ? Theme.BELOW_TARGET.reference()
                : Theme.FAR_BELOW_TARGET.reference();
    }

    private OptionalDouble target(ScoredRows rows, int row) {
        String group = report.grouping().stream()
                .map(dimension -> Values.label(rows.value(row, dimension)))
                .collect(Collectors.joining("_"));
        Optional<Double> target = Optional.ofNullable(report.targets().get(group));
        target.ifPresent(found -> usedTargets.add(group));
        return target.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private void noteIdleTargets() {
        List<String> idle = report.targets().keySet().stream()
                .filter(group -> !usedTargets.contains(group))
                .toList();
        if (!idle.isEmpty()) {
            notes.add("No gauge for the target of " + String.join(", ", idle) + ": there is no such group.");
        }
    }

    private static Attributes dash(Place place, FacetGrid grid) {
        List<Double> x = grid.columnDomain(place.column());
        List<Double> y = grid.rowDomain(place.line());
        return Attributes.of("text", NumberText.NOT_AVAILABLE)
                .with("xref", "paper")
                .with("yref", "paper")
                .with("x", (x.get(0) + x.get(1)) / 2)
                .with("y", y.get(0) + (y.get(1) - y.get(0)) * 0.3)
                .with("showarrow", false)
                .with("font", Attributes.of("size", 22));
    }

    /** The value of a dimension of the report. */
    private String text(ScoredRows rows, int row, int place, int length) {
        String dimension = report.grouping().get(place);
        return PlotText.tick(AxisScale.text(rows.column(dimension), rows.value(row, dimension)), length);
    }

    /** Where the gauge of a row stands; {@code group} names it where its row and column are not seen. */
    private record Place(int row, int line, int column, String group) {}

    private record Axis(double low, double high) {}
}
