package com.cdhdashboard.assistant.improve;

import com.cdhdashboard.assistant.draft.NameWords;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.edit.TomlText;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Metrics and reports as a model is told them: keys whose texts may all be told. Filters, descriptions and values of fields
 * that were not approved are left out, and so is what cannot be told without them; names of all that is left out are
 * gathered for people.
 */
final class ToldConfiguration {
    /** Stand for lists of outcomes that are not told. */
    static final String SUCCESSES = "(successes)";

    static final String OTHERS = "(others)";

    /** Texts that people write, in which anything may stand. */
    private static final Set<String> FREE =
            Set.of("filter", "filters", "description", "control_group", "reference", "rfm_segments");

    /** Names of metrics begin with them, whatever values are called. */
    private static final Set<String> FAMILIES = Family.prefixes().stream()
            .map(prefix -> NameWords.of(prefix).phrase())
            .collect(Collectors.toUnmodifiableSet());

    private final Told told;
    private final Set<String> hidden;
    private final Set<String> left = new LinkedHashSet<>();

    /** @param hidden names of fields, and values, that must not be told */
    ToldConfiguration(Told told, Set<String> hidden) {
        this.told = told;
        this.hidden = hidden;
    }

    ObjectNode of(TomlText text) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (String section : List.of("metrics", "reports")) {
            ObjectNode tables = json.putObject(section);
            for (String name : text.keys(List.of(section))) {
                text.value(List.of(section, name)).ifPresent(value -> add(tables, section, name, value));
            }
        }
        return json;
    }

    private void add(ObjectNode tables, String section, String name, Object value) {
        String path = section + "." + name;
        if (!tellable(name)) {
            left.add(section + " whose names tell of fields that were not approved");
        } else if (value instanceof Map<?, ?> keys) {
            ObjectNode table = tables.putObject(name);
            keys.forEach((key, each) -> {
                if (!put(table, String.valueOf(key), each)) {
                    left.add(path + "." + key);
                }
            });
        } else if (!put(tables, name, value)) {
            left.add(path);
        }
    }

    /** Names are of people's choice, too: one that has the name of a hidden field in it is not told. */
    boolean tellable(String name) {
        NameWords words = NameWords.of(name);
        return hidden.stream()
                .map(each -> NameWords.of(each).phrase())
                .noneMatch(phrase -> !FAMILIES.contains(phrase) && !phrase.isEmpty() && words.says(phrase));
    }

    private boolean put(ObjectNode table, String key, Object value) {
        if (FREE.contains(key)) {
            return false;
        }
        if (value instanceof List<?> list) {
            boolean outcomes = key.endsWith("_model_response") && !told.tellsOutcomes();
            ArrayNode array = table.putArray(key);
            if (outcomes) {
                array.add(key.startsWith("positive") ? SUCCESSES : OTHERS);
                return false;
            }
            list.stream().map(String::valueOf).filter(told.words()::contains).forEach(array::add);
            return array.size() == list.size();
        }
        if (value instanceof Boolean flag) {
            table.put(key, flag);
        } else if (value instanceof Number number) {
            table.put(key, number.doubleValue());
        } else if (value instanceof String text && (told.words().contains(text) || isMetric(key, text))) {
            table.put(key, text);
        } else {
            return false;
        }
        return true;
    }

    private boolean isMetric(String key, String text) {
        return key.equals("metric") && tellable(text);
    }

    /** What was left out, by its place. */
    List<String> left() {
        return List.copyOf(left);
    }
}
