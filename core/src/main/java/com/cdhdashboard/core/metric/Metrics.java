package com.cdhdashboard.core.metric;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.MetricConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes metrics from their configuration. */
public final class Metrics {
    private Metrics() {}

    /** The metrics of the families this program computes, in file order; the others are left out. */
    public static List<Metric> of(Configuration configuration) {
        return configuration.metrics().stream()
                .flatMap(metric -> of(metric, configuration).stream())
                .toList();
    }

    private static Optional<Metric> of(MetricConfig config, Configuration configuration) {
        List<String> globalFilters = configuration.globalFilters();
        if (config instanceof MetricConfig.Engagement engagement) {
            return Optional.of(new EngagementMetric(engagement, globalFilters));
        }
        if (config instanceof MetricConfig.Conversion conversion) {
            return Optional.of(new ConversionMetric(conversion, globalFilters));
        }
        if (config instanceof MetricConfig.ModelScores scores) {
            return Optional.of(new ModelScoresMetric(scores, globalFilters));
        }
        if (config instanceof MetricConfig.Descriptive descriptive) {
            return Optional.of(new DescriptiveMetric(descriptive, globalFilters));
        }
        if (config instanceof MetricConfig.Experiment experiment) {
            return Optional.of(new ExperimentMetric(experiment, globalFilters, defaults(configuration)));
        }
        return Optional.empty();
    }

    private static Map<String, String> defaults(Configuration configuration) {
        Map<String, String> defaults = new LinkedHashMap<>();
        configuration
                .interactionHistory()
                .preparation()
                .defaultValues()
                .forEach((column, value) -> defaults.put(column, value.toString()));
        return defaults;
    }
}
