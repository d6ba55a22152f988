package com.cdhdashboard.core.config.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What has to be counted anew of one kind of data, so that a store has the numbers that a configuration defines.
 *
 * @param shared the parts that all metrics share and that have changed; where there are any, all metrics are counted
 * @param added metrics that the store does not have
 * @param changed the parts that have changed, by metric
 * @param kept metrics whose numbers stay
 * @param removed metrics that the store has and nobody wants any more
 */
public record Recount(
        List<String> shared,
        List<String> added,
        Map<String, List<String>> changed,
        List<String> kept,
        List<String> removed) {
    static final Recount NOTHING = new Recount(List.of(), List.of(), Map.of(), List.of(), List.of());

    public Recount {
        shared = List.copyOf(shared);
        added = List.copyOf(added);
        changed = Collections.unmodifiableMap(new LinkedHashMap<>(changed));
        kept = List.copyOf(kept);
        removed = List.copyOf(removed);
    }

    /** From what a store was made by to what is wanted. */
    static Recount of(Definitions made, Definitions wanted) {
        List<String> shared = wanted.sharedDifferences(made);
        List<String> added = new ArrayList<>();
        Map<String, List<String>> changed = new LinkedHashMap<>();
        List<String> kept = new ArrayList<>();
        for (String metric : wanted.metrics().keySet()) {
            List<String> differences = wanted.differences(metric, made).orElse(List.of());
            if (!made.metrics().containsKey(metric)) {
                added.add(metric);
            } else if (!differences.isEmpty() || !shared.isEmpty()) {
                changed.put(metric, differences);
            } else {
                kept.add(metric);
            }
        }
        List<String> removed = made.metrics().keySet().stream()
                .filter(metric -> !wanted.metrics().containsKey(metric))
                .toList();
        return new Recount(shared, added, changed, kept, removed);
    }

    /** The metrics to be counted: those that are added, then those that have changed. */
    public List<String> metrics() {
        return Stream.concat(added.stream(), changed.keySet().stream()).toList();
    }

    /** Whether files are needed. */
    public boolean isDue() {
        return !metrics().isEmpty();
    }
}
