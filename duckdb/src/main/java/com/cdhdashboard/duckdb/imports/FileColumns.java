package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.ColumnNaming;
import com.cdhdashboard.core.ingest.Sniffed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        List<String> raw = new ArrayList<>(seen.keySet());
        raw.addAll(typed.keySet());
        return ColumnNaming.of(raw).columns().stream().anyMatch(column -> names.contains(column.name()));
    }
}
