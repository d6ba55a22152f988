package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.customer.CustomerRollUp.Population;
import com.cdhdashboard.core.customer.CustomerSample;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.definition.Allowed;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.Chart;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.Key;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line for each of some customers: from the first purchase to the last, and on to the end of observation. */
record ExposureChart(CustomerSample.Draw draw) implements Chart<ChartData> {
    private static final List<Key> KEYS = List.of(
            Key.number("points", "Customers", "how many customers are drawn", new Allowed.Between(10, 1_000, 100)),
            CustomerKeys.SEED);

    static final ChartKind<Chart<ChartData>> KIND = ChartKind.<Chart<ChartData>>of(
                    "exposure", "Customer exposure", report -> new ExposureChart(CustomerKeys.draw(report)))
            .over(Groups.UNUSED, KEYS, Family.CLV);

    private static final Column SEGMENT = CustomerColumn.RFM_SEGMENT.describe();
    private static final List<String> COLUMNS = List.of(
            CustomerColumn.FREQUENCY.column(),
            CustomerColumn.RECENCY.column(),
            CustomerColumn.TENURE.column(),
            CustomerColumn.LIFETIME_VALUE.column(),
            CustomerColumn.RFM_SEGMENT.column());

    @Override
    public Drawing draw(ChartData data) {
        ScoredRows rows = sorted(data.sample(COLUMNS, Population.ALL, draw));
        if (rows.size() == 0) {
            return Drawing.refused(data.nobody());
        }
        Lines bought = new Lines();
        Lines silent = new Lines();
        for (int row = 0; row < rows.size(); row++) {
            double recency = rows.number(row, CustomerColumn.RECENCY.column());
            double tenure = rows.number(row, CustomerColumn.TENURE.column());
            String hover = hover(rows, row, data.schema().customerId());
            Object segment = rows.value(row, SEGMENT.name());
            bought.add(new Ends(0, recency), row + 1, segment, hover);
            silent.add(new Ends(recency, tenure), row + 1, segment, hover);
        }
        List<String> notes = rows.size() < data.schema().rows()
                ? List.of(rows.size() + " customers drawn at random with seed " + draw.seed() + ", ordered by recency.")
                : List.of();
        Figure figure = new Figure(
                List.of(
                        bought.trace("first to last purchase", SeriesStyle.at(0))
                                .toMap(),
                        silent.trace("last purchase to end of observation", SeriesStyle.at(1))
                                .toMap()),
                layout(rows.size(), longest(rows)).toMap());
        return Drawing.of(rows.table(), figure, notes);
    }

    private static double longest(ScoredRows rows) {
        return rows.numbers(CustomerColumn.TENURE.column()).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    private static ScoredRows sorted(ScoredRows drawn) {
        Table table = drawn.table();
        int recency = table.indexOf(CustomerColumn.RECENCY.column()).orElseThrow();
        int tenure = table.indexOf(CustomerColumn.TENURE.column()).orElseThrow();
        List<List<@Nullable Object>> rows = new ArrayList<>(table.rows());
        rows.sort(Comparator.<List<@Nullable Object>>comparingLong(row -> number(row, recency))
                .thenComparingLong(row -> number(row, tenure))
                .thenComparing(row -> String.valueOf(row.get(0))));
        return new ScoredRows(new Table(table.columns(), rows));
    }

    private static long number(List<@Nullable Object> row, int place) {
        return row.get(place) instanceof Number number ? number.longValue() : 0;
    }

    private static String hover(ScoredRows rows, int row, String id) {
        return "<b>" + PlotText.escape(String.valueOf(rows.value(row, id))) + "</b><br>"
                + PlotText.escape(String.valueOf(rows.value(row, CustomerColumn.RFM_SEGMENT.column())))
                + "<br>" + text(rows, row, ColumnText.FREQUENCY) + ", " + text(rows, row, ColumnText.RECENCY) + ", "
                + text(rows, row, ColumnText.TENURE);
    }

    private static String text(ScoredRows rows, int row, ColumnText column) {
        return column.title() + " "
                + column.number(rows.number(row, column.column().column()));
    }

    private static Attributes layout(int customers, double longest) {
        Attributes days = Layouts.wholes(longest)
                .with("title", Attributes.of("text", "Days since first purchase"))
                .with("rangemode", "tozero");
        Attributes places = Layouts.wholes(customers)
                .with("title", Attributes.of("text", "Customer"))
                .with("range", List.of(0, customers + 1))
                .with("showgrid", false);
        return Layouts.base(640)
                .with("margin", Layouts.margin(40, 12, 8, 8))
                .with("hovermode", "closest")
                .with("legend", Layouts.legend("", 1.01))
                .with("xaxis", days)
                .with("yaxis", places);
    }

    /** The days between which a line runs. */
    private record Ends(double from, double to) {}

    /** Lines of one colour, all in one trace; a null ends a line. */
    private static final class Lines {
        private final List<@Nullable Object> x = new ArrayList<>();
        private final List<@Nullable Object> y = new ArrayList<>();
        private final List<@Nullable Object> hovers = new ArrayList<>();
        private final List<@Nullable Object> segments = new ArrayList<>();

        private void add(Ends ends, int place, @Nullable Object segment, String hover) {
            for (double end : new double[] {ends.from(), ends.to()}) {
                x.add(end);
                y.add(place);
                hovers.add(hover);
            }
            // Also for what ends a line, as points are told by their number
            segments.addAll(Arrays.asList(segment, segment, segment));
            x.add(null);
            y.add(null);
            hovers.add(null);
        }

        private Attributes trace(String name, SeriesStyle style) {
            return Drill.NONE
                    .each(SEGMENT, segments)
                    .mark(Attributes.of("type", "scatter"))
                    .with("mode", "lines+markers")
                    .with("name", name)
                    .with("x", x)
                    .with("y", y)
                    .with("hovertext", hovers)
                    .with("hovertemplate", "%{hovertext}<extra></extra>")
                    .with("line", Attributes.of("color", style.color()).with("width", 2))
                    .with("marker", Attributes.of("color", style.color()).with("size", 4));
        }
    }
}
