package com.cdhdashboard.duckdb.imports.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a file that says itself what it has, as the engine names them: of names in which only upper and lower case
 * differ, all but the first get a number.
 *
 * @param types by the engine's name, as the engine calls them
 * @param inFile the name that the file has, by the engine's
 */
record EngineColumns(Map<String, String> types, Map<String, String> inFile) {
    static final EngineColumns NONE = new EngineColumns(Map.of(), Map.of());

    EngineColumns {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        inFile = Collections.unmodifiableMap(new LinkedHashMap<>(inFile));
    }

    /** The different names that the file has. */
    List<String> names() {
        return new ArrayList<>(new LinkedHashSet<>(inFile.values()));
    }

    /** What the engine calls the columns of a name, in the order of the file. */
    List<String> called(String name) {
        return inFile.entrySet().stream()
                .filter(column -> column.getValue().equals(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    String type(String called) {
        return types.getOrDefault(called, "");
    }

    /** The name that the file has; of JSON it is the same. */
    String nameOf(String called) {
        return Optional.ofNullable(inFile.get(called)).orElse(called);
    }
}
