package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.bundle.BundleColumn;
import com.cdhdashboard.core.bundle.ColumnMeaning;
import com.cdhdashboard.core.bundle.DayRange;
import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.ConversionMetric;
import com.cdhdashboard.core.metric.DescriptiveMetric;
import com.cdhdashboard.core.metric.EngagementMetric;
import com.cdhdashboard.core.metric.score.Responses;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.store.BundleLedger;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Takes the cells of a metric into a store, with what lies beside them, and checks every row. */
final class CubeIntake {
    /** Counts beyond are not exact in doubles, which scores are made of. */
    private static final long MOST = 1L << 53;

    private static final double ROUNDING = 1e-9;

    private final OpenedBundle bundle;
    private final ParquetTable tables;
    private final int id;

    CubeIntake(OpenedBundle bundle, ParquetTable tables, int id) {
        this.bundle = bundle;
        this.tables = tables;
        this.id = id;
    }

    void take(Manifest.Cube cube, CubeShape shape, List<DayRange> days) {
        String cells = BundleLedger.cells(id, cube.metric());
        tables.take(cube.cells(), bundle.file(cube.cells().member()), cells, shape.columns());
        tables.require(cube.cells(), cells, rules(shape, days));
        if (shape.has(BundleColumn.CELL)) {
            String number = Sql.name(BundleColumn.CELL);
            tables.requireNone(
                    cube.cells(),
                    "SELECT 1 FROM " + Sql.name(cells) + " GROUP BY " + number + " HAVING count(*) > 1",
                    "a number of \"" + BundleColumn.CELL + "\" stands in several rows");
        }
        for (String sum : shape.columns().stream()
                .filter(CubeIntake::isCount)
                .map(column -> Sql.name(column.name()))
                .toList()) {
            tables.requireNone(
                    cube.cells(),
                    "SELECT 1 FROM " + Sql.name(cells) + " HAVING sum(" + sum + ") > " + MOST,
                    "the sum of " + sum + " is above " + MOST);
        }
        for (Manifest.SummaryTable one : cube.summaries()) {
            one.table().ifPresent(table -> take(table, one.summary(), cube.metric(), shape));
        }
    }

    private static boolean isCount(BundleColumn column) {
        return column.type() == ValueType.INTEGER
                && (column.role() == BundleColumn.Role.MEASURE || column.name().endsWith(":" + Summary.Moments.COUNT));
    }

    private static List<ParquetTable.Rule> rules(CubeShape shape, List<DayRange> days) {
        List<ParquetTable.Rule> rules = new ArrayList<>();
        for (BundleColumn column : shape.columns()) {
            String name = Sql.name(column.name());
            if (column.role() == BundleColumn.Role.CELL || isCount(column)) {
                rules.add(new ParquetTable.Rule(
                        column.name(), name + " BETWEEN 0 AND " + MOST, "a whole number from 0 to " + MOST));
            } else if (column.type() == ValueType.NUMBER) {
                String finite = "isfinite(" + name + ")";
                boolean needed = column.role() == BundleColumn.Role.MEASURE;
                rules.add(new ParquetTable.Rule(
                        column.name(), needed ? finite : "coalesce(" + finite + ", true)", "a finite number"));
            }
        }
        if (shape.has("Day") && !days.isEmpty()) {
            rules.add(ParquetTable.Rule.within(
                    "Day",
                    days,
                    "one of the days that its manifest says, "
                            + days.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        rules.addAll(ofFamily(shape));
        rules.addAll(ofMoments(shape));
        return rules;
    }

    /** No part is more than its whole. */
    private static List<ParquetTable.Rule> ofFamily(CubeShape shape) {
        List<ParquetTable.Rule> rules = new ArrayList<>();
        if (shape.has(EngagementMetric.TEST_POSITIVES)) {
            rules.add(atMost(EngagementMetric.TEST_POSITIVES, EngagementMetric.CONTROL_POSITIVES, Responses.POSITIVES));
            rules.add(atMost(EngagementMetric.TEST_NEGATIVES, EngagementMetric.CONTROL_NEGATIVES, Responses.NEGATIVES));
        }
        if (shape.has(ConversionMetric.CONVERSIONS)) {
            rules.add(new ParquetTable.Rule(
                    ConversionMetric.CONVERSIONS,
                    Sql.name(ConversionMetric.CONVERSIONS) + " BETWEEN 0 AND " + Sql.name(Responses.POSITIVES) + " * "
                            + (1 + ROUNDING),
                    "from 0 to " + Responses.POSITIVES));
        }
        if (shape.has(DescriptiveMetric.ROWS)) {
            shape.columns().stream()
                    .filter(column -> isCount(column) && !column.name().equals(DescriptiveMetric.ROWS))
                    .forEach(column -> rules.add(new ParquetTable.Rule(
                            column.name(),
                            Sql.name(column.name()) + " <= " + Sql.name(DescriptiveMetric.ROWS),
                            "at most " + DescriptiveMetric.ROWS)));
        }
        return rules;
    }

    private static ParquetTable.Rule atMost(String first, String second, String whole) {
        return new ParquetTable.Rule(
                first + " + " + second,
                Sql.name(first) + " + " + Sql.name(second) + " <= " + Sql.name(whole),
                "at most " + whole);
    }

    private static List<ParquetTable.Rule> ofMoments(CubeShape shape) {
        List<ParquetTable.Rule> rules = new ArrayList<>();
        for (Manifest.SummaryTable one : shape.summaries()) {
            if (one.summary() instanceof Summary.Moments moments) {
                String count = SummaryNames.part(moments, Summary.Moments.COUNT);
                String min = SummaryNames.part(moments, Summary.Moments.MIN);
                String mean = SummaryNames.part(moments, Summary.Moments.MEAN);
                String max = SummaryNames.part(moments, Summary.Moments.MAX);
                String squares = SummaryNames.part(moments, Summary.Moments.SQUARES);
                rules.add(new ParquetTable.Rule(
                        moments.part(Summary.Moments.MEAN),
                        "(" + count + " = 0 AND " + mean + " IS NULL) OR (" + count + " > 0 AND " + min + " <= " + max
                                + " AND " + mean + " BETWEEN " + min + " - abs(" + min + ") * " + ROUNDING + " AND "
                                + max
                                + " + abs(" + max + ") * " + ROUNDING + ")",
                        "from the smallest value to the largest, and missing only where there is no value"));
                rules.add(new ParquetTable.Rule(
                        moments.part(Summary.Moments.SQUARES), "coalesce(" + squares + ", 0) >= 0", "at least 0"));
            }
        }
        return rules;
    }

    private void take(Manifest.TableFile file, Summary summary, String metric, CubeShape shape) {
        String cells = BundleLedger.cells(id, metric);
        String table = BundleLedger.summary(id, metric, summary.name());
        tables.take(file, bundle.file(file.member()), table, ColumnMeaning.ofTable(summary));
        tables.require(file, table, rowRules(summary));
        String number = Sql.name(BundleColumn.CELL);
        tables.requireNone(
                file,
                "SELECT 1 FROM " + Sql.name(table) + " s ANTI JOIN " + Sql.name(cells) + " c ON s.cell = c." + number,
                "it names a cell that is not there");
        tables.requireNone(
                file,
                "SELECT 1 FROM " + Sql.name(table) + " s JOIN " + Sql.name(cells) + " c ON s.cell = c." + number
                        + " GROUP BY s.cell HAVING " + excess(summary, shape),
                "the rows of a cell are more than the cell has");
    }

    private static List<ParquetTable.Rule> rowRules(Summary summary) {
        return switch (summary.kind()) {
            case QUANTILES ->
                List.of(
                        new ParquetTable.Rule("value", "isfinite(value)", "a finite number"),
                        new ParquetTable.Rule("n", "n > 0 AND n <= " + MOST, "above 0"));
            case SCORES ->
                List.of(
                        new ParquetTable.Rule("score", "isfinite(score)", "a finite number"),
                        new ParquetTable.Rule("positives", "positives BETWEEN 0 AND " + MOST, "at least 0"),
                        new ParquetTable.Rule("negatives", "negatives BETWEEN 0 AND " + MOST, "at least 0"));
            case LISTS ->
                List.of(
                        new ParquetTable.Rule("lists", "lists BETWEEN 1 AND " + MOST, "at least 1"),
                        new ParquetTable.Rule("roots", "isfinite(roots) AND roots >= 0", "at least 0"),
                        new ParquetTable.Rule("sizes", "isfinite(sizes) AND sizes >= 0", "at least 0"));
            case MOMENTS -> throw new IllegalArgumentException("moments are columns of the cells");
        };
    }

    /** Over the rows of a cell: whether they are more than the cell has. */
    private static String excess(Summary summary, CubeShape shape) {
        return switch (summary.kind()) {
            case QUANTILES ->
                shape.has(summary.column() + "_Count")
                        ? "sum(s.n) > any_value(c." + Sql.name(summary.column() + "_Count") + ") * " + (1 + ROUNDING)
                        : "false";
            case SCORES ->
                "sum(s.positives) > any_value(c." + Sql.name(Responses.POSITIVES)
                        + ") OR sum(s.negatives) > any_value(c." + Sql.name(Responses.NEGATIVES) + ")";
            case LISTS ->
                "count(*) FILTER (s.item IS NULL) <> 1 OR max(s.lists) > any_value(s.lists) FILTER (s.item IS NULL)";
            case MOMENTS -> throw new IllegalArgumentException("moments are columns of the cells");
        };
    }
}
