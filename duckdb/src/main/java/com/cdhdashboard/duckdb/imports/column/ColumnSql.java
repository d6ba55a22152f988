package com.cdhdashboard.duckdb.imports.column;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A column of one stage of preparing rows: its type and how it is computed from the stage before. */
public record ColumnSql(String name, ValueType type, String sql) {
    public ColumnSql {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(sql, "sql");
    }

    /** Those of some columns that have one of these names. */
    public static List<ColumnSql> pick(Map<String, ColumnSql> columns, Set<String> names) {
        return columns.values().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
    }
}
