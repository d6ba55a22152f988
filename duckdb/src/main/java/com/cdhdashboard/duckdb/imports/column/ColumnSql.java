package com.cdhdashboard.duckdb.imports.column;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.ValueType;

/** A column of one stage of preparing rows: its type and how it is computed from the stage before. */
public record ColumnSql(String name, ValueType type, String sql) {
    public ColumnSql {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(sql, "sql");
    }
}
