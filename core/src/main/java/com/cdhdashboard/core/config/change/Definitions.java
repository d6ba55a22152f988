package com.cdhdashboard.core.config.change;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.InteractionHistory;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.metric.arm.LooseName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a configuration defines the numbers of one kind of data: what all of its metrics share, and what each adds, in
 * parts that are called as users know them. Metrics whose parts are equal have the same numbers. They are read again only
 * by this program; what a bundle says to others is {@code Definition} of {@code core.bundle}.
 *
 * @param shared by part
 * @param metrics by name and part, in file order
 */
public record Definitions(Map<String, String> shared, Map<String, Map<String, String>> metrics) {
    private static final String FILTER = "filter";
    private static final String GROUP_BY = "group_by";
    private static final String COLUMNS = "columns";
    private static final String SETTINGS = "settings";
    private static final String DEFAULTS = "default_values";
    private static final String CALCULATED = "calculated columns";

    /** The columns by which rows are told apart, whatever the metric. */
    private static final List<String> OF_ALL_ROWS = List.of(
            "InteractionID", "Outcome", "OutcomeTime", "DecisionTime", "Name", "Issue", "Group", "Rank", "SubjectID");

    public Definitions {
        shared = Collections.unmodifiableMap(new LinkedHashMap<>(shared));
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        metrics.forEach((name, parts) -> copy.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(parts))));
        metrics = Collections.unmodifiableMap(copy);
    }

    /** Of the metrics over interaction history. */
    public static Definitions ofInteractions(Configuration configuration) {
        return of(configuration.interactionHistory(), Metrics.of(configuration));
    }

    /** Of these metrics over interaction history. */
    public static Definitions of(InteractionHistory history, List<Metric> configured) {
        Preparation preparation = history.preparation();
        Prepared prepared = new Prepared(preparation);
        Map<String, String> shared = shared(preparation, prepared);
        put(shared, CALCULATED, prepared.calculations(OF_ALL_ROWS));
        put(shared, DEFAULTS, prepared.defaults(OF_ALL_ROWS));
        shared.put("late_outcome_days", String.valueOf(history.lateOutcomeDays()));
        shared.put("zone_of_days", String.valueOf(history.zoneOfDays()));
        Map<String, Map<String, String>> metrics = new LinkedHashMap<>();
        configured.forEach(metric -> metrics.put(metric.name(), parts(metric, prepared)));
        return new Definitions(shared, metrics);
    }

    /** Of the metrics over product holdings. */
    public static Definitions ofHoldings(Configuration configuration) {
        return configuration
                .holdings()
                .map(holdings -> of(holdings, CustomerMetric.of(configuration)))
                .orElseGet(() -> new Definitions(Map.of(), Map.of()));
    }

    /** Of these metrics over product holdings. */
    public static Definitions of(Holdings holdings, List<CustomerMetric> configured) {
        Prepared prepared = new Prepared(holdings.preparation());
        Map<String, Map<String, String>> metrics = new LinkedHashMap<>();
        configured.forEach(metric -> metrics.put(metric.name(), parts(metric, prepared)));
        return new Definitions(shared(holdings.preparation(), prepared), metrics);
    }

    private static Map<String, String> shared(Preparation preparation, Prepared prepared) {
        Map<String, String> shared = new LinkedHashMap<>();
        Prepared.condition(preparation.filter()).ifPresent(text -> shared.put(FILTER, text));
        put(shared, "defaults of the filter", prepared.defaultsOf(Prepared.columns(preparation.filter())));
        return shared;
    }

    private static Map<String, String> parts(Metric metric, Prepared prepared) {
        Map<String, String> parts = parts(metric.config(), metric.grain());
        metric.responses()
                .ifPresent(responses -> parts.put(
                        "outcomes",
                        Shape.of(responses.positive().stream()
                                        .distinct()
                                        .sorted()
                                        .toList())
                                + Shape.of(responses.negative().stream()
                                        .distinct()
                                        .sorted()
                                        .toList())));
        if (metric.config() instanceof MetricConfig.Engagement engagement) {
            parts.put("control_group", LooseName.key(engagement.controlGroup()));
        } else if (metric.config() instanceof MetricConfig.ModelScores scores) {
            parts.put(SETTINGS, Shape.of(scores.useTDigest()));
        } else if (metric.config() instanceof MetricConfig.Descriptive descriptive) {
            parts.put(COLUMNS, Shape.of(descriptive.columns()));
            parts.put(SETTINGS, Shape.of(descriptive.useTDigest()));
        }
        List<String> used = new ArrayList<>(metric.grain());
        used.addAll(metric.neededColumns());
        used.addAll(metric.optionalColumns());
        addUsed(parts, metric.config(), used, prepared);
        return parts;
    }

    private static Map<String, String> parts(CustomerMetric metric, Prepared prepared) {
        Map<String, String> parts = parts(metric.config(), metric.grain());
        parts.put(COLUMNS, Shape.of(metric.config().columns()));
        parts.put(SETTINGS, Shape.of(metric.config().model()));
        List<String> used = new ArrayList<>(metric.grain());
        used.addAll(metric.neededColumns());
        used.add(metric.config().columns().orderId());
        addUsed(parts, metric.config(), used, prepared);
        return parts;
    }

    private static Map<String, String> parts(MetricConfig metric, List<String> grain) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(GROUP_BY, Shape.of(grain));
        Prepared.condition(metric.common().filter()).ifPresent(text -> parts.put(FILTER, text));
        return parts;
    }

    private static void addUsed(Map<String, String> parts, MetricConfig metric, List<String> used, Prepared prepared) {
        used.addAll(Prepared.columns(metric.common().filter()));
        put(parts, CALCULATED, prepared.calculations(used));
        put(parts, DEFAULTS, prepared.defaults(used));
    }

    private static void put(Map<String, String> parts, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            parts.put(name, Shape.of(values));
        }
    }

    /** Whether a store that was made by these has all numbers that the others define. */
    public boolean cover(Definitions others) {
        return others.metrics.isEmpty()
                || (shared.equals(others.shared)
                        && others.metrics.entrySet().stream()
                                .allMatch(metric -> metric.getValue().equals(metrics.get(metric.getKey()))));
    }

    /** Whether a metric is in both, and defined in another way. */
    public boolean definesOtherwise(String metric, Definitions others) {
        return metrics.containsKey(metric)
                && others.metrics.containsKey(metric)
                && !(shared.equals(others.shared) && metrics.get(metric).equals(others.metrics.get(metric)));
    }

    /** The names of the parts in which what is shared differs. */
    List<String> sharedDifferences(Definitions others) {
        return differences(shared, others.shared);
    }

    /** The names of the parts in which a metric of both differs; empty where it is in one alone. */
    Optional<List<String>> differences(String metric, Definitions others) {
        return Optional.ofNullable(metrics.get(metric))
                .flatMap(parts ->
                        Optional.ofNullable(others.metrics.get(metric)).map(other -> differences(parts, other)));
    }

    private static List<String> differences(Map<String, String> some, Map<String, String> others) {
        Map<String, String> names = new LinkedHashMap<>(others);
        names.putAll(some);
        return names.keySet().stream()
                .filter(name -> !Objects.equals(some.get(name), others.get(name)))
                .toList();
    }
}
