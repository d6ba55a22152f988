package com.cdhdashboard.duckdb.bundle;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.bundle.Definition;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.change.Definitions;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a configuration makes of bundles.
 *
 * @param own what rows that are imported into its store are called, as a source
 */
public record Expected(
        Configuration configuration, List<Metric> metrics, List<CustomerMetric> customerMetrics, String own) {
    private static final int NAMED = 3;

    public Expected {
        requireNonNull(configuration, "configuration");
        metrics = List.copyOf(metrics);
        customerMetrics = List.copyOf(customerMetrics);
        requireNonNull(own, "own");
    }

    public static Expected of(Configuration configuration) {
        return new Expected(
                configuration,
                Metrics.of(configuration),
                CustomerMetric.of(configuration),
                configuration.variant().name());
    }

    Optional<Metric> metric(String name) {
        return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }

    Optional<CustomerMetric> customerMetric(String name) {
        return customerMetrics.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst();
    }

    /** Refuses a metric that counts something else than the configured one of its name. */
    void requireSame(Definition definition) {
        Optional<Definition> configured = Stream.concat(
                        metric(definition.metric())
                                .map(metric -> Definition.of(metric, configuration.interactionHistory()))
                                .stream(),
                        customerMetric(definition.metric()).map(metric -> Definition.of(metric, holdings())).stream())
                .findFirst();
        List<String> differences = configured
                .map(own -> definition.differences(own, "in the bundle", "in the configuration"))
                .orElse(List.of());
        if (!differences.isEmpty()) {
            String more = differences.size() > NAMED ? "; and " + (differences.size() - NAMED) + " more" : "";
            throw new UserException("metric " + definition.metric() + " does not count the same: "
                    + String.join("; ", differences.subList(0, Math.min(NAMED, differences.size()))) + more
                    + ". Use the configuration that is in the bundle, or export it again with this one");
        }
    }

    /** How the numbers of a store of bundles are defined: as is configured, as bundles that differ are refused. */
    Definitions definitions(boolean customers) {
        return customers ? Definitions.ofHoldings(configuration) : Definitions.ofInteractions(configuration);
    }

    private Holdings holdings() {
        return configuration.holdings().orElseThrow();
    }
}
