package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.ColumnNaming;
import com.cdhdashboard.core.ingest.Sniffed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns that the first rows of a file show, by raw name; both maps are empty where it cannot be read.
 *
 * @param seen of a JSON file
 * @param typed of any other file
 */
record FileColumns(String name, Map<String, Sniffed> seen, Map<String, ValueType> typed) {
    boolean hasColumns() {
        return !seen.isEmpty() || !typed.isEmpty();
    }

    /** Whether one of the columns comes to one of these names. */
    boolean hasAny(List<String> names) {
        return Stream.concat(seen.keySet().stream(), typed.keySet().stream())
                .map(ColumnNaming::shortName)
                .anyMatch(names::contains);
    }
}
