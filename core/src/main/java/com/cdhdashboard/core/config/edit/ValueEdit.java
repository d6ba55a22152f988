package com.cdhdashboard.core.config.edit;

import static java.util.Objects.requireNonNull;

import com.github.difflib.patch.AbstractDelta;
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
import org.tomlj.TomlTable;

/** Changes one written value: alone in a document of its own, the TOML library edits it in place. */
final class ValueEdit {
    private static final String KEY = "v";
    private static final String BEGIN = KEY + " = ";
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
            table.insertAfter(List.of(name), newName, entry(table, List.of(name)));
        });
    }

    String move(List<String> within, String sibling, boolean before) {
        return edited(document -> {
            MutableTomlTable table = table(document, within);
            String name = Meaning.name(within);
            Object value = entry(table, List.of(name));
            table.remove(List.of(name));
            if (before) {
                table.insertBefore(List.of(sibling), name, value);
            } else {
                table.insertAfter(List.of(sibling), name, value);
            }
        });
    }

    private static Object entry(TomlTable table, List<String> path) {
        return requireNonNull(table.entry(path), "entry").value();
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
        String alone = begin + written + newline;
        if (!FewerComments.of(alone).all()) {
            throw Refusal.notInPlace();
        }
        TomlParseResult document = Toml.parse(alone);
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
        } else if (value instanceof List<?> list && before instanceof MutableTomlArray array) {
            setList(array, list);
        } else if (path.size() == 1) {
            document.set(path, Notation.like(written, value));
        } else {
            document.set(path, before == null ? Notation.fresh(value) : like(entry(document, path), value));
        }
    }

    private void setTable(TomlParseResult document, List<String> path, Map<?, ?> map, MutableTomlTable table) {
        List<String> gone =
                table.keySet().stream().filter(each -> !map.containsKey(each)).toList();
        map.forEach((key, value) -> set(document, Meaning.child(path, (String) key), value));
        gone.forEach(each -> table.remove(List.of(each)));
    }

    private static Object like(Object before, Object value) {
        MutableTomlTable alone = MutableTomlTable.create();
        alone.set(List.of(KEY), before);
        return Notation.like(alone.toToml().substring(BEGIN.length()).stripTrailing(), value);
    }

    /** Keeps the elements that are in both lists, with their notation and comments. */
    private static void setList(MutableTomlArray array, List<?> wanted) {
        List<AbstractDelta<Object>> deltas = LineDifference.deltas(plain(array), List.<Object>copyOf(wanted));
        // From the last on, so that places before stay what they are
        for (int i = deltas.size() - 1; i >= 0; i--) {
            int from = deltas.get(i).getSource().getPosition();
            int to = from + deltas.get(i).getSource().size();
            int at = from;
            for (Object value : deltas.get(i).getTarget().getLines()) {
                if (at < to) {
                    array.set(at, element(array, at, value));
                } else {
                    insert(array, at, value);
                }
                at++;
            }
            for (int gone = to - 1; gone >= at; gone--) {
                array.remove(gone);
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
        return like(array.entry(neighbour).value(), value);
    }

    private static List<Object> plain(TomlArray array) {
        MutableTomlTable alone = MutableTomlTable.create();
        alone.set(List.of(KEY), array);
        return List.copyOf((List<?>) requireNonNull(Meaning.of(alone).get(KEY)));
    }
}
