package com.cdhdashboard.core.config.entry;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits of a metric, with what refers to it: reports, and what a chat is told of it. */
public final class MetricEdits {
    private static final String METRICS = "metrics";
    private static final String REPORTS = "reports";
    private static final List<String> TOLD = List.of("chat_with_data", "metric_descriptions");

    private MetricEdits() {}

    /** The reports that show a metric, in their order. */
    public static List<String> reportsOf(TomlText text, String metric) {
        return text.keys(List.of(REPORTS)).stream()
                .filter(key -> text.value(List.of(REPORTS, key, "metric"))
                        .filter(metric::equals)
                        .isPresent())
                .toList();
    }

    /** Adds a metric. */
    public static TomlText add(TomlText text, String name, Map<String, Object> keys) {
        Family family = Family.of(name).orElseThrow(() -> unknownFamily(name));
        requireName(name, family);
        if (text.value(List.of(METRICS, name)).isPresent()) {
            throw new UserException("there is a metric \"" + name + "\" already; choose another name");
        }
        return text.set(List.of(METRICS, name), keys);
    }

    /** Doubles a metric; reports go on showing the first. */
    public static TomlText copy(TomlText text, String metric, String newName) {
        requireName(newName, family(metric));
        return text.copy(List.of(METRICS, metric), newName);
    }

    /** Gives a metric another name, also where it is referred to. */
    public static TomlText rename(TomlText text, String metric, String newName) {
        requireName(newName, family(metric));
        List<String> told = List.of(TOLD.get(0), TOLD.get(1), metric);
        TomlText renamed = text.rename(List.of(METRICS, metric), newName);
        for (String report : reportsOf(text, metric)) {
            renamed = renamed.set(List.of(REPORTS, report, "metric"), newName);
        }
        boolean free = text.value(List.of(TOLD.get(0), TOLD.get(1), newName)).isEmpty();
        return text.value(told).isPresent() && free ? renamed.rename(told, newName) : renamed;
    }

    /** Removes a metric with the reports that show it. */
    public static Removal remove(TomlText text, String metric) {
        List<List<String>> paths = new ArrayList<>();
        reportsOf(text, metric).forEach(report -> paths.add(List.of(REPORTS, report)));
        paths.add(List.of(METRICS, metric));
        return Removal.of(text, paths);
    }

    private static Family family(String metric) {
        return Family.of(metric).orElseThrow(() -> unknownFamily(metric));
    }

    /** The beginning of a name is the family, and another family has other keys. */
    private static void requireName(String name, Family family) {
        if (!Family.of(name).equals(Optional.of(family))) {
            throw new UserException("\"" + name + "\" is no name for a metric of this family; begin it with \""
                    + family.prefix() + "\", such as \"" + family.prefix() + "_web\"");
        }
    }

    private static UserException unknownFamily(String name) {
        return new UserException("\"" + name + "\" begins with no family of metrics; begin it with one of "
                + String.join(", ", Family.prefixes()));
    }
}
