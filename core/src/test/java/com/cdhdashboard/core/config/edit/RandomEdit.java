package com.cdhdashboard.core.config.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;

/** One edit of a text, and the same edit of its values. */
record RandomEdit(TomlText document, List<String> path, Map<String, Object> expected, Random random) {
    /** @param gone takes what is overwritten or removed, with its comments */
    TomlText apply(Consumer<List<String>> gone) {
        String other = "n" + random.nextInt(1_000_000) + (random.nextBoolean() ? " é\"" : "");
        return switch (random.nextInt(6)) {
            case 0 -> set(gone);
            case 1 -> add(other);
            case 2 -> remove(gone);
            case 3 -> rename(other);
            case 4 -> copy(other);
            default -> move();
        };
    }

    private List<String> parent() {
        return path.subList(0, path.size() - 1);
    }

    private String name() {
        return path.get(path.size() - 1);
    }

    private Map<String, Object> values() {
        return table(expected, parent());
    }

    private TomlText set(Consumer<List<String>> gone) {
        Object value = newValue(random);
        TomlText result = document.set(path, value);
        values().put(name(), value);
        gone.accept(path);
        return result;
    }

    private TomlText add(String other) {
        Object value = random.nextInt(4) == 0 ? Map.of("x", 1L, "y", Map.of("z", List.of("a"))) : newValue(random);
        List<String> table = document.value(path).orElseThrow() instanceof Map ? path : parent();
        TomlText result = document.set(child(table, other), value);
        table(expected, table).put(other, value);
        return result;
    }

    private TomlText remove(Consumer<List<String>> gone) {
        TomlText result = document.remove(path);
        values().remove(name());
        gone.accept(path);
        return result;
    }

    private TomlText rename(String other) {
        TomlText result = document.rename(path, other);
        List<String> order = new ArrayList<>(document.keys(parent()));
        order.set(order.indexOf(name()), other);
        assertThat(result.keys(parent())).isEqualTo(order);
        values().put(other, Objects.requireNonNull(values().remove(name())));
        return result;
    }

    private TomlText copy(String other) {
        TomlText result = document.copy(path, other);
        List<String> order = new ArrayList<>(document.keys(parent()));
        order.add(order.indexOf(name()) + 1, other);
        assertThat(result.keys(parent())).isEqualTo(order);
        values().put(other, Objects.requireNonNull(values().get(name())));
        return result;
    }

    private TomlText move() {
        List<String> order = new ArrayList<>(document.keys(parent()));
        String sibling = order.get(random.nextInt(order.size()));
        boolean before = random.nextBoolean();
        TomlText result = before ? document.moveBefore(path, sibling) : document.moveAfter(path, sibling);
        if (!sibling.equals(name())) {
            order.remove(name());
            order.add(order.indexOf(sibling) + (before ? 0 : 1), name());
        }
        assertThat(result.keys(parent())).isEqualTo(order);
        return result;
    }

    private static Object newValue(Random random) {
        List<Object> values = List.of(
                "text",
                "it's \"q\" \\d",
                "two\nlines\n",
                "",
                "tab\t\u0001é😀",
                5L,
                -1L,
                2.5,
                1e300,
                true,
                List.of(),
                List.of("a", "b", "c"),
                List.of("b", "z"),
                List.of(1L, List.of(2L)));
        return values.get(random.nextInt(values.size()));
    }

    static List<String> child(List<String> path, String key) {
        List<String> child = new ArrayList<>(path);
        child.add(key);
        return child;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> table(Map<String, Object> document, List<String> path) {
        Map<String, Object> found = document;
        for (String key : path) {
            found = (Map<String, Object>) Objects.requireNonNull(found.get(key));
        }
        return found;
    }
}
