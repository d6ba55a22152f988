package com.cdhdashboard.core.bundle;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.ConversionMetric;
import com.cdhdashboard.core.metric.DescriptiveMetric;
import com.cdhdashboard.core.metric.EngagementMetric;
import com.cdhdashboard.core.metric.score.Responses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the columns of a bundle's tables are, each in a sentence. */
public final class ColumnMeaning {
    private static final Map<String, String> MEASURES = Map.ofEntries(
            Map.entry(Responses.POSITIVES, "interactions whose outcome is positive"),
            Map.entry(Responses.NEGATIVES, "interactions whose outcome is negative"),
            Map.entry(EngagementMetric.TEST_POSITIVES, "Positives of the test arm"),
            Map.entry(EngagementMetric.TEST_NEGATIVES, "Negatives of the test arm"),
            Map.entry(EngagementMetric.CONTROL_POSITIVES, "Positives of the control arm"),
            Map.entry(EngagementMetric.CONTROL_NEGATIVES, "Negatives of the control arm"),
            Map.entry(ConversionMetric.REVENUE, "sum of Revenue over the interactions"),
            Map.entry(ConversionMetric.CONVERSIONS, "sum over Positives of 1/n, where n Positives are of one event"),
            Map.entry(DescriptiveMetric.ROWS, "prepared rows"));

    private static final Map<String, String> PARTS = Map.of(
            Summary.Moments.COUNT, "number of values",
            Summary.Moments.SUM, "sum of the values",
            Summary.Moments.MEAN, "mean of the values",
            Summary.Moments.SQUARES, "sum of the squared deviations of the values from their mean",
            Summary.Moments.MIN, "smallest value",
            Summary.Moments.MAX, "largest value",
            Summary.ScoreCounts.AREA, "area under the ROC curve",
            Summary.ScoreCounts.AREA_ERROR, "standard error of the area (DeLong)",
            Summary.ScoreCounts.PRECISION, "average precision");

    private ColumnMeaning() {}

    /** The column of cells by which the tables of summaries name them. */
    public static BundleColumn cell() {
        return new BundleColumn(
                BundleColumn.CELL, ValueType.INTEGER, BundleColumn.Role.CELL, "the number of the cell, from 0");
    }

    public static BundleColumn dimension(Column column) {
        return new BundleColumn(column.name(), column.type(), BundleColumn.Role.DIMENSION, "what cells are grouped by");
    }

    public static BundleColumn measure(Column column) {
        return new BundleColumn(
                column.name(),
                column.type(),
                BundleColumn.Role.MEASURE,
                MEASURES.getOrDefault(column.name(), "rows with a value of the column"));
    }

    /** The columns of cells that hold a summary: its moments, or what is averaged. */
    public static List<BundleColumn> inCells(Summary summary) {
        List<BundleColumn> columns = new ArrayList<>();
        for (Column column : summary.columns()) {
            String part = column.name().substring(summary.column().length() + 1);
            String meaning =
                    PARTS.getOrDefault(part, part.startsWith("p") ? "quantile " + part.substring(1) + " %" : part);
            columns.add(summary(column.name(), column.type(), meaning + " of " + summary.column()));
        }
        return columns;
    }

    /** The columns of the table of a summary, beside the cell. */
    public static List<BundleColumn> ofTable(Summary summary) {
        List<BundleColumn> columns = new ArrayList<>(List.of(
                new BundleColumn("cell", ValueType.INTEGER, BundleColumn.Role.CELL, "the cell, by its number")));
        switch (summary.kind()) {
            case QUANTILES -> {
                columns.add(summary("value", ValueType.NUMBER, "a value of " + summary.column()));
                columns.add(summary("n", ValueType.NUMBER, "rows that the value stands for"));
            }
            case SCORES -> {
                columns.add(summary("score", ValueType.NUMBER, "a value of " + summary.column()));
                columns.add(summary("positives", ValueType.INTEGER, "Positives with this score"));
                columns.add(summary("negatives", ValueType.INTEGER, "Negatives with this score"));
            }
            case LISTS -> {
                columns.add(summary(
                        "item", ValueType.TEXT, "a value of " + summary.column() + "; null in the row of all lists"));
                columns.add(summary(
                        "lists", ValueType.INTEGER, "lists that hold the item; of the row without item all lists"));
                columns.add(summary("roots", ValueType.NUMBER, "sum of 1/sqrt(L) over these lists, of L items each"));
                columns.add(summary("sizes", ValueType.NUMBER, "sum of 1/L over these lists"));
            }
            case MOMENTS -> throw new IllegalArgumentException("moments are columns of the cells");
        }
        return columns;
    }

    /** The columns of the purchases of customers. */
    public static List<BundleColumn> ofPurchases(List<Column> groups) {
        List<BundleColumn> columns = new ArrayList<>();
        columns.add(new BundleColumn("customer:", ValueType.TEXT, BundleColumn.Role.DIMENSION, "id of the customer"));
        groups.forEach(group -> columns.add(new BundleColumn(
                group.name(), group.type(), BundleColumn.Role.DIMENSION, "what customers are grouped by")));
        columns.add(new BundleColumn("day:", ValueType.DATE, BundleColumn.Role.DIMENSION, "day of the purchase, UTC"));
        columns.add(new BundleColumn(
                "holdings:", ValueType.INTEGER, BundleColumn.Role.MEASURE, "holdings purchased on the day"));
        columns.add(new BundleColumn("value:", ValueType.NUMBER, BundleColumn.Role.MEASURE, "sum of their values"));
        return columns;
    }

    private static BundleColumn summary(String name, ValueType type, String meaning) {
        return new BundleColumn(name, type, BundleColumn.Role.SUMMARY, meaning);
    }
}
