package com.cdhdashboard.core.snapshot;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import java.util.Comparator;
import java.util.List;

/**
 * A configuration with what follows from it without any data.
 *
 * @param problems what is wrong with it, gravest and first found first
 * @param metrics those over cubes that this program computes, in file order
 * @param customerMetrics those over product holdings, in file order; none where the configuration has none
 */
public record Configured(
        Configuration configuration,
        List<Problem> problems,
        List<Metric> metrics,
        List<CustomerMetric> customerMetrics) {
    public Configured {
        requireNonNull(configuration, "configuration");
        problems = List.copyOf(problems);
        metrics = List.copyOf(metrics);
        customerMetrics = List.copyOf(customerMetrics);
    }

    /** What is said where something would be imported while demo data are shown. */
    public static final String NO_IMPORTS = "nothing is imported while demo data are shown, as demo_mode is true under"
            + " [variants]; set it to false to import and show data of your own";

    /** Whether demo data are shown in place of imported data. */
    public boolean demo() {
        return configuration.variant().demoMode();
    }

    /** What a checked configuration comes to. */
    public static Configured of(LoadedConfiguration loaded) {
        return new Configured(
                loaded.configuration(),
                loaded.problems().stream()
                        .sorted(Comparator.comparing(Problem::severity))
                        .toList(),
                Metrics.of(loaded.configuration()),
                CustomerMetric.of(loaded.configuration()));
    }
}
