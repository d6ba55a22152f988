package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Drill;
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
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One gauge for each group that has rows, all on the same axis, in reading order: by two dimensions, those of one value of
 * the first stand together. How many stand side by side is for the page to decide, which knows how wide it is.
 */
final class GaugePlot {
    /** More dials than a page shows tell nothing at a glance. */
    private static final int MOST = 30;

    private static final int MOST_COLUMNS = 6;
    private static final int ROW_HEIGHT = 200;
    /** What the legend above takes, in pixels. */
    private static final int LEGEND = 36;
    /** The share of a row that a title of three lines and the ticks below it take. */
    private static final double ABOVE = 0.36;
    /** The letters of names that a telephone has room for, where two dials stand side by side. */
    private static final int NAMES = 20;
    /** However long the other name is. */
    private static final int NAME = 9;
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
        List<Integer> kept = kept(rows);
        // As wide as high, so that few gauges are large.
        int columns = Math.min(MOST_COLUMNS, (int) Math.ceil(Math.sqrt(kept.size() * 1.5)));
        int lines = (kept.size() + columns - 1) / columns;
        FacetGrid grid = new FacetGrid(Collections.nCopies(columns, ""), Collections.nCopies(lines, ""));
        Axis axis = axis(rows, kept);
        List<Map<String, Object>> traces = new ArrayList<>();
        for (int row : kept) {
            int place = traces.size();
            traces.add(gauge(rows, row, axis)
                    .with("domain", domain(grid, place / columns, place % columns))
                    .toMap());
        }
        noteIdleTargets();
        return Drawing.of(
                rows.table(), new Figure(traces, layout(lines, kept.size()).toMap()), notes.list());
    }

    /** The rows that have a gauge, in order: those with a target, and the largest of the others. */
    private List<Integer> kept(ScoredRows rows) {
        List<Integer> kept = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(
                                row -> target(rows, row).isEmpty())
                        .thenComparingDouble(row -> -rows.number(row, ReportData.COUNT)))
                .limit(MOST)
                .sorted()
                .toList();
        if (kept.size() < rows.size()) {
            notes.add("There are dials for " + kept.size() + " of " + NumberText.count(rows.size())
                    + " groups, those with a target first, then the largest; the table has all. Filter to see others.");
        }
        return kept;
    }

    private Attributes layout(int lines, int gauges) {
        Attributes layout = Layouts.base(lines * ROW_HEIGHT + LEGEND + 8);
        return usedTargets.isEmpty()
                ? layout
                : layout.with("margin", Layouts.margin(LEGEND, 8, 8, 8)).with("annotations", List.of(legend(gauges)));
    }

    /** What the colours mean, as the words of one line above. */
    private Attributes legend(int gauges) {
        List<String> keys = new ArrayList<>(List.of(
                key(Theme.TARGET.reference(), "┃", "target"),
                key(Theme.ON_TARGET.reference(), "■", "on target or above"),
                key(Theme.BELOW_TARGET.reference(), "■", "up to a quarter below"),
                key(Theme.FAR_BELOW_TARGET.reference(), "■", "further below")));
        if (usedTargets.size() < gauges) {
            keys.add(key(SeriesStyle.single().color(), "■", "without a target"));
        }
        return Attributes.of("text", String.join("\u2003", keys))
                .with("name", "legend")
                .with("xref", "paper")
                .with("yref", "paper")
                .with("x", 0)
                .with("y", 1)
                .with("xanchor", "left")
                .with("yanchor", "bottom")
                .with("align", "left")
                .with("showarrow", false)
                .with("font", Attributes.of("size", 12).with("color", Theme.TEXT.reference()));
    }

    private static String key(String color, String mark, String meaning) {
        return "<span style=\"color:" + color + "\">" + mark + "</span> " + meaning;
    }

    private Axis axis(ScoredRows rows, List<Integer> kept) {
        double high = 0;
        double low = 0;
        for (int row : kept) {
            double value = rows.number(row, score.name());
            if (Double.isFinite(value)) {
                high = Math.max(high, value);
                low = Math.min(low, value);
            }
            high = Math.max(high, target(rows, row).orElse(0));
        }
        return new Axis(low * 1.1, high > 0 || low < 0 ? high * 1.1 : 1);
    }

    private Attributes gauge(ScoredRows rows, int row, Axis axis) {
        double value = rows.number(row, score.name());
        ShownNumber number = shown(rows, row);
        OptionalDouble target = target(rows, row);
        return drill(rows, row)
                .mark(Attributes.of("type", "indicator"))
                .with("mode", Double.isFinite(value) ? "gauge+number" : "gauge")
                // Rounded, as Plotly writes it: its own rounding may differ where digits end on a 5.
                .with("value", Double.isFinite(value) ? number.rounded() : null)
                .with(
                        "number",
                        Attributes.of("valueformat", TickFormat.of(number)).with("font", Attributes.of("size", 22)))
                .with(
                        "title",
                        Attributes.of("text", title(rows, row, value, target)).with("font", Attributes.of("size", 12)))
                .with("gauge", dial(value, target, axis));
    }

    private Attributes dial(double value, OptionalDouble target, Axis axis) {
        double largest = Math.max(Math.abs(axis.low()), axis.high());
        return Attributes.of(
                        "axis",
                        Attributes.of("range", List.of(axis.low(), axis.high()))
                                .with("tickformat", TickFormat.of(score.format(), largest))
                                .with("nticks", 4)
                                .with("tickfont", Attributes.of("size", 10).with("color", Theme.MUTED.reference())))
                .with("bar", Attributes.of("color", color(value, target)).with("thickness", 0.8))
                .with("bgcolor", Theme.NEUTRAL_BAND.reference())
                .with("borderwidth", 0)
                .withAll(target.isPresent() ? threshold(target.getAsDouble()) : Attributes.none());
    }

    private static Attributes threshold(double target) {
        Attributes line = Attributes.of("color", Theme.TARGET.reference()).with("width", 2);
        return Attributes.of(
                "threshold",
                Attributes.of("value", target).with("thickness", 0.75).with("line", line));
    }

    private static Attributes domain(FacetGrid grid, int line, int column) {
        return Attributes.of("x", inner(grid.columnDomain(column), 0.2, 0.2))
                .with("y", inner(grid.rowDomain(line), 0.06, ABOVE));
    }

    private Drill drill(ScoredRows rows, int row) {
        Drill drill = Drill.NONE;
        for (String dimension : report.grouping()) {
            drill = drill.is(rows.column(dimension), rows.value(row, dimension));
        }
        return drill;
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
        String group = "<b>" + String.join(" · ", names(rows, row)) + "</b><br>";
        ScoreText text = new ScoreText(data, score.name());
        String count = text.count(rows, row);
        if (!Double.isFinite(value)) {
            return group + small(NumberText.NOT_AVAILABLE + " not available, " + count);
        }
        if (target.isEmpty()) {
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

    /** The values of a dial, of which a short one leaves its room to the other. */
    private List<String> names(ScoredRows rows, int row) {
        List<String> names = report.grouping().stream()
                .map(dimension -> AxisScale.text(rows.column(dimension), rows.value(row, dimension)))
                .toList();
        int all = names.stream().mapToInt(String::length).sum();
        return names.stream()
                .map(name ->
                        PlotText.tick(name, Math.max(names.size() == 1 ? NAMES : NAME, NAMES - (all - name.length()))))
                .toList();
    }

    private record Axis(double low, double high) {}
}
