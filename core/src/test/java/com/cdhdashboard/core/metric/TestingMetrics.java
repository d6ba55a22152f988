package com.cdhdashboard.core.metric;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.error.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Metrics and rolled-up tables to test with. */
public final class TestingMetrics {
    private static final MetricConfig.Responses RESPONSES =
            new MetricConfig.Responses(List.of("Clicked"), List.of("Impression"));

    private TestingMetrics() {}

    public static EngagementMetric engagement(String... groupBy) {
        return new EngagementMetric(
                new MetricConfig.Engagement(common("engagement", groupBy), RESPONSES, "Control"),
                List.of("Channel", "Year"));
    }

    public static ConversionMetric conversion(String... groupBy) {
        return new ConversionMetric(
                new MetricConfig.Conversion(common("conversion", groupBy), RESPONSES), List.of("Channel", "Year"));
    }

    public static ExperimentMetric experiment(Optional<String> controlGroup, String... groupBy) {
        return new ExperimentMetric(
                new MetricConfig.Experiment(
                        common("experiment", groupBy), RESPONSES, "Experiment", "Arm", controlGroup),
                List.of("Channel"),
                Map.of("Experiment", "N/A", "Arm", "none", "Channel", "Web"));
    }

    public static ModelScoresMetric modelScores(boolean summaries) {
        return new ModelScoresMetric(
                new MetricConfig.ModelScores(common("model_ml_scores", "Day"), RESPONSES, summaries),
                List.of("Channel"));
    }

    public static DescriptiveMetric descriptive(boolean summaries, String... columns) {
        return new DescriptiveMetric(
                new MetricConfig.Descriptive(common("descriptive", "Day"), List.of(columns), summaries),
                List.of("Channel"));
    }

    static MetricConfig.Common common(String name, String... groupBy) {
        return new MetricConfig.Common(
                name, new Position("ih.toml", 1, 1), List.of(groupBy), Optional.empty(), List.of("CTR"));
    }

    /** One row of sums without dimensions. */
    static Table sums(Metric metric, @Nullable Object... sums) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList(sums));
        return new Table(metric.measures(), rows);
    }

    /** The value of a column in a row. */
    static @Nullable Object cell(Table table, int row, String column) {
        return table.rows().get(row).get(table.indexOf(column).orElseThrow());
    }

    /** The number in a column of a row, which has to be there. */
    static double number(Table table, int row, String column) {
        return (Double) requireNonNull(cell(table, row, column), column);
    }

    /** The table within a cell, which has to be there. */
    static Table nested(Table table, int row, String column) {
        return (Table) requireNonNull(cell(table, row, column), column);
    }

    public static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }
}
