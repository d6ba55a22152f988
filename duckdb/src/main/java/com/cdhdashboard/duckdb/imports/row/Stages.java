package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the stages of every kind of rows have in common. */
public final class Stages {
    private Stages() {}

    /**
     * The first two stages: defaults put in, and the rows that pass the filter.
     *
     * @param own columns of the query's own, which pass through
     */
    public static String filtered(String source, String own, List<ColumnSql> defaulted, Optional<String> filter) {
        return SqlTemplate.of("""
                defaulted AS (
                    SELECT
                        ${own},
                        ${columns}
                    FROM ${source}
                ),
                passed AS (
                    SELECT *
                    FROM defaulted
                    ${where}
                )""")
                .with("own", own)
                .with("columns", columns(defaulted))
                .with("source", source)
                .with("where", filter.map(CompiledFilter::where).orElse(""))
                .sql();
    }

    /** Columns of a stage, each on a line, under their names. */
    public static String columns(List<ColumnSql> columns) {
        return columns.stream()
                .map(column -> named(column.sql(), Sql.name(column.name())))
                .collect(Collectors.joining(",\n"));
    }

    /** An expression under a quoted name, which one that is this name itself has already. */
    public static String named(String sql, String name) {
        return sql.equals(name) ? name : sql + " AS " + name;
    }
}
