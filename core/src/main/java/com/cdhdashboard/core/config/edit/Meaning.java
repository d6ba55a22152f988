package com.cdhdashboard.core.config.edit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** What a document means: its values as plain Java, and what an edit makes of them. */
final class Meaning {
    private Meaning() {}

    static Map<String, Object> of(TomlTable table) {
        Map<String, Object> values = new LinkedHashMap<>();
        table.entrySet().forEach(each -> values.put(each.getKey(), plain(each.getValue())));
        return values;
    }

    private static Object plain(Object value) {
        if (value instanceof TomlTable table) {
            return of(table);
        }
        if (value instanceof TomlArray list) {
            return list.toList().stream().map(Meaning::plain).toList();
        }
        return value;
    }

    /** A value as this package holds it: whole numbers are long, others double. */
    static Object value(Object value) {
        if (value instanceof Integer whole) {
            return whole.longValue();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Meaning::value).toList();
        }
        if (value instanceof Map<?, ?> table) {
            Map<String, Object> values = new LinkedHashMap<>();
            table.forEach((key, each) -> values.put((String) key, value(each)));
            return values;
        }
        if (!(value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof LocalTime
                || value instanceof LocalDateTime
                || value instanceof OffsetDateTime)) {
            throw new IllegalArgumentException("not a value of TOML: " + value.getClass());
        }
        return value;
    }

    static Optional<Object> at(Map<String, Object> document, List<String> path) {
        Object found = document;
        for (String key : path) {
            if (!(found instanceof Map<?, ?> table) || !table.containsKey(key)) {
                return Optional.empty();
            }
            found = table.get(key);
        }
        return Optional.of(found);
    }

    static Optional<Map<String, Object>> table(Map<String, Object> document, List<String> path) {
        return at(document, path).flatMap(Meaning::asTable);
    }

    @SuppressWarnings("unchecked")
    static Optional<Map<String, Object>> asTable(Object value) {
        return value instanceof Map<?, ?> ? Optional.of((Map<String, Object>) value) : Optional.empty();
    }

    static Map<String, Object> with(Map<String, Object> document, List<String> path, Object value) {
        return changed(document, parent(path), table -> {
            table.put(name(path), value);
            return table;
        });
    }

    static Map<String, Object> without(Map<String, Object> document, List<String> path) {
        return changed(document, parent(path), table -> {
            table.remove(name(path));
            return table;
        });
    }

    /** A document without a path and without the tables above it that would be left empty. */
    static Map<String, Object> pruned(Map<String, Object> document, List<String> path) {
        List<String> gone = path;
        while (gone.size() > 1 && table(document, parent(gone)).map(Map::size).orElse(0) == 1) {
            gone = parent(gone);
        }
        return without(document, gone);
    }

    static Map<String, Object> renamed(Map<String, Object> document, List<String> path, String newName) {
        return changed(document, parent(path), table -> {
            Map<String, Object> result = new LinkedHashMap<>();
            table.forEach((key, value) -> result.put(key.equals(name(path)) ? newName : key, value));
            return result;
        });
    }

    static Map<String, Object> copied(Map<String, Object> document, List<String> path, String newName) {
        return changed(document, parent(path), table -> {
            Map<String, Object> result = new LinkedHashMap<>();
            table.forEach((key, value) -> {
                result.put(key, value);
                if (key.equals(name(path))) {
                    result.put(newName, value);
                }
            });
            return result;
        });
    }

    static Map<String, Object> moved(Map<String, Object> document, List<String> path, String sibling, boolean before) {
        return changed(document, parent(path), table -> {
            List<String> order = new ArrayList<>(table.keySet());
            order.remove(name(path));
            order.add(order.indexOf(sibling) + (before ? 0 : 1), name(path));
            Map<String, Object> result = new LinkedHashMap<>();
            order.forEach(key -> table.forEach((each, value) -> {
                if (each.equals(key)) {
                    result.put(key, value);
                }
            }));
            return result;
        });
    }

    private static Map<String, Object> changed(
            Map<String, Object> table, List<String> path, UnaryOperator<Map<String, Object>> change) {
        Map<String, Object> copy = new LinkedHashMap<>(table);
        if (path.isEmpty()) {
            return change.apply(copy);
        }
        Map<String, Object> child = table(table, path.subList(0, 1)).orElseGet(LinkedHashMap::new);
        copy.put(path.get(0), changed(child, path.subList(1, path.size()), change));
        return copy;
    }

    /** Whether values are equal and in the same order; in tables along a path the order does not count. */
    static boolean same(Object one, Object other, List<String> anyOrder) {
        if (!(one instanceof Map<?, ?> table) || !(other instanceof Map<?, ?> second)) {
            return one.equals(other);
        }
        boolean keys = anyOrder.isEmpty()
                ? List.copyOf(table.keySet()).equals(List.copyOf(second.keySet()))
                : table.keySet().equals(second.keySet());
        return keys
                && table.entrySet().stream().allMatch(each -> {
                    boolean along = !anyOrder.isEmpty() && anyOrder.get(0).equals(each.getKey());
                    List<String> further = along ? anyOrder.subList(1, anyOrder.size()) : List.of();
                    Object counterpart = second.get(each.getKey());
                    return counterpart != null && same(each.getValue(), counterpart, further);
                });
    }

    static List<String> parent(List<String> path) {
        return path.subList(0, path.size() - 1);
    }

    static String name(List<String> path) {
        return path.get(path.size() - 1);
    }

    static List<String> child(List<String> path, String name) {
        List<String> child = new ArrayList<>(path);
        child.add(name);
        return List.copyOf(child);
    }
}
