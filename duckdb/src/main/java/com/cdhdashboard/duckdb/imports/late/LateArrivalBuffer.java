package com.cdhdashboard.duckdb.imports.late;

import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The table of prepared rows that may still change a number: of interactions those decided within the last
 * {@code late_outcome_days}, and until the end of an import all rows of its files; of holdings all. What is kept of a row
 * is up to its kind.
 */
public final class LateArrivalBuffer {
    public static final String TABLE = "window_rows";

    private LateArrivalBuffer() {}

    /** The definition of the table; together with the query of its rows it tells whether those of two imports fit together. */
    public static String definition(List<String> columns) {
        return "CREATE TABLE IF NOT EXISTS " + TABLE + " (" + String.join(", ", columns) + ")";
    }

    /** The quoted name of its column for a column of the prepared rows. */
    public static String column(ColumnSql column) {
        return column(column.name());
    }

    public static String column(String name) {
        return Sql.name("column:" + name);
    }

    /** Numbers as a list in SQL. */
    public static String ids(Collection<Integer> fileIds) {
        return fileIds.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
