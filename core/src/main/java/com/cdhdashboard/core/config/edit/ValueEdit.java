package com.cdhdashboard.core.config.edit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tomlj.MutableTomlArray;
import org.tomlj.MutableTomlTable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/** Changes one written value: alone in a document of its own, the TOML library edits it in place. */
final class ValueEdit {
    private static final String KEY = "v";
    private static final String BEGIN = KEY + " = ";
    /** Longer lists are written anew: comparing each element with each takes time and memory. */
    private static final long MOST_COMPARED = 1_000_000;

    private static final Pattern LONE_LINE_FEED = Pattern.compile("(?<!\r)\n");

    private final String written;
    private final String newline;
    private final String begin;

    /** @param indent what stands before the key, from which lists reckon their own indentation */
    ValueEdit(String written, String newline, String indent) {
        this.written = written;
        this.newline = newline;
        this.begin = indent + BEGIN;
    }

    /** The value with another one in its place, or in place of one that it holds. */
    String set(List<String> within, Object value) {
        return edited(document -> set(document, path(within), value));
    }

    String remove(List<String> within) {
        return edited(document -> document.remove(path(within)));
    }

    String copy(List<String> within, String newName) {
        return edited(document -> {
            MutableTomlTable table = table(document, within);
            String name = Meaning.name(within);
            table.insertAfter(List.of(name), newName, entry(table, name));
        });
    }

    String move(List<String> within, String sibling, boolean before) {
        return edited(document -> {
            MutableTomlTable table = table(document, within);
            String name = Meaning.name(within);
            Object value = entry(table, name);
            table.remove(List.of(name));
            if (before) {
                table.insertBefore(List.of(sibling), name, value);
            } else {
                table.insertAfter(List.of(sibling), name, value);
            }
        });
    }

    private static Object entry(MutableTomlTable table, String name) {
        return requireNonNull(table.entry(List.of(name)), name).value();
    }

    private static MutableTomlTable table(TomlParseResult document, List<String> within) {
        return requireNonNull(document.getTable(path(Meaning.parent(within))), "table");
    }

    private static List<String> path(List<String> within) {
        List<String> path = new ArrayList<>(List.of(KEY));
        path.addAll(within);
        return path;
    }

    private String edited(Consumer<TomlParseResult> edit) {
        TomlParseResult document = Toml.parse(begin + written + newline);
        edit.accept(document);
        String result = document.toToml();
        if (newline.equals("\r\n")) {
            result = LONE_LINE_FEED.matcher(result).replaceAll("\r\n");
        }
        if (!result.startsWith(begin) || !result.endsWith(newline)) {
            throw Refusal.notInPlace();
        }
        return result.substring(begin.length(), result.length() - newline.length());
    }

    private void set(TomlParseResult document, List<String> path, Object value) {
        Object before = document.get(path);
        if (value instanceof Map<?, ?> map && before instanceof MutableTomlTable table && !map.isEmpty()) {
            setTable(document, path, map, table);
        } else if (value instanceof List<?> list
                && before instanceof MutableTomlArray array
                && (long) list.size() * array.size() <= MOST_COMPARED) {
            setList(array, list);
        } else if (path.size() == 1) {
            document.set(path, Notation.like(written, value));
        } else {
            document.set(path, before == null ? Notation.fresh(value) : like(document, path, value));
        }
    }

    private void setTable(TomlParseResult document, List<String> path, Map<?, ?> map, MutableTomlTable table) {
        List<String> gone =
                table.keySet().stream().filter(each -> !map.containsKey(each)).toList();
        map.forEach((key, value) -> set(document, Meaning.child(path, (String) key), value));
        gone.forEach(each -> table.remove(List.of(each)));
    }

    private static Object like(TomlParseResult document, List<String> path, Object value) {
        MutableTomlTable alone = MutableTomlTable.create();
        alone.set(List.of(KEY), requireNonNull(document.entry(path), "entry").value());
        return Notation.like(alone.toToml().substring(BEGIN.length()).stripTrailing(), value);
    }

    /** Keeps the elements that are in both lists, with their notation and comments. */
    private static void setList(MutableTomlArray array, List<?> wanted) {
        int at = 0;
        for (Change change : changes(plain(array), wanted)) {
            switch (change) {
                case KEEP -> at++;
                case REPLACE -> {
                    array.set(at, element(array, at, wanted.get(at)));
                    at++;
                }
                case REMOVE -> array.remove(at);
                case ADD -> {
                    insert(array, at, wanted.get(at));
                    at++;
                }
            }
        }
    }

    private static void insert(MutableTomlArray array, int at, Object value) {
        if (at < array.size()) {
            array.insertBefore(at, element(array, at, value));
        } else {
            array.add(array.isEmpty() ? Notation.fresh(value) : element(array, at - 1, value));
        }
    }

    private static Object element(MutableTomlArray array, int neighbour, Object value) {
        MutableTomlTable alone = MutableTomlTable.create();
        alone.set(List.of(KEY), array.entry(neighbour).value());
        return Notation.like(alone.toToml().substring(BEGIN.length()).stripTrailing(), value);
    }

    private static List<?> plain(TomlArray array) {
        MutableTomlTable alone = MutableTomlTable.create();
        alone.set(List.of(KEY), array);
        return (List<?>) requireNonNull(Meaning.of(alone).get(KEY));
    }

    private enum Change {
        KEEP,
        REPLACE,
        REMOVE,
        ADD
    }

    /** The steps from one list to another along their longest common subsequence. */
    private static List<Change> changes(List<?> before, List<?> after) {
        int[][] common = common(before, after);
        List<Change> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean both = i < before.size() && j < after.size();
            if (both && before.get(i).equals(after.get(j))) {
                changes.add(Change.KEEP);
                i++;
                j++;
            } else if (both && common[i + 1][j + 1] == common[i][j]) {
                changes.add(Change.REPLACE);
                i++;
                j++;
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] == common[i][j])) {
                changes.add(Change.REMOVE);
                i++;
            } else {
                changes.add(Change.ADD);
                j++;
            }
        }
        return changes;
    }

    /** How many elements the rests of both lists have in common, from each pair of places on. */
    private static int[][] common(List<?> before, List<?> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
