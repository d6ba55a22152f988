package com.cdhdashboard.assistant.settings;

import com.cdhdashboard.core.config.read.Found;
import com.cdhdashboard.core.config.read.Section;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tables that lie upon one another: a key means what the last of them says. An empty text counts as said, so that it
 * takes back what a table before has.
 */
final class Layers {
    private final Section root;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Section> from = new LinkedHashMap<>();

    private Layers(Section root) {
        this.root = root;
    }

    /** @param root of the file, where problems stand that belong to no key */
    static Layers of(Section root) {
        return new Layers(root);
    }

    /** These with another table upon them. */
    Layers with(Optional<Section> table) {
        Layers both = new Layers(root);
        both.values.putAll(values);
        both.from.putAll(from);
        table.ifPresent(each -> both.add(each.by(ModelKeys.TABLE)));
        return both;
    }

    private void add(Section table) {
        for (SchemaKey key : ModelKeys.TABLE.keys()) {
            value(table, key).ifPresent(value -> {
                values.merge(key.name(), value, Layers::upon);
                from.put(key.name(), table);
            });
        }
    }

    private static Object upon(Object before, Object after) {
        return before instanceof ObjectNode table && after instanceof ObjectNode other
                ? table.deepCopy().setAll(other)
                : after;
    }

    private static Optional<Object> value(Section table, SchemaKey key) {
        String name = key.name();
        if (!table.has(name)) {
            return Optional.empty();
        }
        if (key.type() instanceof KeyType.Nested) {
            return table.section(name).map(Parameters::of);
        }
        boolean empty = table.value(name)
                .filter(value -> value instanceof String text && text.isBlank())
                .isPresent();
        if (empty) {
            return Optional.of("");
        }
        if (key.type() instanceof KeyType.Between range) {
            return number(table, name, range);
        }
        if (key.type() instanceof KeyType.Whole) {
            return table.integer(name).map(value -> value);
        }
        if (key.type() instanceof KeyType.Choice) {
            return table.choice(name).map(value -> value);
        }
        return key.type() instanceof KeyType.Flag
                ? table.flag(name).map(value -> value)
                : table.text(name).map(String::strip);
    }

    private static Optional<Object> number(Section table, String key, KeyType.Between range) {
        Object value = table.value(key).orElseThrow();
        if (value instanceof Number number
                && number.doubleValue() >= range.least()
                && number.doubleValue() <= range.most()) {
            return Optional.of(number.doubleValue());
        }
        table.error(
                key,
                Found.show(value) + " is not a number from " + shortest(range.least()) + " to " + shortest(range.most())
                        + "; write one without quotes");
        return Optional.empty();
    }

    private static String shortest(double number) {
        return Long.toString(Math.round(number));
    }

    /** A text that says something. */
    Optional<String> text(String key) {
        return said(key, String.class);
    }

    /** A value, where one is said that is not empty; of the schema, where none is said at all. */
    <T> Optional<T> said(String key, Class<T> type) {
        Optional<Object> value = values.containsKey(key)
                ? Optional.ofNullable(values.get(key))
                : ModelKeys.TABLE.key(key).flatMap(SchemaKey::otherwise);
        return value.filter(each -> !each.equals("")).filter(type::isInstance).map(type::cast);
    }

    /** Whether a table has the key, be it empty. */
    boolean has(String key) {
        return values.containsKey(key);
    }

    ObjectNode extra() {
        return said(ModelKeys.EXTRA, ObjectNode.class).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** Complains of a key where it stands, or of the file where it stands nowhere. */
    void error(String key, String message) {
        Section table = from.get(key);
        if (table != null) {
            table.error(key, message);
        } else {
            root.error("", key + ": " + message);
        }
    }

    void warning(String key, String message) {
        Section table = from.get(key);
        if (table != null) {
            table.warning(key, message);
        }
    }
}
