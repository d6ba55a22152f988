package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.FacetGrid;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.figure.TickFormat;
import com.cdhdashboard.core.metric.DescriptiveMetric;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.BinEdges;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.MiddleRange;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many values of a column lie in each bin; all small charts have the same bins. */
public record HistogramChart(String property, Facets facets, Bars bars) implements CubeChart {
    public static final ChartKind<CubeChart> KIND = ChartKind.of("histogram", "Histogram", HistogramChart::read)
            .over(
                    Groups.FREE,
                    CommonKeys.all(
                            List.of(new Key(
                                    "x", Role.PROPERTY, true, "Column", "the column described", Allowed.OF_NUMBERS)),
                            CommonKeys.FACETS,
                            List.of(
                                    Key.optional(
                                            "clip",
                                            Role.FLAG,
                                            "Middle 98 %",
                                            "whether the lowest and highest 1 % are left out"),
                                    Key.optional(
                                            "share",
                                            Role.FLAG,
                                            "Shares",
                                            "whether bars are shares of their chart, not counts"),
                                    CommonKeys.SCALE,
                                    CommonKeys.HEIGHT)),
                    Family.DESCRIPTIVE);

    /**
     * What does not change the bins' meaning.
     *
     * @param clipped whether only the range of the middle 98 % is drawn
     * @param shares whether bars are shares of their small chart, not counts
     */
    record Bars(boolean clipped, boolean shares, boolean logarithmic, OptionalInt height) {}

    private static CubeChart read(ReportReading report) {
        Settings settings = report.settings();
        return new HistogramChart(
                report.property("x"),
                Facets.of(settings),
                new Bars(
                        settings.flag("clip", false),
                        settings.flag("share", false),
                        report.isLogarithmic(),
                        settings.height()));
    }

    @Override
    public List<String> grouping() {
        return facets.grouping(List.of(), Optional.empty());
    }

    @Override
    public List<String> scores() {
        return Stream.of("Count", "Min", "Max")
                .map(score -> DescriptiveScores.name(property, score))
                .toList();
    }

    @Override
    public Drawing draw(ReportData data) {
        return new Plot(this, data).draw();
    }

    private static final class Plot {
        private static final String AVERAGES =
                "With use_t_digest = false a metric keeps averages of quantiles, which do not tell how"
                        + " values are distributed. Set it to true and import the files again.";

        private final HistogramChart report;
        private final ReportData data;
        private final ChartNotes notes = new ChartNotes();
        private double largest;
        private double drawnRows;

        Plot(HistogramChart report, ReportData data) {
            this.report = report;
            this.data = data;
        }

        Drawing draw() {
            ScoredRows groups = data.rows(report.grouping());
            ScoredRows all = data.rows(List.of());
            if (groups.size() == 0 || !(all.number(0, ReportData.COUNT) > 0)) {
                return Drawing.refused(data.noRows());
            }
            if (!all.hasColumn(name("Min"))) {
                return Drawing.refused(groups.table(), data.noNumbers(report.property()));
            }
            double low = all.number(0, name("Min"));
            double high = all.number(0, name("Max"));
            if (!Double.isFinite(low)) {
                return Drawing.refused(groups.table(), data.notAvailable(name("Min"), 1));
            }
            Quantiles values = ((DescriptiveMetric) data.metric()).quantiles(report.property());
            if (values.averaged()) {
                return Drawing.refused(groups.table(), AVERAGES);
            }
            double[] edges = edges(values, low, high);
            ScoredRows bins = data.histogram(report.grouping(), values, edges);
            Panels panels = Panels.of(report.facets(), groups, notes);
            List<Attributes> traces = traces(new Counts(bins, edges), panels);
            explain(all.number(0, name(DescriptiveScores.COUNT)), bins);
            return Drawing.of(
                    table(bins, edges),
                    new Figure(
                            traces.stream().map(Attributes::toMap).toList(),
                            layout(panels).toMap()),
                    notes.list());
        }

        private String name(String score) {
            return DescriptiveScores.name(report.property(), score);
        }

        private double[] edges(Quantiles values, double low, double high) {
            if (!report.bars().clipped()) {
                return BinEdges.of(low, high);
            }
            MiddleRange middle = MiddleRange.of(edges -> data.histogram(List.of(), values, edges), low, high);
            notes.add("Drawn is the middle 98 % of all values, from " + number(middle.low()) + " to "
                    + number(middle.high()) + ", widened to whole bins; the values reach from " + number(low) + " to "
                    + number(high) + ".");
            return BinEdges.of(middle.low(), middle.high());
        }

        private List<Attributes> traces(Counts counts, Panels panels) {
            Map<List<@Nullable Object>, double[]> byPanel =
                    counts.byGroup(report.facets().dimensions());
            FacetGrid grid = panels.grid();
            return grid.draw((row, column) -> {
                double[] heights = byPanel.getOrDefault(panels.key(row, column), new double[counts.edges().length - 1]);
                return List.of(panels.drill(row, column)
                        .mark(bars(heights, counts.edges()))
                        .withAll(grid.axesOf(row, column)));
            });
        }

        private Attributes bars(double[] counts, double[] edges) {
            double total = Arrays.stream(counts).sum();
            List<Double> centres = new ArrayList<>();
            List<Double> widths = new ArrayList<>();
            List<@Nullable Double> heights = new ArrayList<>();
            List<String> hovers = new ArrayList<>();
            for (int bin = 0; bin < counts.length; bin++) {
                double share = total > 0 ? counts[bin] / total : 0;
                double height = report.bars().shares() ? share : counts[bin];
                centres.add((edges[bin] + edges[bin + 1]) / 2);
                widths.add(edges[bin + 1] - edges[bin]);
                heights.add(report.bars().logarithmic() && height == 0 ? null : height);
                hovers.add(PlotText.escape(number(edges[bin]) + " to " + number(edges[bin + 1])) + "<br><b>"
                        + NumberText.of(counts[bin], Format.COUNT) + "</b> values, "
                        + NumberText.of(share, Format.PERCENT) + " of " + NumberText.of(total, Format.COUNT));
                largest = Math.max(largest, height);
            }
            drawnRows += total;
            return Attributes.of("type", "bar")
                    .with("x", centres)
                    .with("y", heights)
                    .with("width", widths)
                    .with(
                            "marker",
                            Attributes.of("color", SeriesStyle.single().color())
                                    .with("line", Attributes.of("width", 0)))
                    .with("hovertext", hovers)
                    .with("hovertemplate", "%{hovertext}<extra></extra>")
                    .with("showlegend", false);
        }

        private void explain(double all, ScoredRows bins) {
            double counted = bins.numbers("count").stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            notes.add(NumberText.of(counted, Format.COUNT) + " of " + NumberText.of(all, Format.COUNT)
                    + " values lie in the bins, which are the same in every chart; a bin holds its lower edge, the last one its"
                    + " upper edge, too.");
            if (drawnRows < counted) {
                notes.add("The charts shown hold " + NumberText.of(drawnRows, Format.COUNT) + " values of these.");
            }
        }

        private static Table table(ScoredRows bins, double[] edges) {
            List<Column> columns = new ArrayList<>();
            bins.table().columns().stream()
                    .filter(column -> column.role() == Column.Role.DIMENSION
                            && !column.name().equals("bin"))
                    .forEach(columns::add);
            int dimensions = columns.size();
            columns.add(Column.place("from"));
            columns.add(Column.place("to"));
            columns.add(new Column(ReportData.COUNT, ValueType.INTEGER, Column.Role.SCORE));
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (int row = 0; row < bins.size(); row++) {
                int bin = (int) bins.number(row, "bin");
                List<@Nullable Object> cells =
                        new ArrayList<>(bins.table().rows().get(row).subList(0, dimensions));
                cells.add(edges[bin]);
                cells.add(edges[bin + 1]);
                cells.add((long) bins.number(row, "count"));
                rows.add(cells);
            }
            return new Table(columns, rows);
        }

        private Attributes layout(Panels panels) {
            boolean shares = report.bars().shares();
            Attributes layout = panels.layout(report.bars().height(), Optional.empty())
                    .with("hovermode", "closest")
                    .with("bargap", 0.02);
            Attributes x = Layouts.axis().with("type", "linear").with("showgrid", false);
            Attributes y = Layouts.axis()
                    .with("tickformat", TickFormat.of(shares ? Format.PERCENT : Format.COUNT, largest))
                    .with("type", report.bars().logarithmic() ? "log" : "linear");
            if (!report.bars().logarithmic()) {
                y.with("rangemode", "tozero");
            }
            panels.grid()
                    .addAxes(layout, x, y, DimensionTitle.of(report.property()), shares ? "Share of values" : "Values");
            return layout;
        }

        private static String number(double value) {
            return NumberText.of(value, Format.NUMBER);
        }

        /** The answer of a cube, by group. */
        // It is never compared, so that arrays have no contents to compare does not matter.
        @SuppressWarnings("ArrayRecordComponent")
        private record Counts(ScoredRows bins, double[] edges) {
            Map<List<@Nullable Object>, double[]> byGroup(List<String> dimensions) {
                Map<List<@Nullable Object>, double[]> counts = new HashMap<>();
                for (int row = 0; row < bins.size(); row++) {
                    List<@Nullable Object> key = new ArrayList<>();
                    for (String dimension : dimensions) {
                        key.add(bins.value(row, dimension));
                    }
                    counts.computeIfAbsent(key, group -> new double[edges.length - 1])[(int) bins.number(row, "bin")] +=
                            bins.number(row, "count");
                }
                return counts;
            }
        }
    }
}
