package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.figure.TickFormat;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoreText;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Bubbles that move from frame to frame: two scores as position, one as area. The axes span all frames, with room for
 * the bubbles at the border.
 */
final class ScatterPlot {
    private static final int HEIGHT = 600;
    private static final int MOST_COLORS = 12;
    private static final int MOST_FRAMES = 120;
    private static final int MOST_BUBBLES = 100;
    private static final double LARGEST_BUBBLE = 60;
    private static final int SMALLEST_BUBBLE = 5;
    /** More of a logarithmic axis lie over each other. */
    private static final int MOST_TICKS = 8;

    private static final double PADDING = 0.08;

    private final ScatterChart report;
    private final ReportData data;
    private final ChartNotes notes = new ChartNotes();

    ScatterPlot(ScatterChart report, ReportData data) {
        this.report = report;
        this.data = data;
    }

    Drawing draw() {
        ScoredRows rows = data.rows(report.grouping());
        if (rows.size() == 0) {
            return Drawing.refused(data.noRows());
        }
        List<@Nullable Object> colors = notes.largest(rows, report.color(), MOST_COLORS);
        List<@Nullable Object> frames = notes.largest(rows, report.steps().frame(), MOST_FRAMES);
        List<Integer> placed = placed(rows, colors, frames);
        if (placed.isEmpty()) {
            return Drawing.refused(rows.table(), noPlace(rows));
        }
        noteUnplaced(rows);
        Map<Object, List<Integer>> byFrame = byFrame(rows, placed);
        noteEmptyFrames(rows, frames, byFrame);
        double unit = areaUnit(rows, placed);
        List<Map<String, Object>> steps = new ArrayList<>();
        byFrame.forEach((frame, members) -> steps.add(Attributes.of("name", frame)
                .with("data", traces(rows, members, colors, unit))
                .toMap()));
        List<Map<String, Object>> first = traces(
                        rows, byFrame.values().iterator().next(), colors, unit)
                .stream()
                .map(Attributes::toMap)
                .toList();
        Attributes layout = layout(rows, placed, colors.size() > 1)
                .withAll(new FramePlayer(report.steps().frame()).over(frameNames(rows, byFrame)));
        return Drawing.of(rows.table(), new Figure(first, layout.toMap(), steps), notes.list());
    }

    /** The rows that have a bubble. */
    private List<Integer> placed(ScoredRows rows, List<@Nullable Object> colors, List<@Nullable Object> frames) {
        List<@Nullable Object> bubbles = notes.largest(rows, report.steps().group(), MOST_BUBBLES);
        return IntStream.range(0, rows.size())
                .filter(row -> isPlaced(rows, row, report.x()) && isPlaced(rows, row, report.y()))
                .filter(row -> colors.contains(rows.value(row, report.color())))
                .filter(row -> frames.contains(rows.value(row, report.steps().frame())))
                .filter(row -> bubbles.contains(rows.value(row, report.steps().group())))
                .boxed()
                .toList();
    }

    private static boolean isPlaced(ScoredRows rows, int row, ScatterChart.Axis axis) {
        double value = rows.number(row, axis.score());
        return Double.isFinite(value) && !(axis.logarithmic() && !(value > 0));
    }

    private String noPlace(ScoredRows rows) {
        for (ScatterChart.Axis axis : List.of(report.x(), report.y())) {
            if (rows.numbers(axis.score()).stream().noneMatch(Double::isFinite)) {
                return data.notAvailable(axis.score(), rows.size());
            }
        }
        return "No group has a place on both axes: "
                + data.score(report.x().score()).title() + " and "
                + data.score(report.y().score()).title()
                + " must be available together, and above zero on a logarithmic axis. Make the axes linear or clear a"
                + " filter.";
    }

    private void noteUnplaced(ScoredRows rows) {
        long unplaced = IntStream.range(0, rows.size())
                .filter(row -> !isPlaced(rows, row, report.x()) || !isPlaced(rows, row, report.y()))
                .count();
        if (unplaced > 0) {
            notes.add(NumberText.count(unplaced) + (unplaced == 1 ? " group has" : " groups have")
                    + " no place on the axes, as a score is not available or not above zero on a logarithmic axis;"
                    + " the table has all.");
        }
        boolean sizeless = rows.numbers(report.size()).stream().anyMatch(size -> !(size > 0));
        if (sizeless) {
            notes.add("Bubbles without a " + data.score(report.size()).title()
                    + " above zero are drawn at the smallest size.");
        }
    }

    /** What a frame is called, by its name in the figure. */
    private Map<Object, String> frameNames(ScoredRows rows, Map<Object, List<Integer>> byFrame) {
        String frame = report.steps().frame();
        Map<Object, String> names = new LinkedHashMap<>();
        byFrame.forEach((name, members) ->
                names.put(name, PlotText.tick(AxisScale.text(rows.column(frame), rows.value(members.get(0), frame)))));
        return names;
    }

    private void noteEmptyFrames(ScoredRows rows, List<@Nullable Object> frames, Map<Object, List<Integer>> byFrame) {
        String frame = report.steps().frame();
        List<String> empty = frames.stream()
                .filter(value -> !byFrame.containsKey(Values.label(value)))
                .map(value -> AxisScale.text(rows.column(frame), value))
                .toList();
        if (!empty.isEmpty()) {
            notes.add("No picture of " + CurvePlot.listed(empty) + ", where none of these bubbles has a place.");
        }
    }

    private Map<Object, List<Integer>> byFrame(ScoredRows rows, List<Integer> placed) {
        Map<Object, List<Integer>> frames = new LinkedHashMap<>();
        for (int row : placed) {
            // Rows come in the order of frames, the first dimension they are grouped by.
            String frame = Values.label(rows.value(row, report.steps().frame()));
            frames.computeIfAbsent(frame, name -> new ArrayList<>()).add(row);
        }
        return frames;
    }

    /** The score that one square pixel of a bubble stands for. */
    private double areaUnit(ScoredRows rows, List<Integer> placed) {
        double largest = placed.stream()
                .mapToDouble(row -> rows.number(row, report.size()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return largest > 0 ? 2 * largest / (LARGEST_BUBBLE * LARGEST_BUBBLE) : 1;
    }

    /** One trace for each colour, also where a frame has none of it: frames match traces by their place. */
    private List<Attributes> traces(
            ScoredRows rows, List<Integer> members, List<@Nullable Object> colors, double unit) {
        BubbleNames names = BubbleNames.of(rows, members, report);
        List<Attributes> traces = new ArrayList<>();
        for (Object color : colors) {
            List<Integer> own = members.stream()
                    .filter(row -> Objects.equals(rows.value(row, report.color()), color))
                    .toList();
            SeriesStyle style = data.style(report.color(), color);
            traces.add(drill(rows, own, color)
                    .mark(Attributes.of("type", "scatter"))
                    .with("mode", "markers+text")
                    .with("text", own.stream().map(names::of).toList())
                    .with("textposition", "top center")
                    .with("textfont", BubbleNames.font())
                    .with("cliponaxis", false)
                    .with("name", PlotText.tick(AxisScale.text(rows.column(report.color()), color)))
                    .with("ids", own.stream().map(row -> bubble(rows, row)).toList())
                    .with(
                            "x",
                            own.stream()
                                    .map(row -> rows.number(row, report.x().score()))
                                    .toList())
                    .with(
                            "y",
                            own.stream()
                                    .map(row -> rows.number(row, report.y().score()))
                                    .toList())
                    .with("hovertext", own.stream().map(row -> hover(rows, row)).toList())
                    .with("hovertemplate", "%{hovertext}<extra></extra>")
                    .with(
                            "marker",
                            marker(style, unit)
                                    .with(
                                            "size",
                                            own.stream()
                                                    .map(row -> size(rows, row))
                                                    .toList())));
        }
        return traces;
    }

    private Drill drill(ScoredRows rows, List<Integer> own, @Nullable Object color) {
        Drill drill = Drill.NONE.is(rows.column(report.color()), color);
        for (String dimension : List.of(report.steps().group(), report.steps().frame())) {
            drill = drill.each(rows.column(dimension), rows.values(own, dimension));
        }
        return drill;
    }

    private static Attributes marker(SeriesStyle style, double unit) {
        return Attributes.of("color", style.color())
                .with("opacity", 0.75)
                .with("sizemode", "area")
                .with("sizeref", unit)
                .with("sizemin", SMALLEST_BUBBLE)
                .with("line", Attributes.of("color", Theme.SURFACE.reference()).with("width", 1));
    }

    private String bubble(ScoredRows rows, int row) {
        return Values.label(rows.value(row, report.color())) + "/"
                + Values.label(rows.value(row, report.steps().group()));
    }

    private double size(ScoredRows rows, int row) {
        double size = rows.number(row, report.size());
        return size > 0 ? size : 0;
    }

    private String hover(ScoredRows rows, int row) {
        StringBuilder text = new StringBuilder("<b>" + PlotText.escape(BubbleNames.name(rows, row, report)) + "</b>");
        for (String name : List.of(report.x().score(), report.y().score(), report.size())) {
            Score score = data.score(name);
            text.append("<br>").append(PlotText.escape(score.title())).append(": ");
            text.append(PlotText.escape(new ScoreText(data, name).value(rows, row)));
        }
        return text.append("<br>")
                .append(new ScoreText(data, report.size()).count(rows, row))
                .toString();
    }

    private Attributes layout(ScoredRows rows, List<Integer> placed, boolean legend) {
        return Layouts.base(HEIGHT)
                .with("margin", Layouts.margin(30, 24, 100, 8))
                .with("hovermode", "closest")
                .with("showlegend", legend)
                .with("legend", Layouts.legend(DimensionTitle.of(report.color()), 1.02))
                .with("xaxis", axis(rows, placed, report.x()))
                .with("yaxis", axis(rows, placed, report.y()));
    }

    private Attributes axis(ScoredRows rows, List<Integer> placed, ScatterChart.Axis axis) {
        Score score = data.score(axis.score());
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row : placed) {
            double value = rows.number(row, axis.score());
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        boolean zero = score.display().centre().isPresent() && !axis.logarithmic();
        double from = axis.logarithmic() ? Math.log10(low) : low;
        double to = axis.logarithmic() ? Math.log10(high) : high;
        double room = to > from ? (to - from) * PADDING : Math.max(Math.abs(to) * PADDING, 1e-6);
        double largest = Math.max(Math.abs(low), Math.abs(high));
        return Layouts.axis()
                .with("type", axis.logarithmic() ? "log" : "linear")
                .with("range", List.of(from - room, to + room))
                .with("tickformat", TickFormat.of(score.format(), largest))
                .with("nticks", MOST_TICKS)
                .with("zeroline", zero)
                .with("zerolinecolor", Theme.AXIS.reference())
                .with(
                        "title",
                        Attributes.of("text", PlotText.escape(score.title())).with("standoff", 8));
    }
}
