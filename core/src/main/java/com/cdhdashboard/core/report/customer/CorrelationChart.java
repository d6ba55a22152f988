package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.customer.CustomerRollUp.Population;
import com.cdhdashboard.core.customer.CustomerSample;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.Chart;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.stats.correlation.Correlation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How closely columns of customers go together: all five that models are made of, or two with their points, by any
 * dimension. Computed of a sample where there are more customers; those without a repeat purchase have no monetary value
 * and are left out of its pairs.
 */
record CorrelationChart(boolean matrix, ColumnText x, ColumnText y, Correlation.Method method, Optional<String> by)
        implements Chart<ChartData> {
    private static final List<Key> KEYS = List.of(
            Key.choice(
                    "view",
                    "View",
                    "whether all columns are compared or two",
                    "matrix",
                    "all columns",
                    "scatter",
                    "two columns"),
            Key.required("x", Role.SCORE, "X axis", "the column along the horizontal axis"),
            Key.required("y", Role.SCORE, "Y axis", "the column along the vertical axis"),
            Key.choice(
                    "method",
                    "Coefficient",
                    "the coefficient",
                    "pearson",
                    "Pearson",
                    "spearman",
                    "Spearman",
                    "kendall",
                    "Kendall"),
            Key.optional("facet_col", Role.DIMENSION, "By", "the dimension with one chart a value"));

    static final ChartKind<Chart<ChartData>> KIND =
            ChartKind.of("corr", "Correlation", CorrelationChart::read).over(Groups.UNUSED, KEYS, Family.CLV);

    private static Chart<ChartData> read(ReportReading report) {
        return new CorrelationChart(
                report.choice("view").equals("matrix"),
                CustomerKeys.column(report, "x").orElseThrow(),
                CustomerKeys.column(report, "y").orElseThrow(),
                Correlation.Method.valueOf(report.choice("method").toUpperCase(Locale.ROOT)),
                report.settings().text("facet_col"));
    }

    /** Customers of all charts together. */
    static final int SAMPLE = 20_000;

    static final int MOST_FACETS = 8;
    private static final long SEED = 42;
    private static final List<ColumnText> MATRIX = List.of(
            ColumnText.FREQUENCY,
            ColumnText.RECENCY,
            ColumnText.MONETARY_VALUE,
            ColumnText.TENURE,
            ColumnText.LIFETIME_VALUE);

    @Override
    public Set<String> idle(ChartData data) {
        return matrix ? Set.of("x", "y") : Set.of();
    }

    /** The customers of one value of the dimension, or all. */
    record Part(String title, @Nullable Object value, Drill drill, ScoredRows rows) {}

    /** A correlation of two columns within a part. */
    record Cell(Part part, ColumnText x, ColumnText y, Correlation correlation) {}

    List<ColumnText> columns() {
        return matrix ? MATRIX : List.of(x, y);
    }

    @Override
    public Drawing draw(ChartData data) {
        List<String> notes = new ArrayList<>();
        List<Part> parts = parts(data, notes);
        if (parts.isEmpty()) {
            return Drawing.refused(data.nobody());
        }
        int drawn = customersOf(parts.size());
        if (parts.stream().anyMatch(part -> part.rows().size() == drawn)) {
            notes.add("Computed of at most " + NumberText.of((double) drawn, Format.COUNT)
                    + " customers of each chart, drawn at random with seed " + SEED + ".");
        }
        List<Cell> cells = parts.stream().flatMap(this::cells).toList();
        if (cells.stream().noneMatch(cell -> Double.isFinite(cell.correlation().coefficient()))) {
            return Drawing.refused(
                    table(data, cells),
                    "A correlation needs at least two customers with different values in both columns.");
        }
        if (columns().stream().anyMatch(ColumnText::ofRepeatBuyers)) {
            notes.add("Pairs with the monetary value are of customers with a repeat purchase only.");
        }
        Figure figure = matrix
                ? new CorrelationMatrix(this).figure(parts, cells)
                : new CorrelationScatter(this).figure(parts, cells, notes);
        return Drawing.of(table(data, cells), figure, notes);
    }

    private List<Part> parts(ChartData data, List<String> notes) {
        List<String> names =
                MATRIX.stream().map(column -> column.column().column()).toList();
        Set<String> asked = new LinkedHashSet<>(names);
        Stream.of(x, y).forEach(column -> asked.add(column.column().column()));
        if (by.isEmpty()) {
            ScoredRows rows = data.sample(List.copyOf(asked), Population.ALL, new CustomerSample.Draw(SAMPLE, SEED));
            return rows.size() == 0 ? List.of() : List.of(new Part("", null, Drill.NONE, rows));
        }
        Column column = data.schema().dimension(by.get()).orElseThrow();
        List<@Nullable Object> values = new ArrayList<>();
        for (ValueCount value : data.values(by.get())) {
            values.add(value.value());
        }
        if (values.size() > MOST_FACETS) {
            notes.add("The charts show " + MOST_FACETS + " of " + values.size() + " values of " + by.get()
                    + ". Filter to see others.");
        }
        List<@Nullable Object> shown = values.subList(0, Math.min(MOST_FACETS, values.size()));
        CustomerSample.Draw draw = new CustomerSample.Draw(customersOf(shown.size()), SEED);
        List<Part> parts = new ArrayList<>();
        for (Object value : shown) {
            ScoredRows rows = data.with(ChartData.is(by.get(), value)).sample(List.copyOf(asked), Population.ALL, draw);
            parts.add(new Part(Values.shown(value), value, Drill.NONE.is(column, value), rows));
        }
        return parts;
    }

    /** How many customers each of so many charts has at most. */
    private static int customersOf(int charts) {
        return SAMPLE / Math.max(1, charts);
    }

    private Stream<Cell> cells(Part part) {
        if (!matrix) {
            return Stream.of(new Cell(part, x, y, correlation(part, x, y)));
        }
        // The order of two columns does not matter, so each pair is computed once
        Map<Set<ColumnText>, Correlation> found = new HashMap<>();
        List<Cell> cells = new ArrayList<>();
        for (ColumnText row : MATRIX) {
            for (ColumnText column : MATRIX) {
                Correlation correlation =
                        found.computeIfAbsent(EnumSet.of(column, row), pair -> correlation(part, column, row));
                cells.add(new Cell(part, column, row, correlation));
            }
        }
        return cells.stream();
    }

    private Correlation correlation(Part part, ColumnText first, ColumnText second) {
        List<double[]> pairs = pairs(part.rows(), first, second);
        double[] xs = pairs.stream().mapToDouble(pair -> pair[0]).toArray();
        double[] ys = pairs.stream().mapToDouble(pair -> pair[1]).toArray();
        return Correlation.of(method, xs, ys);
    }

    static List<double[]> pairs(ScoredRows rows, ColumnText first, ColumnText second) {
        boolean repeatOnly = first.ofRepeatBuyers() || second.ofRepeatBuyers();
        List<double[]> pairs = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            double a = rows.number(row, first.column().column());
            double b = rows.number(row, second.column().column());
            boolean counts = !repeatOnly
                    || rows.number(row, ColumnText.FREQUENCY.column().column()) > 0;
            if (counts && Double.isFinite(a) && Double.isFinite(b)) {
                pairs.add(new double[] {a, b});
            }
        }
        return pairs;
    }

    private Table table(ChartData data, List<Cell> cells) {
        List<Column> groups = by.flatMap(data.schema()::dimension).map(List::of).orElse(List.of());
        List<Column> columns = new ArrayList<>();
        groups.forEach(columns::add);
        columns.add(Column.dimension("x", ValueType.TEXT));
        columns.add(Column.dimension("y", ValueType.TEXT));
        columns.add(Column.measure(method.name().toLowerCase(Locale.ROOT), ValueType.NUMBER));
        columns.add(Column.measure("pairs", ValueType.INTEGER));
        columns.add(Column.measure("p_value", ValueType.NUMBER));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Cell cell : cells) {
            if (matrix && MATRIX.indexOf(cell.x()) >= MATRIX.indexOf(cell.y())) {
                continue;
            }
            List<@Nullable Object> row = new ArrayList<>();
            groups.forEach(group -> row.add(cell.part().value()));
            Correlation found = cell.correlation();
            row.addAll(Arrays.asList(
                    cell.x().column().column(),
                    cell.y().column().column(),
                    finite(found.coefficient()),
                    found.pairs(),
                    finite(found.pValue())));
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
