package com.cdhdashboard.core.metric;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.error.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Metrics and rolled-up tables to test with. */
final class TestingMetrics {
    private static final MetricConfig.Responses RESPONSES =
            new MetricConfig.Responses(List.of("Clicked"), List.of("Impression"));

    private TestingMetrics() {}

    static EngagementMetric engagement(String... groupBy) {
        return new EngagementMetric(
                new MetricConfig.Engagement(common("engagement", groupBy), RESPONSES, "Control"),
                List.of("Channel", "Year"));
    }

    static ConversionMetric conversion(String... groupBy) {
        return new ConversionMetric(
                new MetricConfig.Conversion(common("conversion", groupBy), RESPONSES), List.of("Channel", "Year"));
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

    static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }
}
