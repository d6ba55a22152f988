package com.cdhdashboard.duckdb.imports.schema;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.row.ColumnProfile;
import com.cdhdashboard.duckdb.imports.column.FileColumns;
import com.cdhdashboard.duckdb.imports.row.PreparedRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values of JSON that the engine turns into others without a word, so that a file with such values is read row by row: a
 * truth value into 1 or 0, a fraction into a whole number, and a number that is a name, such as 7.0, into another name than 7.
 */
final class Misread {
    private Misread() {}

    /** Whether a file has any in the columns that are read of it, each of which is called in one of these ways. */
    static boolean isIn(FileColumns file, Collection<Map<String, List<String>>> called, PreparedRows rows) {
        return rows.read().entrySet().stream()
                .filter(column -> !rows.times().contains(column.getKey().name()))
                .anyMatch(column -> called.stream()
                        .flatMap(raws -> raws.getOrDefault(column.getKey().name(), List.of()).stream())
                        .flatMap(raw -> Optional.ofNullable(file.seen().get(raw)).stream())
                        .anyMatch(seen -> isIn(seen.kinds(), column.getValue())));
    }

    private static boolean isIn(Set<ColumnProfile.Kind> kinds, ValueType type) {
        return switch (type) {
            case TEXT -> kinds.contains(ColumnProfile.Kind.NUMBER);
            case INTEGER -> kinds.contains(ColumnProfile.Kind.BOOLEAN) || kinds.contains(ColumnProfile.Kind.NUMBER);
            case NUMBER -> kinds.contains(ColumnProfile.Kind.BOOLEAN);
            case BOOLEAN, DATE, TIMESTAMP, TABLE -> false;
        };
    }
}
