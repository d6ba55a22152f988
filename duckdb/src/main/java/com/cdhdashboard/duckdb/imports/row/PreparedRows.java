package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.late.DimensionDictionary;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the rows of one kind of data are read, prepared and kept in the {@link LateArrivalBuffer}. Every kind keeps a column
 * {@code "file"}, and a column {@code "at"} that is null for a row that cannot be used.
 */
public interface PreparedRows {
    /** Of a query {@code source}: the id of the file; no column of a file is called so. */
    String FILE = "\"file:\"";

    /** Of a query {@code numbered}: the number of the row; no column of a file is called so. */
    String ROW = "\"row:id\"";

    /** The columns read from the files, with the type each is read as. */
    Map<SourceColumn, ValueType> read();

    /** The columns read whose text must be a time, by prepared name. */
    Set<String> times();

    /** The columns read that every row must have, by prepared name. */
    Set<String> required();

    /** The columns of the buffer, each with its type. */
    List<String> columns();

    /** The kept columns that are in the {@link DimensionDictionary}; where there are any, one of the columns of the buffer is the
     * number of their entry. */
    List<ColumnSql> dictionaryColumns();

    /** The stages after a query {@code source}; the last selects the columns of the buffer, and then those of the dictionary. */
    String query();

    /**
     * The rows of a query {@code numbered} that pass the filter and cannot be used: its {@link #ROW}, the reason, the row
     * as JSON.
     */
    String unusableRows();
}
