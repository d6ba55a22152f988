package com.cdhdashboard.assistant.draft;

import com.cdhdashboard.core.config.edit.TomlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Drafts a configuration by rules, without anybody being asked: the metrics that the fields and outcomes of a sample make
 * possible, and reports of them. The configuration that is used where none is named is the model, so that what is drafted
 * for a plain export is what everybody knows.
 */
public final class RuleDraft {
    private RuleDraft() {}

    /**
     * A draft for a sample.
     *
     * @param base a configuration to which it is added: what that says already is kept, and its lists become longer
     */
    public static Proposal of(DataSample sample, TomlText base) {
        SampledFields fields = new SampledFields(sample.fields(), sample.holdingFields());
        List<String> remarks = new ArrayList<>();
        TimeRule time = TimeRule.of(fields, base);
        List<String> obstacles = obstacles(sample, time);
        if (!obstacles.isEmpty()) {
            return new Proposal(List.of(), remarks, obstacles);
        }
        List<Entry> metrics = new ArrayList<>();
        if (sample.interactions().isPresent()) {
            SampledOutcomes outcomes = new SampledOutcomes(sample.outcomes());
            outcomes.remark().ifPresent(remarks::add);
            metrics.addAll(new MetricRules(fields, outcomes, remarks).entries());
        }
        if (metrics.isEmpty()) {
            metrics.add(Entry.ofGlobalFilters(List.of(), "Customers are not filtered by fields of interactions."));
        }
        new CustomerRules(fields, sample.holdings().isPresent(), remarks)
                .entry()
                .ifPresent(metrics::add);
        List<Entry> entries = new ArrayList<>();
        if (sample.interactions().isPresent()) {
            time.entry(base).ifPresent(entries::add);
        }
        entries.addAll(new SourceRules(fields, sample.unused(), base, remarks).entries(metrics));
        metrics.forEach(metric -> entries.add(merged(metric, base)));
        Proposal before = new Proposal(entries, remarks, List.of());
        entries.addAll(new ReportRules(fields, before.on(base)).entries(metrics));
        return new Proposal(entries, remarks, List.of());
    }

    private static List<String> obstacles(DataSample sample, TimeRule time) {
        if (sample.rows() == 0) {
            return List.of("The sample has no rows, so there is nothing to draft from; choose other files.");
        }
        return sample.interactions().isEmpty()
                ? List.of()
                : time.obstacle().stream().toList();
    }

    /** What a metric of the base says stays; lists get what is missing of them. */
    private static Entry merged(Entry metric, TomlText base) {
        Map<String, Object> keys = new LinkedHashMap<>();
        metric.values().forEach((path, value) -> {
            Object held = base.value(path).orElse(value);
            keys.put(path.get(path.size() - 1), merged(held, value));
        });
        return metric.kind() == Entry.Kind.METRIC
                ? Entry.ofMetric(metric.name(), keys, metric.reason())
                : new Entry(
                        metric.path(),
                        merged(base.value(metric.path()).orElse(metric.value()), metric.value()),
                        metric.reason());
    }

    private static Object merged(Object held, Object added) {
        if (!(held instanceof List<?> first) || !(added instanceof List<?> second)) {
            return held;
        }
        List<Object> all = new ArrayList<>(first);
        second.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return all;
    }
}
