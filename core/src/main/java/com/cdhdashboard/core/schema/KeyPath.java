package com.cdhdashboard.core.schema;

import java.util.List;
import org.tomlj.Toml;

/** Paths of keys as files and problems write them, such as {@code reports."a.b".x}. */
final class KeyPath {
    private KeyPath() {}

    /** The names on the way; a text that is no path in TOML is one name. */
    static List<String> parse(String path) {
        if (path.isBlank()) {
            return List.of();
        }
        try {
            return Toml.parseDottedKey(path);
        } catch (IllegalArgumentException e) {
            return List.of(path);
        }
    }
}
