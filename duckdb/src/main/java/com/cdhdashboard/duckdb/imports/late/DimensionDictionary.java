package com.cdhdashboard.duckdb.imports.late;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.SqlTypes;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts and truth values of the rows of the buffer. Rows share few combinations of them, so each combination is kept
 * once, and rows hold its number, which is a hash: two of a million combinations are alike once in 40 million times.
 */
public final class DimensionDictionary {
    /** The number of the combination, and the column of it and in the buffer; quoted. */
    public static final String NUMBER = "\"labels\"";

    public static final String TABLE = "window_labels";

    private DimensionDictionary() {}

    /** Whether columns of a type are in the dictionary. */
    public static boolean holds(ValueType type) {
        return type == ValueType.TEXT || type == ValueType.BOOLEAN;
    }

    /** The definition of the table; none where no column is in the dictionary. */
    public static Stream<String> definition(List<ColumnSql> dictionary) {
        return dictionary.isEmpty()
                ? Stream.empty()
                : Stream.of("CREATE TABLE IF NOT EXISTS " + TABLE + " ("
                        + columns(dictionary).collect(Collectors.joining(", ")) + ")");
    }

    /** The definitions of its columns; none where no column is in the dictionary. */
    public static Stream<String> columns(List<ColumnSql> dictionary) {
        Stream<String> named = dictionary.stream()
                .map(column -> LateArrivalBuffer.column(column) + " " + SqlTypes.name(column.type()));
        return dictionary.isEmpty() ? named : Stream.concat(Stream.of(NUMBER + " UBIGINT"), named);
    }

    /** The number of the combination of some columns. */
    public static String number(Stream<String> columns) {
        return columns.collect(Collectors.joining(", ", "hash(", ")"));
    }

    /** Adds the combinations of rows, a table or a query in brackets that has the number and the columns of the buffer. */
    public static void add(Session session, List<ColumnSql> dictionary, String rows) {
        String columns = dictionary.stream()
                .map(LateArrivalBuffer::column)
                .map(column -> "any_value(" + column + ") AS " + column)
                .collect(Collectors.joining(",\n"));
        session.run(SqlTemplate.of("""
                INSERT INTO ${dictionary}
                SELECT *
                FROM (
                    SELECT
                        ${number},
                        ${columns}
                    FROM ${rows}
                    GROUP BY ${number}
                )
                ANTI JOIN ${dictionary} USING (${number})
                """)
                .with("dictionary", TABLE)
                .with("number", NUMBER)
                .with("columns", columns)
                .with("rows", rows)
                .sql());
    }

    /** The clause that joins the dictionary to rows; both are called by these names. */
    public static String join(String rows, String entries) {
        return "JOIN " + TABLE + " " + entries + " ON " + rows + "." + NUMBER + " = " + entries + "." + NUMBER;
    }

    /** Removes those of no row. */
    public static void removeUnused(Session session) {
        session.run("DELETE FROM " + TABLE + " WHERE " + NUMBER + " NOT IN (SELECT DISTINCT " + NUMBER + " FROM "
                + LateArrivalBuffer.TABLE + ")");
    }
}
