package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.core.ingest.row.ColumnNaming;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The values that stand in the names of the folders of a parquet file, such as {@code Day=2024-01-01}, by column. */
record FolderValues(Map<String, String> byName) {
    /** As which the engine is told their type; no column of a file has it. */
    static final String TYPE = "FOLDER";

    /** How those that write such folders call a missing value. */
    private static final String MISSING = "__HIVE_DEFAULT_PARTITION__";

    FolderValues {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    static FolderValues of(Part part) {
        Map<String, String> values = new LinkedHashMap<>();
        Path folder =
                part.format() == Format.PARQUET && !part.spooled() ? part.file().getParent() : null;
        for (; folder != null && folder.getFileName() != null; folder = folder.getParent()) {
            String name = folder.getFileName().toString();
            int equals = name.indexOf('=');
            if (equals > 0 && !name.endsWith(MISSING)) {
                values.putIfAbsent(name.substring(0, equals), decoded(name.substring(equals + 1)));
            }
        }
        return new FolderValues(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** What the value of a column looks like. */
    ValueType type(String name) {
        String value = byName.getOrDefault(name, "");
        if (value.matches("-?(0|[1-9]\\d{0,17})")) {
            return ValueType.INTEGER;
        }
        return value.matches("\\d{4}-\\d\\d-\\d\\d") ? ValueType.DATE : ValueType.TEXT;
    }

    /** Those of columns that the file does not have itself, in whatever case and with whatever prefix. */
    Map<String, String> without(Collection<String> columns) {
        Set<String> own = columns.stream().map(FolderValues::comesTo).collect(Collectors.toSet());
        Map<String, String> others = new LinkedHashMap<>(byName);
        others.keySet().removeIf(name -> own.contains(comesTo(name)));
        return others;
    }

    /** The columns of a file that count instead of these, by the name that the folder gives. */
    Map<String, String> overruledBy(Collection<String> columns) {
        Map<String, String> own = new LinkedHashMap<>();
        byName.keySet()
                .forEach(name -> columns.stream()
                        .filter(column -> comesTo(column).equals(comesTo(name)))
                        .findFirst()
                        .ifPresent(column -> own.put(name, column)));
        return own;
    }

    private static String comesTo(String raw) {
        return ColumnNaming.lower(ColumnNaming.shortName(raw));
    }
}
