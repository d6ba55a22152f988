package com.cdhdashboard.core.config.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values of a merged document, and where those who changed it collide. */
record MergedMeaning(Map<String, Object> values, List<Merge.Collision> collisions) {
    static MergedMeaning of(Map<String, Object> base, Map<String, Object> mine, Map<String, Object> theirs) {
        List<Merge.Collision> collisions = new ArrayList<>();
        return new MergedMeaning(table(List.of(), new Three<>(base, mine, theirs), collisions), collisions);
    }

    /** Whether a text means this, with its keys in this order. */
    boolean isInOrder(TomlText text) {
        return Meaning.same(values, text.meaning(), List.of());
    }

    /** One thing in the three documents. */
    private record Three<T>(T base, T mine, T theirs) {}

    private static Map<String, Object> table(
            List<String> path, Three<Map<String, Object>> tables, List<Merge.Collision> collisions) {
        Set<String> keys = new LinkedHashSet<>(tables.theirs.keySet());
        keys.addAll(tables.mine.keySet());
        Map<String, Object> merged = new LinkedHashMap<>();
        for (String key : keys) {
            Three<Optional<Object>> values = new Three<>(
                    Optional.ofNullable(tables.base.get(key)),
                    Optional.ofNullable(tables.mine.get(key)),
                    Optional.ofNullable(tables.theirs.get(key)));
            value(Meaning.child(path, key), values, collisions).ifPresent(value -> merged.put(key, value));
        }
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (String key : order(path, keys(tables), merged.keySet(), collisions)) {
            Optional.ofNullable(merged.get(key)).ifPresent(value -> ordered.put(key, value));
        }
        return ordered;
    }

    private static Three<List<String>> keys(Three<Map<String, Object>> tables) {
        return new Three<>(
                List.copyOf(tables.base.keySet()),
                List.copyOf(tables.mine.keySet()),
                List.copyOf(tables.theirs.keySet()));
    }

    private static Optional<Object> value(
            List<String> path, Three<Optional<Object>> values, List<Merge.Collision> collisions) {
        if (same(values.mine, values.base) || same(values.mine, values.theirs)) {
            return values.theirs;
        }
        if (same(values.theirs, values.base)) {
            return values.mine;
        }
        Optional<Map<String, Object>> mine = values.mine.flatMap(Meaning::asTable);
        Optional<Map<String, Object>> theirs = values.theirs.flatMap(Meaning::asTable);
        if (mine.isPresent() && theirs.isPresent()) {
            Map<String, Object> base = values.base.flatMap(Meaning::asTable).orElseGet(Map::of);
            return Optional.of(table(path, new Three<>(base, mine.get(), theirs.get()), collisions));
        }
        collisions.add(new Merge.Collision(path, values.base, values.mine, values.theirs));
        return values.theirs;
    }

    private static boolean same(Optional<Object> one, Optional<Object> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || Meaning.same(one.get(), other.orElseThrow(), List.of()));
    }

    /** Whoever changed the order decides it; what the other added follows what it followed there. */
    private static List<String> order(
            List<String> path, Three<List<String>> keys, Set<String> merged, List<Merge.Collision> collisions) {
        boolean mine = !Difference.moved(keys.base, keys.mine).isEmpty();
        boolean theirs = !Difference.moved(keys.base, keys.theirs).isEmpty();
        if (mine && theirs && !Difference.moved(keys.mine, keys.theirs).isEmpty()) {
            collisions.add(new Merge.Collision(
                    path, Optional.of(keys.base), Optional.of(keys.mine), Optional.of(keys.theirs)));
        }
        boolean byMine = mine && !theirs;
        List<String> order = new ArrayList<>(byMine ? keys.mine : keys.theirs);
        order.retainAll(merged);
        Set<String> placed = new HashSet<>(order);
        Optional<String> before = Optional.empty();
        for (String key : byMine ? keys.theirs : keys.mine) {
            if (merged.contains(key) && placed.add(key)) {
                order.add(before.map(order::indexOf).orElse(-1) + 1, key);
            }
            before = placed.contains(key) ? Optional.of(key) : before;
        }
        return order;
    }
}
