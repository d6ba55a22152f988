package com.cdhdashboard.core.config.entry;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration from which tables were removed, with what puts them back.
 *
 * @param removed in the order in which they are put back
 */
public record Removal(TomlText text, List<Removed> removed) {
    /**
     * A table that was removed.
     *
     * @param toml its text, comments included
     * @param before the table that stood behind it; empty where it was the last
     */
    public record Removed(List<String> path, String toml, Optional<String> before) {
        public Removed {
            path = List.copyOf(path);
            requireNonNull(toml, "toml");
            requireNonNull(before, "before");
        }
    }

    public Removal {
        requireNonNull(text, "text");
        removed = List.copyOf(removed);
    }

    /** Removes tables one after the other. */
    public static Removal of(TomlText text, List<List<String>> paths) {
        TomlText rest = text;
        List<Removed> removed = new ArrayList<>();
        for (List<String> path : paths) {
            removed.add(0, new Removed(path, rest.textOf(path), behind(rest, path)));
            rest = rest.remove(path);
        }
        return new Removal(rest, removed);
    }

    private static Optional<String> behind(TomlText text, List<String> path) {
        List<String> parent = path.subList(0, path.size() - 1);
        List<String> beside = tables(text, parent);
        int place = beside.indexOf(path.get(path.size() - 1));
        return place + 1 < beside.size() ? Optional.of(beside.get(place + 1)) : Optional.empty();
    }

    private static List<String> tables(TomlText text, List<String> parent) {
        return text.keys(parent).stream()
                .filter(key -> text.value(child(parent, key))
                        .filter(Map.class::isInstance)
                        .isPresent())
                .toList();
    }

    private static List<String> child(List<String> parent, String key) {
        List<String> path = new ArrayList<>(parent);
        path.add(key);
        return path;
    }

    /** Puts removed tables back to where they stood, into a text that may have changed since. */
    public static TomlText undo(TomlText text, List<Removed> removed) {
        TomlText whole = text;
        for (Removed table : removed) {
            if (whole.value(table.path()).isPresent()) {
                throw new UserException("\"" + String.join(".", table.path())
                        + "\" is there again, so what was deleted is not put in its place; rename that one first");
            }
            whole = whole.replaceTable(table.path(), table.toml());
            String next = table.before().orElse("");
            List<String> parent = table.path().subList(0, table.path().size() - 1);
            whole = tables(whole, parent).contains(next) ? whole.moveBefore(table.path(), next) : whole;
        }
        return whole;
    }
}
