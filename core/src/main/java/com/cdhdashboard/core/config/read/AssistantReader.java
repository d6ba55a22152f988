package com.cdhdashboard.core.config.read;

import com.cdhdashboard.core.config.AssistantSettings;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.metric.EngagementMetric;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code [assistant]}. */
final class AssistantReader {
    private static final String TOOLS = "tools";

    private final Section root;
    private final MetricReader.Metrics metrics;

    AssistantReader(Section root, MetricReader.Metrics metrics) {
        this.root = root;
        this.metrics = metrics;
    }

    AssistantSettings read() {
        return root.section("assistant")
                .map(section -> section.by(ConfigurationKeys.ASSISTANT))
                .map(section -> new AssistantSettings(
                        dimensions(section, "mask"),
                        dimensions(section, "withhold"),
                        section.flagOrDefault("mcp"),
                        tools(section)))
                .orElse(AssistantSettings.DEFAULT);
    }

    /** A name that is misspelt protects nothing, which nobody would see. */
    private List<String> dimensions(Section section, String key) {
        List<String> named = section.texts(key).orElse(List.of());
        Set<String> known = known();
        boolean allKnown = metrics.usable().size() == metrics.names().size();
        for (String name : named) {
            if (allKnown && !known.contains(name)) {
                String hint = DidYouMean.hint(name, known);
                section.warning(
                        key,
                        Found.quote(name) + " is a dimension of no metric, so that it has no effect"
                                + (hint.isEmpty() ? "; there are " + String.join(", ", known) : hint));
            }
        }
        return named;
    }

    private Set<String> known() {
        Set<String> known = new LinkedHashSet<>(metrics.globalFilters());
        for (MetricConfig metric : metrics.usable()) {
            known.addAll(metric.common().groupBy());
            if (metric instanceof MetricConfig.Engagement) {
                known.add(EngagementMetric.ARM_COLUMN);
            } else if (metric instanceof MetricConfig.Experiment experiment) {
                known.add(experiment.experimentName());
                known.add(experiment.experimentGroup());
            }
        }
        return known;
    }

    private static List<String> tools(Section section) {
        List<String> named = section.texts(TOOLS).orElse(List.of());
        for (String name : named) {
            if (!AssistantSettings.TOOLS.contains(name)) {
                section.error(
                        TOOLS,
                        Found.quote(name) + " is not a tool; allowed: " + Found.quoteAll(AssistantSettings.TOOLS)
                                + DidYouMean.hint(name, AssistantSettings.TOOLS));
            }
        }
        return named.stream().filter(AssistantSettings.TOOLS::contains).toList();
    }
}
