package com.cdhdashboard.core.config.edit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What two documents mean differently, key by key in the order of the text; a table that is new or gone is one change. */
public final class Difference {
    private Difference() {}

    /** How a key differs. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** It stands elsewhere among those beside it; said beside {@link #CHANGED} where its value differs, too. */
        MOVED
    }

    /** A key that differs, with its value before and after; values are as {@link TomlText#value} gives them. */
    public record Change(Kind kind, List<String> path, Optional<Object> before, Optional<Object> after) {
        public Change {
            requireNonNull(kind, "kind");
            path = List.copyOf(path);
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }
    }

    /** Both must be valid TOML. */
    public static List<Change> between(TomlText before, TomlText after) {
        List<Change> changes = new ArrayList<>();
        tables(List.of(), before.meaning(), after.meaning(), changes);
        return changes;
    }

    private static void tables(
            List<String> path, Map<String, Object> before, Map<String, Object> after, List<Change> changes) {
        before.forEach((key, value) -> {
            List<String> child = Meaning.child(path, key);
            Object now = after.get(key);
            if (now == null) {
                changes.add(new Change(Kind.REMOVED, child, Optional.of(value), Optional.empty()));
            } else {
                values(child, value, now, changes);
            }
        });
        after.forEach((key, value) -> {
            if (!before.containsKey(key)) {
                changes.add(new Change(Kind.ADDED, Meaning.child(path, key), Optional.empty(), Optional.of(value)));
            }
        });
        for (String key : moved(List.copyOf(before.keySet()), List.copyOf(after.keySet()))) {
            changes.add(new Change(
                    Kind.MOVED,
                    Meaning.child(path, key),
                    Optional.ofNullable(before.get(key)),
                    Optional.ofNullable(after.get(key))));
        }
    }

    private static void values(List<String> path, Object before, Object after, List<Change> changes) {
        Optional<Map<String, Object>> one = Meaning.asTable(before);
        Optional<Map<String, Object>> other = Meaning.asTable(after);
        if (one.isPresent() && other.isPresent()) {
            tables(path, one.get(), other.get(), changes);
        } else if (!before.equals(after)) {
            changes.add(new Change(Kind.CHANGED, path, Optional.of(before), Optional.of(after)));
        }
    }

    /** The fewest keys that have to be put elsewhere, in their new order, those aside that are in one list only. */
    static List<String> moved(List<String> before, List<String> after) {
        if (before.equals(after)) {
            return List.of();
        }
        Map<String, Integer> places = new HashMap<>();
        before.forEach(key -> places.put(key, places.size()));
        List<String> common = after.stream().filter(places::containsKey).toList();
        Set<String> staying = new HashSet<>(longestInOrder(common, places));
        return common.stream().filter(key -> !staying.contains(key)).toList();
    }

    /** A longest part of a list whose places grow: each key remembers the one before it in the best list that it ends. */
    private static List<String> longestInOrder(List<String> keys, Map<String, Integer> places) {
        List<Integer> ends = new ArrayList<>();
        int[] previous = new int[keys.size()];
        for (int at = 0; at < keys.size(); at++) {
            int place = place(keys.get(at), places);
            int low = 0;
            int high = ends.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (place(keys.get(ends.get(middle)), places) < place) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[at] = low == 0 ? -1 : ends.get(low - 1);
            if (low == ends.size()) {
                ends.add(at);
            } else {
                ends.set(low, at);
            }
        }
        List<String> longest = new ArrayList<>();
        int at = ends.isEmpty() ? -1 : ends.get(ends.size() - 1);
        while (at >= 0) {
            longest.add(keys.get(at));
            at = previous[at];
        }
        return longest;
    }

    private static int place(String key, Map<String, Integer> places) {
        return requireNonNull(places.get(key), key);
    }
}
