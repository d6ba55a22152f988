package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.figure.FacetGrid;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.figure.TickFormat;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.BoxStats;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.definition.Allowed;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.CommonKeys;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.core.report.definition.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Quartiles of a column as boxes over a dimension; over many x values as a line of medians with a band from quartile to
 * quartile.
 */
public record BoxPlotChart(String x, String property, Optional<String> color, Facets facets, OptionalInt height)
        implements CubeChart {
    private static final List<String> SHOWN = List.of("Count", "Min", "p25", "Median", "p75", "Max", "Mean");

    private static final Key COLUMN =
            new Key("y", Role.PROPERTY, true, "Column", "the column described", Allowed.OF_NUMBERS);

    public static final ChartKind<CubeChart> KIND = ChartKind.of("boxplot", "Box plot", BoxPlotChart::read)
            .over(
                    Groups.FREE,
                    CommonKeys.all(List.of(CommonKeys.x(true), COLUMN), CommonKeys.SPLIT, List.of(CommonKeys.HEIGHT)),
                    Family.DESCRIPTIVE);

    private static CubeChart read(ReportReading report) {
        Settings settings = report.settings();
        return new BoxPlotChart(
                settings.requiredText("x"),
                report.property("y"),
                settings.text("color"),
                Facets.of(settings),
                settings.height());
    }

    @Override
    public List<String> grouping() {
        return facets.grouping(List.of(x), color);
    }

    @Override
    public List<String> scores() {
        return SHOWN.stream()
                .map(score -> DescriptiveScores.name(property, score))
                .toList();
    }

    @Override
    public Drawing draw(ReportData data) {
        return new Plot(this, data).draw();
    }

    private static final class Plot {
        /** Traces without a rank have this one. */
        private static final int FIRST_RANK = 1000;

        private final BoxPlotChart report;
        private final ReportData data;
        private final ChartNotes notes = new ChartNotes();
        private final Set<String> inLegend = new HashSet<>();
        private double largest;
        private boolean narrowNotches;

        Plot(BoxPlotChart report, ReportData data) {
            this.report = report;
            this.data = data;
        }

        Drawing draw() {
            ScoredRows rows = data.rows(report.grouping());
            return refusal(rows).orElseGet(() -> drawn(rows));
        }

        private Optional<Drawing> refusal(ScoredRows rows) {
            if (rows.size() == 0) {
                return Optional.of(Drawing.refused(data.noRows()));
            }
            String median = BoxStats.name(report.property(), "Median");
            if (!rows.hasColumn(median)) {
                return Optional.of(Drawing.refused(rows.table(), data.noNumbers(report.property())));
            }
            return rows.numbers(median).stream().noneMatch(Double::isFinite)
                    ? Optional.of(Drawing.refused(rows.table(), data.notAvailable(median, rows.size())))
                    : Optional.empty();
        }

        private Drawing drawn(ScoredRows rows) {
            Panels panels = Panels.of(report.facets(), rows, notes);
            List<Hue> hues = Hue.of(report.color(), rows, data, notes, DimensionTitle.of(report.property()));
            FacetGrid grid = panels.grid();
            boolean ownColor = report.color().filter(report.x()::equals).isPresent();
            int most = Room.BOXES.categories(ownColor ? 1 : hues.size(), grid.columns());
            AxisScale scale = scale(rows, most);
            boolean boxes = scale.values().size() <= most;
            Map<List<@Nullable Object>, Integer> index = index(rows);
            List<Attributes> drawn = grid.draw((row, column) -> {
                List<Attributes> panel = traces(
                        new Panel(rows, index, panels.key(row, column), scale), panels.hues(hues, row, column), boxes);
                panel.forEach(trace -> trace.withAll(grid.axesOf(row, column)));
                return panel;
            });
            explain(boxes);
            return Drawing.of(
                    rows.table(),
                    new Figure(
                            drawn.stream().map(Attributes::toMap).toList(),
                            layout(panels, scale, boxes).toMap()),
                    notes.list());
        }

        private AxisScale scale(ScoredRows rows, int most) {
            AxisScale all = AxisScale.of(rows.column(report.x()), rows.distinct(report.x()));
            return all.isTime() ? all : AxisScale.of(rows.column(report.x()), notes.largest(rows, report.x(), most));
        }

        private Map<List<@Nullable Object>, Integer> index(ScoredRows rows) {
            List<String> columns = new ArrayList<>(List.of(report.x()));
            columns.addAll(report.facets().dimensions());
            report.color().ifPresent(columns::add);
            return rows.index(columns);
        }

        private List<Attributes> traces(Panel groups, List<Hue> hues, boolean boxes) {
            List<Attributes> traces = new ArrayList<>();
            for (int place = 0; place < hues.size(); place++) {
                Hue hue = hues.get(place);
                List<BoxStats> found = stats(groups, hue);
                if (!found.isEmpty()) {
                    boolean inLegendNow = report.color().isPresent() && inLegend.add(hue.name());
                    List<Attributes> drawn = boxes
                            ? boxes(hue, found, groups.scale())
                            : medians(hue, found, groups.scale(), inLegendNow);
                    drawn.get(boxes ? 0 : drawn.size() - 1)
                            .with("showlegend", inLegendNow)
                            .with("legendrank", FIRST_RANK + place);
                    traces.addAll(drawn);
                }
            }
            return traces.isEmpty() ? List.of(line(groups.scale()).nothing()) : traces;
        }

        private List<BoxStats> stats(Panel groups, Hue hue) {
            List<BoxStats> found = new ArrayList<>();
            for (Object x : groups.scale().values()) {
                List<@Nullable Object> key = new ArrayList<>();
                key.add(x);
                key.addAll(groups.panel());
                key.addAll(hue.key());
                Integer row = groups.index().get(key);
                if (row != null) {
                    BoxStats.of(report.property(), groups.rows(), row, x).ifPresent(found::add);
                }
            }
            found.forEach(stats -> {
                largest = Math.max(largest, Math.max(Math.abs(stats.upperFence()), Math.abs(stats.lowerFence())));
                narrowNotches |= stats.notch() == 0;
            });
            return found;
        }

        /** A box trace has no text of its own; invisible marks at the means carry it. */
        private List<Attributes> boxes(Hue hue, List<BoxStats> stats, AxisScale scale) {
            List<String> x = stats.stream().map(box -> scale.position(box.x())).toList();
            boolean notched = stats.stream().anyMatch(box -> box.notch() > 0);
            Attributes boxes = Attributes.of("type", "box")
                    .with("x", x)
                    .with("q1", stats.stream().map(BoxStats::first).toList())
                    .with("median", stats.stream().map(BoxStats::median).toList())
                    .with("q3", stats.stream().map(BoxStats::third).toList())
                    .with("lowerfence", stats.stream().map(BoxStats::lowerFence).toList())
                    .with("upperfence", stats.stream().map(BoxStats::upperFence).toList())
                    .with("mean", stats.stream().map(BoxStats::mean).toList())
                    .with("boxmean", true)
                    .with("name", PlotText.tick(hue.name()))
                    .with("legendgroup", hue.name())
                    .with("offsetgroup", hue.name())
                    .with("fillcolor", hue.style().bandColor())
                    .with("line", Attributes.of("color", hue.style().color()).with("width", 1.5))
                    .with("hoverinfo", "skip");
            if (notched) {
                boxes.with("notched", true)
                        .with("notchspan", stats.stream().map(BoxStats::notch).toList());
            }
            List<Attributes> both = List.of(boxes, means(hue, stats, scale).with("x", x));
            Drill drill = hue.drill().along("x", scale);
            both.forEach(trace -> drill.mark(trace).withAll(scale.period()));
            return both;
        }

        private Attributes means(Hue hue, List<BoxStats> stats, AxisScale scale) {
            return Attributes.of("type", "scatter")
                    .with("mode", "markers")
                    .with("y", stats.stream().map(BoxStats::mean).toList())
                    .with("marker", Attributes.of("color", hue.style().color()).with("size", 4))
                    .with("legendgroup", hue.name())
                    .with("offsetgroup", hue.name())
                    .with("showlegend", false)
                    .with(
                            "hovertext",
                            stats.stream().map(box -> hover(hue, box, scale)).toList())
                    .with("hovertemplate", "%{hovertext}<extra></extra>");
        }

        private String hover(Hue hue, BoxStats box, AxisScale scale) {
            return PlotText.escape(scale.text(box.x())) + "<br><b>" + PlotText.escape(hue.name()) + "</b><br>"
                    + PlotText.escape(box.text()).replace("; ", "<br>");
        }

        private List<Attributes> medians(Hue hue, List<BoxStats> stats, AxisScale scale, boolean legend) {
            List<SeriesTraces.Point> points = new ArrayList<>();
            for (BoxStats box : stats) {
                points.add(new SeriesTraces.Point(box.x(), box.median(), box.first(), box.third(), box.text()));
            }
            return line(scale).draw(hue, points, legend);
        }

        private static SeriesTraces line(AxisScale scale) {
            return new SeriesTraces(scale, SeriesTraces.Form.line(), 0, true);
        }

        private void explain(boolean boxes) {
            if (!boxes) {
                notes.add(
                        "So many boxes would lie over each other: lines are medians, bands run from quartile to quartile.");
                return;
            }
            notes.add(
                    "Boxes run from quartile to quartile around the median; dot and dashed line are the mean. Whiskers end at"
                            + " 1.5 box heights beyond the box, or at the least and greatest value if these are nearer; single values"
                            + " are not kept, so there are no outliers to draw.");
            notes.add(
                    "Notches are median ± 1.57·IQR/√n: where two of them do not overlap, the medians differ beyond chance."
                            + (narrowNotches
                                    ? " Boxes of fewer than " + BoxStats.LEAST_FOR_NOTCH
                                            + " values, or with a notch longer than the box, have none."
                                    : ""));
        }

        private Attributes layout(Panels panels, AxisScale scale, boolean boxes) {
            Attributes layout = panels.layout(report.height(), report.color())
                    .with("hovermode", boxes ? "closest" : "x unified")
                    .with("boxmode", "group")
                    .with("scattermode", "group")
                    .with("boxgap", 0.25)
                    .with("scattergap", 0.25);
            if (boxes) {
                layout.with("hoverdistance", -1);
            }
            Attributes x = Layouts.axis().withAll(scale.axis()).with("showgrid", false);
            Attributes y = Layouts.axis()
                    .with("type", "linear")
                    .with("tickformat", TickFormat.of(Format.NUMBER, largest))
                    .with("zeroline", true)
                    .with("zerolinecolor", Theme.AXIS.reference());
            Score score = data.score(BoxStats.name(report.property(), "Median"));
            panels.grid()
                    .addAxes(
                            layout,
                            x,
                            y,
                            DimensionTitle.of(report.x()),
                            boxes ? DimensionTitle.of(report.property()) : score.title());
            return layout;
        }

        private record Panel(
                ScoredRows rows,
                Map<List<@Nullable Object>, Integer> index,
                List<@Nullable Object> panel,
                AxisScale scale) {}
    }
}
