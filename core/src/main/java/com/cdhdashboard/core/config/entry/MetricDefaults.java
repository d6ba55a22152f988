package com.cdhdashboard.core.config.entry;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.schema.Absent;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.Naming;
import com.cdhdashboard.core.config.schema.SchemaKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a new metric of a family begins with: the keys of that family in the configuration that is used where none is
 * named, or else the examples of the keys that it needs.
 *
 * @param fields those that the data have; empty where nothing is known of them
 * @param outcomes those that the data have; empty where nothing is known of them
 */
public record MetricDefaults(TomlText packaged, Set<String> fields, Set<String> outcomes) {
    private static final Set<String> TIMES = Set.of("Day", "Month", "Quarter", "Year");

    public MetricDefaults {
        fields = Set.copyOf(fields);
        outcomes = Set.copyOf(outcomes);
    }

    /** The keys of a metric, in the order of forms. */
    public Map<String, Object> of(Family family) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (SchemaKey key : ConfigurationKeys.of(family).keys()) {
            value(family, key).ifPresent(value -> keys.put(key.name(), value));
        }
        return keys;
    }

    private Optional<Object> value(Family family, SchemaKey key) {
        Optional<Object> value = packaged.value(List.of("metrics", family.prefix(), key.name()));
        if (value.isEmpty() && key.absent() instanceof Absent.Required) {
            value = Optional.of(TomlText.valueOf(key.help().example()));
        }
        return value.filter(found -> !found.equals(""))
                .map(found -> found instanceof List<?> list && key.type() instanceof KeyType.Texts texts
                        ? known(ofData(key.name(), texts.of()), list)
                        : found);
    }

    /** Those of a list that the data have; all where these have none of them, as something has to be written. */
    private static List<Object> known(Set<String> data, List<?> list) {
        List<Object> all = new ArrayList<>(list);
        List<Object> kept = all.stream().filter(data::contains).toList();
        return kept.isEmpty() ? all : kept;
    }

    /** The names of data that a list can hold; none for lists of other names, such as scores. */
    private Set<String> ofData(String key, Naming naming) {
        Set<String> names = new LinkedHashSet<>();
        if (naming == Naming.OUTCOME) {
            names.addAll(outcomes);
        } else if (naming == Naming.FIELD) {
            names.addAll(fields);
        }
        if (key.equals("group_by") && !fields.isEmpty()) {
            names.addAll(TIMES);
        }
        return names;
    }
}
