package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Everything one TOML file says, immutable.
 *
 * @param metrics in file order, which is the order of menus
 * @param reports in file order
 */
public record Configuration(
        Branding branding,
        UserInterface userInterface,
        InteractionHistory interactionHistory,
        Optional<Holdings> holdings,
        List<String> globalFilters,
        List<MetricConfig> metrics,
        List<ReportConfig> reports,
        Variant variant,
        Chat chat,
        AssistantSettings assistant) {
    public Configuration {
        requireNonNull(branding, "branding");
        requireNonNull(userInterface, "userInterface");
        requireNonNull(interactionHistory, "interactionHistory");
        requireNonNull(holdings, "holdings");
        globalFilters = List.copyOf(globalFilters);
        metrics = List.copyOf(metrics);
        reports = List.copyOf(reports);
        requireNonNull(variant, "variant");
        requireNonNull(chat, "chat");
        requireNonNull(assistant, "assistant");
    }

    public Optional<MetricConfig> metric(String name) {
        return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }

    public Optional<ReportConfig> report(String key) {
        return reports.stream().filter(report -> report.key().equals(key)).findFirst();
    }
}
