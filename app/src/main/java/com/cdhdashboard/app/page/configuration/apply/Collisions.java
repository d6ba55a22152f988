package com.cdhdashboard.app.page.configuration.apply;

import com.cdhdashboard.core.config.edit.Merge;
import com.cdhdashboard.core.config.edit.TomlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tomlj.Toml;

/** Settles what two people both changed. */
final class Collisions {
    private Collisions() {}

    static List<CollisionsPage.Entry> entries(Merge merge) {
        return merge.collisions().stream()
                .map(each -> new CollisionsPage.Entry(
                        name(each), words(each.base()), words(each.mine()), words(each.theirs())))
                .toList();
    }

    /** How a collision is called on the page and in what it sends. */
    private static String name(Merge.Collision collision) {
        return Toml.joinKeyPath(collision.path());
    }

    private static String words(Optional<Object> value) {
        return value.map(Collisions::text).orElse("not there");
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> table) {
            return table.entrySet().stream()
                    .map(each -> each.getKey() + " = " + text(each.getValue()))
                    .collect(Collectors.joining("\n"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Collisions::text).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }

    /** The merged text, with mine in place of theirs where that was chosen. */
    static String settled(Merge merge, Set<String> mine) {
        TomlText text = TomlText.of(merge.text());
        for (Merge.Collision collision : merge.collisions()) {
            text = mine.contains(name(collision)) ? withMine(text, collision) : text;
        }
        return text.text();
    }

    private static TomlText withMine(TomlText text, Merge.Collision collision) {
        Optional<Object> now = text.value(collision.path());
        if (collision.mine().isEmpty()) {
            return now.isPresent() ? text.remove(collision.path()) : text;
        }
        boolean order = now.filter(Map.class::isInstance).isPresent()
                && collision.mine().get() instanceof List<?>
                && collision.theirs().filter(List.class::isInstance).isPresent();
        return order
                ? ordered(text, collision.path(), (List<?>) collision.mine().get())
                : text.set(collision.path(), collision.mine().get());
    }

    private static TomlText ordered(TomlText start, List<String> table, List<?> wanted) {
        TomlText text = start;
        String last = "";
        for (Object each : wanted) {
            String key = String.valueOf(each);
            List<String> path = new ArrayList<>(table);
            path.add(key);
            if (text.value(path).isPresent()) {
                text = last.isEmpty() ? text : text.moveAfter(path, last);
                last = key;
            }
        }
        return text;
    }
}
