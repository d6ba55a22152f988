package com.cdhdashboard.duckdb.imports.schema;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.SqlTypes;
import com.cdhdashboard.duckdb.imports.column.CastSql;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.late.DimensionDictionary;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.row.PreparedRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings what earlier imports staged into the types of a wider plan: rows of the buffer, with their texts, and the
 * dimensions of what is final.
 */
public final class StoreWidening {
    private final Session session;

    public StoreWidening(Session session) {
        this.session = session;
    }

    /** Widens; nothing is done where nothing has changed. */
    public void fit(DataKind.Staging staging) {
        Map<String, String> before = types(LateArrivalBuffer.TABLE);
        if (!before.isEmpty() && !isAsPlanned(staging.rows(), before)) {
            widen(staging.rows(), before);
        }
        staging.dimensions().forEach((metric, dimensions) -> {
            for (String table : List.of("settled:", "events:", "numbers:")) {
                widen(table + metric, dimensions);
            }
        });
    }

    /** The columns of a table with the engine's types; none where there is no such table. */
    private Map<String, String> types(String table) {
        Map<String, String> types = new LinkedHashMap<>();
        session.list(
                        "SELECT column_name, data_type FROM duckdb_columns()"
                                + " WHERE table_name = ? AND database_name = current_database() ORDER BY column_index",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        table)
                .forEach(column -> types.put(column.getKey(), column.getValue()));
        return types;
    }

    private boolean isAsPlanned(PreparedRows rows, Map<String, String> before) {
        return defined(before).equals(rows.columns())
                && defined(types(DimensionDictionary.TABLE))
                        .equals(DimensionDictionary.columns(rows.dictionaryColumns())
                                .toList());
    }

    private static List<String> defined(Map<String, String> columns) {
        return columns.entrySet().stream()
                .map(column -> Sql.name(column.getKey()) + " " + column.getValue())
                .toList();
    }

    private void widen(PreparedRows rows, Map<String, String> before) {
        Map<String, String> dictionary = types(DimensionDictionary.TABLE);
        Before earlier = new Before(before, dictionary);
        List<String> wide = new ArrayList<>();
        for (ColumnSql column : rows.dictionaryColumns()) {
            wide.add(earlier.value("column:" + column.name(), SqlTypes.name(column.type())) + " AS "
                    + LateArrivalBuffer.column(column));
        }
        Stream<String> kept = rows.columns().stream()
                .filter(column -> !column.startsWith(DimensionDictionary.NUMBER + " "))
                .map(earlier::value);
        session.run(SqlTemplate.of("""
                CREATE OR REPLACE TEMP TABLE wide_rows AS
                SELECT
                    ${columns}
                FROM ${buffer} w
                ${dictionary}
                """)
                .with("columns", Stream.concat(kept, wide.stream()).collect(Collectors.joining(",\n")))
                .with("buffer", LateArrivalBuffer.TABLE)
                .with("dictionary", dictionary.isEmpty() ? "" : "LEFT " + DimensionDictionary.join("w", "l"))
                .sql());
        session.run(
                "DROP TABLE " + LateArrivalBuffer.TABLE,
                "DROP TABLE IF EXISTS " + DimensionDictionary.TABLE,
                LateArrivalBuffer.definition(rows.columns()));
        DimensionDictionary.definition(rows.dictionaryColumns()).forEach(session::run);
        fill(rows);
        session.run("DROP TABLE wide_rows");
    }

    private void fill(PreparedRows rows) {
        String columns = rows.columns().stream()
                .map(column -> column.startsWith(DimensionDictionary.NUMBER + " ")
                        ? DimensionDictionary.number(
                                        rows.dictionaryColumns().stream().map(LateArrivalBuffer::column)) + " AS "
                                + DimensionDictionary.NUMBER
                        : Before.name(column))
                .collect(Collectors.joining(", "));
        if (!rows.dictionaryColumns().isEmpty()) {
            String all = rows.dictionaryColumns().stream()
                    .map(LateArrivalBuffer::column)
                    .collect(Collectors.joining(", "));
            DimensionDictionary.add(
                    session,
                    rows.dictionaryColumns(),
                    "(SELECT "
                            + DimensionDictionary.number(
                                    rows.dictionaryColumns().stream().map(LateArrivalBuffer::column))
                            + " AS " + DimensionDictionary.NUMBER + ", " + all + " FROM wide_rows)");
        }
        session.run("INSERT INTO " + LateArrivalBuffer.TABLE + " SELECT " + columns + " FROM wide_rows");
    }

    /** The columns that rows have, in the buffer and in the dictionary. */
    private record Before(Map<String, String> columns, Map<String, String> dictionary) {
        /** The quoted name of a column from its definition. */
        static String name(String definition) {
            return definition.substring(0, definition.lastIndexOf(' '));
        }

        String value(String definition) {
            String name = name(definition);
            String type = definition.substring(definition.lastIndexOf(' ') + 1);
            return value(name.substring(1, name.length() - 1).replace("\"\"", "\""), type) + " AS " + name;
        }

        String value(String name, String type) {
            String row = columns.containsKey(name) ? "w." : "l.";
            String earlier = columns.getOrDefault(name, dictionary.getOrDefault(name, ""));
            if (earlier.isEmpty()) {
                return "CAST(NULL AS " + type + ")";
            }
            if (earlier.equals("VARCHAR") && !earlier.equals(type)) {
                // Only of columns that have shown no values
                return "CAST(nullif(" + row + Sql.name(name) + ", '') AS " + type + ")";
            }
            return earlier.equals(type)
                    ? row + Sql.name(name)
                    : CastSql.of(row + Sql.name(name), earlier, SqlTypes.of(type))
                            .exact(name);
        }
    }

    private void widen(String table, List<Column> dimensions) {
        Map<String, String> before = types(table);
        for (Column dimension : dimensions) {
            String wanted = SqlTypes.name(dimension.type());
            Optional.ofNullable(before.get(dimension.name()))
                    .filter(type -> !type.equals(wanted))
                    .ifPresent(type -> session.run("ALTER TABLE " + Sql.name(table) + " ALTER COLUMN "
                            + Sql.name(dimension.name()) + " SET DATA TYPE " + wanted + " USING "
                            + CastSql.of(Sql.name(dimension.name()), type, dimension.type())
                                    .exact(dimension.name())));
        }
    }
}
