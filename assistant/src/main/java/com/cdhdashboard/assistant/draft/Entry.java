package com.cdhdashboard.assistant.draft;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.edit.TomlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that a proposal sets: a metric, a report, or a key of a section.
 *
 * @param path such as {@code metrics, engagement}
 * @param value what it is to be; of a metric and a report its keys
 * @param reason a sentence for whoever decides
 */
public record Entry(List<String> path, Object value, String reason) {
    private static final String METRICS = "metrics";
    private static final String REPORTS = "reports";
    private static final String GLOBAL_FILTERS = "global_filters";

    public Entry {
        path = List.copyOf(path);
        requireNonNull(value, "value");
        requireNonNull(reason, "reason");
    }

    public static Entry ofMetric(String name, Map<String, Object> keys, String reason) {
        return new Entry(List.of(METRICS, name), keys, reason);
    }

    public static Entry ofReport(String name, Map<String, Object> keys, String reason) {
        return new Entry(List.of(REPORTS, name), keys, reason);
    }

    public static Entry ofGlobalFilters(List<String> fields, String reason) {
        return new Entry(List.of(METRICS, GLOBAL_FILTERS), fields, reason);
    }

    /** What the entry is. */
    public enum Kind {
        METRIC,
        REPORT,
        KEY
    }

    public Kind kind() {
        boolean table = path.size() == 2 && value instanceof Map<?, ?>;
        return table && path.get(0).equals(METRICS)
                ? Kind.METRIC
                : table && path.get(0).equals(REPORTS) ? Kind.REPORT : Kind.KEY;
    }

    public String name() {
        return path.get(path.size() - 1);
    }

    public String dotted() {
        return String.join(".", path);
    }

    /** The keys of a metric or report; the entry itself where it is a key. */
    public Map<List<String>, Object> values() {
        if (!(value instanceof Map<?, ?> keys) || kind() == Kind.KEY) {
            return Map.of(path, value);
        }
        Map<List<String>, Object> values = new LinkedHashMap<>();
        keys.forEach((key, each) -> values.put(below(String.valueOf(key)), each));
        return values;
    }

    private List<String> below(String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    /** The metric that a report shows. */
    public Optional<String> metric() {
        return kind() == Kind.REPORT && value instanceof Map<?, ?> keys
                ? Optional.ofNullable(keys.get("metric")).map(String::valueOf)
                : Optional.empty();
    }

    /** A key that the entry would change, and how. */
    public record Change(List<String> path, Optional<Object> before, Object after) {
        public Change {
            path = List.copyOf(path);
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }

        public String dotted() {
            return String.join(".", path);
        }
    }

    /** What it changes of a text, key by key; none where the text says the same already. */
    public List<Change> changes(TomlText text) {
        return values().entrySet().stream()
                .map(each -> new Change(each.getKey(), text.value(each.getKey()), each.getValue()))
                .filter(change ->
                        !change.before().filter(change.after()::equals).isPresent())
                .toList();
    }

    /** Whether the text has nothing of that name yet. */
    public boolean isNew(TomlText text) {
        return text.value(path).isEmpty();
    }

    /** A text in which those of its keys are set that were chosen. */
    public TomlText on(TomlText text, List<Change> chosen) {
        if (isNew(text) && chosen.size() == values().size()) {
            return text.set(path, value);
        }
        TomlText set = text;
        for (Change change : chosen) {
            boolean same = Objects.equals(values().get(change.path()), change.after());
            set = same ? set.set(change.path(), change.after()) : set;
        }
        return set;
    }
}
