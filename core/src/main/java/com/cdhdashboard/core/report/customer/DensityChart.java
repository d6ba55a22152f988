package com.cdhdashboard.core.report.customer;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerRollUp.Aggregate;
import com.cdhdashboard.core.customer.CustomerRollUp.Bin;
import com.cdhdashboard.core.customer.CustomerRollUp.Measure;
import com.cdhdashboard.core.customer.CustomerRollUp.Population;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.ColorRange;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.definition.Allowed;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.Chart;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Customers by recency and frequency in cells, coloured by a column summed up in each; cells are made by the engine. */
record DensityChart(boolean contour, ColumnText color, Aggregate aggregate, int recencyBins, int frequencyBins)
        implements Chart<ChartData> {
    private static final List<Key> KEYS = List.of(
            Key.choice(
                    "mode",
                    "Plot",
                    "how customers are drawn",
                    "3d",
                    "3D scatter",
                    "heatmap",
                    "2D heat map",
                    "contour",
                    "2D contour"),
            Key.optional("color", Role.SCORE, "Colour", "the column that colours points or cells"),
            Key.optional("z", Role.SCORE, "Z axis", "the column along the third axis"),
            Key.number("points", "Points", "how many customers are drawn", new Allowed.Between(1_000, 200_000, 25_000)),
            CustomerKeys.SEED,
            Key.number("point_size", "Point size", "the size of a point", new Allowed.Between(1, 8, 3)),
            Key.number("opacity", "Opacity", "the opacity of a point", new Allowed.Between(0.2, 1, 0.75)),
            Key.choice(
                    "aggregation",
                    "Aggregation",
                    "how the column is summed up in a cell",
                    "mean",
                    "mean",
                    "sum",
                    "sum",
                    "count",
                    "number of customers",
                    "greatest",
                    "greatest",
                    "least",
                    "least"),
            Key.number("bins_recency", "Bins (recency)", "how many columns of cells", new Allowed.Between(10, 200, 60)),
            Key.number(
                    "bins_frequency", "Bins (frequency)", "how many rows of cells", new Allowed.Between(10, 200, 60)));

    static final ChartKind<Chart<ChartData>> KIND = ChartKind.of(
                    "rfm_density", "Density of customers", DensityChart::read)
            .over(Groups.UNUSED, KEYS, Family.CLV);

    /** In space every customer is a point. */
    private static Chart<ChartData> read(ReportReading report) {
        ColumnText color = CustomerKeys.column(report, "color").orElse(ColumnText.MONETARY_VALUE);
        if (report.choice("mode").equals("3d")) {
            return new PointCloud(
                    CustomerKeys.column(report, "z").orElse(ColumnText.MONETARY_VALUE),
                    color,
                    CustomerKeys.draw(report),
                    new PointCloud.Point(report.number("point_size"), report.number("opacity")));
        }
        return new DensityChart(
                report.choice("mode").equals("contour"),
                color,
                CustomerKeys.aggregate(report),
                (int) report.number("bins_recency"),
                (int) report.number("bins_frequency"));
    }

    @Override
    public Map<String, String> shown() {
        return Map.of("color", color.column().column());
    }

    @Override
    public Set<String> idle(ChartData data) {
        Set<String> idle = new HashSet<>(List.of("z", "points", "seed", "point_size", "opacity"));
        if (aggregate == Aggregate.CUSTOMERS) {
            idle.add("color");
        }
        return idle;
    }

    @Override
    public Drawing draw(ChartData data) {
        Population population =
                color.ofRepeatBuyers() && aggregate != Aggregate.CUSTOMERS ? Population.REPEAT_BUYERS : Population.ALL;
        Measure mostRecent = new Measure(Aggregate.GREATEST, ColumnText.RECENCY.column());
        Measure mostFrequent = new Measure(Aggregate.GREATEST, ColumnText.FREQUENCY.column());
        ScoredRows ends = data.rollUp(List.of(), List.of(Measure.CUSTOMERS, mostRecent, mostFrequent), population);
        if (!(ends.number(0, CustomerReader.CUSTOMERS) > 0)) {
            return Drawing.refused(population == Population.ALL ? data.nobody() : data.nobodyTwice());
        }
        Bins x = Bins.of(0, ends.number(0, mostRecent.name()), recencyBins, true);
        Bins y = Bins.of(0, ends.number(0, mostFrequent.name()), frequencyBins, true);
        List<Measure> measures = aggregate == Aggregate.CUSTOMERS
                ? List.of(Measure.CUSTOMERS)
                : List.of(Measure.CUSTOMERS, new Measure(aggregate, color.column()));
        ScoredRows cells = data.rollUp(
                List.of(
                        new Bin(ColumnText.RECENCY.column(), x.start(), x.width()),
                        new Bin(ColumnText.FREQUENCY.column(), y.start(), y.width())),
                measures,
                population);
        List<String> notes = population == Population.ALL
                ? List.of()
                : List.of("Only customers with a repeat purchase have a monetary value; the others are left out.");
        return Drawing.of(table(cells.table(), x, y), figure(cells, x, y), notes);
    }

    private String measure() {
        return aggregate == Aggregate.CUSTOMERS
                ? CustomerReader.CUSTOMERS
                : new Measure(aggregate, color.column()).name();
    }

    private String title() {
        return switch (aggregate) {
            case CUSTOMERS -> "Customers";
            case SUM -> color.title() + ", sum";
            case LEAST -> color.title() + ", least";
            case GREATEST -> color.title() + ", greatest";
            default -> "Mean " + color.title().toLowerCase(Locale.ROOT);
        };
    }

    private Figure figure(ScoredRows cells, Bins x, Bins y) {
        List<List<@Nullable Object>> values = matrix(x, y);
        List<List<@Nullable Object>> hovers = matrix(x, y);
        Format format = aggregate == Aggregate.CUSTOMERS ? Format.COUNT : color.format();
        for (int row = 0; row < cells.size(); row++) {
            int column = (int) cells.number(row, ColumnText.RECENCY.column().column() + "_bin");
            int line = (int) cells.number(row, ColumnText.FREQUENCY.column().column() + "_bin");
            double value = cells.number(row, measure());
            values.get(line).set(column, value);
            hovers.get(line)
                    .set(
                            column,
                            "Recency " + range(x, column) + " days<br>Frequency " + range(y, line) + "<br>" + title()
                                    + ": "
                                    + NumberText.of(value, format) + "<br>"
                                    + NumberText.of(cells.number(row, CustomerReader.CUSTOMERS), Format.COUNT)
                                    + " customers");
        }
        ColorRange range = ColorRange.of(cells.numbers(measure()), Optional.empty());
        Attributes trace = Attributes.of("type", contour ? "contour" : "heatmap")
                .with("x", IntStream.range(0, x.count()).mapToObj(x::middle).toList())
                .with("y", IntStream.range(0, y.count()).mapToObj(y::middle).toList())
                .with("z", values)
                .with("zmin", range.low())
                .with("zmax", range.high())
                .with("hovertext", hovers)
                .with("hovertemplate", "%{hovertext}<extra></extra>")
                .with("hoverongaps", false)
                .withAll(Layouts.colors(range, format, title()));
        if (contour) {
            trace.with("contours", Attributes.of("coloring", "heatmap").with("showlabels", false))
                    .with("connectgaps", false);
        }
        Attributes layout =
                Layouts.base(560).with("xaxis", axis(ColumnText.RECENCY)).with("yaxis", axis(ColumnText.FREQUENCY));
        return new Figure(List.of(trace.toMap()), layout.toMap());
    }

    /** The cells with their edges; what number a cell has says nothing to readers. */
    private static Table table(Table cells, Bins x, Bins y) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.place("recency_from"),
                Column.place("recency_to"),
                Column.place("frequency_from"),
                Column.place("frequency_to")));
        columns.addAll(cells.columns().subList(2, cells.columns().size()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> cell : cells.rows()) {
            long column = requireNonNull((Number) cell.get(0)).longValue();
            long line = requireNonNull((Number) cell.get(1)).longValue();
            List<@Nullable Object> row =
                    new ArrayList<>(List.of(x.low(column), x.high(column) - 1, y.low(line), y.high(line) - 1));
            row.addAll(cell.subList(2, cell.size()));
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static List<List<@Nullable Object>> matrix(Bins x, Bins y) {
        List<List<@Nullable Object>> matrix = new ArrayList<>();
        for (int i = 0; i < y.count(); i++) {
            matrix.add(new ArrayList<>(Collections.nCopies(x.count(), null)));
        }
        return matrix;
    }

    private static String range(Bins bins, int bin) {
        double last = bins.high(bin) - 1;
        return NumberText.of(bins.low(bin), Format.COUNT)
                + (last > bins.low(bin) ? " to " + NumberText.of(last, Format.COUNT) : "");
    }

    private static Attributes axis(ColumnText column) {
        return Layouts.numbers()
                .with("title", Attributes.of("text", column.axis()))
                .with("showgrid", false);
    }
}
