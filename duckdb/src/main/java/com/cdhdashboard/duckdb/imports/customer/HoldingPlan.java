package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.row.Remarks;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How rows of holdings are read, prepared and kept.
 *
 * @param read the columns read from the files, with the type each is read as
 * @param defaulted the first stage, over the columns read
 * @param filter over the first stage
 * @param calculated the second stage
 * @param times read from the second stage, beside its columns
 * @param kept the columns of the buffer, over the second stage and the times
 * @param problem over these too: why a row cannot be used; null where it can
 * @param inputs the columns that filters and calculations read, whose types decide what these give
 * @param notes what was switched off, and why
 */
record HoldingPlan(
        Map<SourceColumn, ValueType> read,
        List<ColumnSql> defaulted,
        Optional<String> filter,
        List<ColumnSql> calculated,
        List<ColumnSql> times,
        List<Kept> kept,
        String problem,
        List<PurchasePlan> purchases,
        Map<String, ValueType> inputs,
        List<String> notes) {
    /** A column of the buffer: its quoted name, its type in the engine, how it is computed. */
    record Kept(String name, String type, String sql) {}

    HoldingPlan {
        read = Collections.unmodifiableMap(new LinkedHashMap<>(read));
        defaulted = List.copyOf(defaulted);
        calculated = List.copyOf(calculated);
        times = List.copyOf(times);
        kept = List.copyOf(kept);
        purchases = List.copyOf(purchases);
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        notes = List.copyOf(notes);
    }

    /** The numbers that are read, as they stand in the files, in the order of their {@link Remarks}. */
    List<ColumnSql> numbers() {
        return SourceColumn.numbers(read);
    }
}
