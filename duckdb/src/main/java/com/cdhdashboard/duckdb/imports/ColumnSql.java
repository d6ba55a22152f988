package com.cdhdashboard.duckdb.imports;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.ValueType;

/** A column of one stage of preparing rows: its type and how it is computed from the stage before. */
record ColumnSql(String name, ValueType type, String sql) {
    ColumnSql {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(sql, "sql");
    }
}
