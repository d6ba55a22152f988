package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.ColorRange;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoreText;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.definition.Allowed;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.CommonKeys;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Coloured cells of two dimensions. A cell without rows or without a score is a gap; a step of time keeps its place. */
public record HeatMapChart(String x, String y, String color) implements CubeChart {
    private static final List<Key> AXES = List.of(
            Key.required("x", Role.DIMENSION, "Columns", "the dimension of the columns"),
            new Key(
                    "y",
                    Role.DIMENSION,
                    true,
                    "Rows",
                    "the dimension of the rows",
                    new Allowed.OtherThan("x", "a heat map needs two dimensions")));

    private static final List<Key> SCORES = CommonKeys.all(
            AXES, List.of(Key.required("color", Role.SCORE, "Colour", "the score that colours the cells")));

    private static final List<Key> COLUMNS = CommonKeys.all(
            AXES,
            List.of(
                    Key.required("property", Role.PROPERTY, "Column", "the column described"),
                    Key.required("score", Role.SCORE, "Score", "the score of the column that colours the cells")));

    public static final ChartKind<CubeChart> KIND = ChartKind.of("heatmap", "Heat map", HeatMapChart::read)
            .over(Groups.UNUSED, SCORES, Family.ENGAGEMENT, Family.CONVERSION, Family.EXPERIMENT)
            .over(Groups.UNUSED, CommonKeys.all(SCORES, List.of(CommonKeys.PROPERTY)), Family.MODEL_ML_SCORES)
            .over(Groups.UNUSED, COLUMNS, Family.DESCRIPTIVE);

    private static CubeChart read(ReportReading report) {
        return new HeatMapChart(
                report.settings().requiredText("x"),
                report.settings().requiredText("y"),
                report.score("color", "property"));
    }

    @Override
    public List<String> grouping() {
        return Facets.distinct(List.of(y, x));
    }

    @Override
    public List<String> scores() {
        return List.of(color);
    }

    @Override
    public boolean needsRequiredDimension() {
        return true;
    }

    @Override
    public Drawing draw(ReportData data) {
        return new Plot(this, data).draw();
    }

    private static final class Plot {
        private static final int MOST_ROWS = 60;
        private static final int MOST_COLUMNS = 60;
        /** A course through time shows in stripes that are too narrow for names. */
        private static final int MOST_TIMES = 400;

        private static final int LEAST_HEIGHT = 320;
        private static final int ROW_HEIGHT = 28;
        private static final int MARGINS = 110;
        /** Numbers stand in the cells as long as a cell is about as wide as one. */
        private static final int MOST_TEXT_COLUMNS = 16;

        private static final int MOST_TEXT_ROWS = 60;

        private final HeatMapChart report;
        private final ReportData data;
        private final Score score;
        private final ChartNotes notes = new ChartNotes();

        Plot(HeatMapChart report, ReportData data) {
            this.report = report;
            this.data = data;
            this.score = data.score(report.color());
        }

        Drawing draw() {
            ScoredRows rows = data.rows(report.grouping());
            Optional<Drawing> refusal = data.refusal(rows, score.name());
            if (refusal.isPresent()) {
                return refusal.get();
            }
            List<Double> values = rows.numbers(score.name());
            AxisScale columns = scale(rows, report.x(), MOST_COLUMNS, MOST_TIMES);
            AxisScale lines = scale(rows, report.y(), MOST_ROWS, MOST_ROWS);
            if (columns.values().isEmpty() || lines.values().isEmpty()) {
                return Drawing.refused(
                        rows.table(),
                        "Every row lacks " + DimensionTitle.of(report.x()) + " or " + DimensionTitle.of(report.y())
                                + ".");
            }
            ColorRange range = ColorRange.of(values, data.centre(score));
            Attributes trace = Drill.NONE
                    .along("x", columns)
                    .along("y", lines)
                    .mark(cells(rows, columns, lines))
                    .withAll(Layouts.colors(range, score.format(), score.title()))
                    .with("zmin", range.low())
                    .with("zmax", range.high());
            return Drawing.of(
                    rows.table(),
                    new Figure(List.of(trace.toMap()), layout(columns, lines).toMap()),
                    notes.list());
        }

        private AxisScale scale(ScoredRows rows, String dimension, int most, int mostTimes) {
            AxisScale all = AxisScale.of(rows.column(dimension), rows.distinct(dimension));
            return all.isTime()
                    ? course(all, rows.distinct(dimension), mostTimes)
                    : AxisScale.of(rows.column(dimension), notes.largest(rows, dimension, most));
        }

        /** Time has no holes, so that its latest steps are kept, and not those with the most rows. */
        private AxisScale course(AxisScale all, List<@Nullable Object> values, int most) {
            String title = DimensionTitle.of(all.dimension().name());
            if (values.contains(null)) {
                notes.add("Rows without a " + title + " have no place in time; they are in the table.");
            }
            AxisScale steps = all.withoutHoles();
            AxisScale latest = steps.latest(most);
            if (latest != steps) {
                notes.add("The chart shows the latest " + most + " of "
                        + NumberText.count(steps.values().size()) + " values of " + title
                        + "; the table has all. Choose a longer step or another period to see others.");
            }
            return latest;
        }

        private Attributes cells(ScoredRows rows, AxisScale columns, AxisScale lines) {
            Map<List<@Nullable Object>, Integer> index = rows.index(List.of(report.y(), report.x()));
            ScoreText text = new ScoreText(data, score.name());
            List<Object> z = new ArrayList<>();
            List<Object> texts = new ArrayList<>();
            List<Object> hovers = new ArrayList<>();
            for (Object line : lines.values()) {
                List<@Nullable Object> zLine = new ArrayList<>();
                List<@Nullable Object> textLine = new ArrayList<>();
                List<@Nullable Object> hoverLine = new ArrayList<>();
                for (Object column : columns.values()) {
                    Integer row = index.get(ScoredRows.key(line, column));
                    if (row == null || !Double.isFinite(rows.number(row, score.name()))) {
                        zLine.add(null);
                        textLine.add("");
                        hoverLine.add("");
                    } else {
                        zLine.add(rows.number(row, score.name()));
                        textLine.add(PlotText.escape(text.value(rows, row)));
                        hoverLine.add(hover(columns.text(column), lines.text(line), text.hover(rows, row)));
                    }
                }
                z.add(zLine);
                texts.add(textLine);
                hovers.add(hoverLine);
            }
            return trace(columns, lines).with("z", z).with("text", texts).with("hovertext", hovers);
        }

        private String hover(String column, String line, String value) {
            return PlotText.escape(DimensionTitle.of(report.x())) + ": " + PlotText.escape(column) + "<br>"
                    + PlotText.escape(DimensionTitle.of(report.y()))
                    + ": " + PlotText.escape(line) + "<br><b>" + PlotText.escape(score.title()) + "</b>: "
                    + PlotText.escape(value);
        }

        private static Attributes trace(AxisScale columns, AxisScale lines) {
            Attributes trace = Attributes.of("type", "heatmap")
                    .with("x", columns.values().stream().map(columns::position).toList())
                    .with("y", lines.values().stream().map(lines::position).toList())
                    .with("hoverongaps", false)
                    .with("hovertemplate", "%{hovertext}<extra></extra>")
                    .with("xgap", 1)
                    .with("ygap", 1);
            boolean room = columns.values().size() <= MOST_TEXT_COLUMNS
                    && lines.values().size() <= MOST_TEXT_ROWS;
            return room ? trace.with("texttemplate", "%{text}") : trace;
        }

        private Attributes layout(AxisScale columns, AxisScale lines) {
            int height = Math.max(LEAST_HEIGHT, lines.values().size() * ROW_HEIGHT + MARGINS);
            Attributes x = Layouts.axis().withAll(columns.categoryAxis()).with("showgrid", false);
            Attributes y = Layouts.axis().withAll(lines.categoryAxis()).with("showgrid", false);
            return Layouts.base(height)
                    .with("xaxis", x.with("title", title(DimensionTitle.of(report.x()))))
                    .with(
                            "yaxis",
                            y.with("title", title(DimensionTitle.of(report.y())))
                                    .with("autorange", "reversed"));
        }

        private static Attributes title(String text) {
            return Attributes.of("text", PlotText.escape(text)).with("standoff", 8);
        }
    }
}
