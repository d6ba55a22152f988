package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.ExperimentMetric;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.late.DimensionDictionary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How rows are read, prepared and kept in the buffer.
 *
 * @param read the columns read from the files, with the type each is read as
 * @param defaulted the first stage, over the columns read
 * @param filter over the first stage
 * @param derived the second stage, over rows whose times are read
 * @param calculated the third stage
 * @param kept the columns of the prepared rows that the buffer keeps
 * @param event whether the buffer keeps the conversion event of a row
 * @param customer whether the buffer keeps the customer of a row
 * @param inputs the columns that filters and calculations read, whose types decide what these give
 * @param notes what was switched off, and why
 */
public record RowPlan(
        Map<SourceColumn, ValueType> read,
        List<ColumnSql> defaulted,
        Optional<String> filter,
        List<ColumnSql> derived,
        List<ColumnSql> calculated,
        List<ColumnSql> kept,
        boolean event,
        boolean customer,
        List<MetricPlan> metrics,
        Map<String, ValueType> inputs,
        List<String> notes) {
    public RowPlan {
        read = Collections.unmodifiableMap(new LinkedHashMap<>(read));
        defaulted = List.copyOf(defaulted);
        derived = List.copyOf(derived);
        calculated = List.copyOf(calculated);
        kept = List.copyOf(kept);
        metrics = List.copyOf(metrics);
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        notes = List.copyOf(notes);
    }

    /** The numbers that are read, as they stand in the files. */
    List<ColumnSql> numbersRead() {
        return SourceColumn.numbers(read);
    }

    /** The numbers that are calculated and kept. */
    List<ColumnSql> numbersCalculated() {
        Set<String> own = calculated.stream()
                .filter(column -> !column.sql().equals(Sql.name(column.name())))
                .map(ColumnSql::name)
                .collect(Collectors.toSet());
        return kept.stream()
                .filter(column -> column.type() == ValueType.NUMBER && own.contains(column.name()))
                .toList();
    }

    /** The names of all of these, in the order of their {@link Remarks}. */
    public List<String> numbers() {
        return Stream.concat(numbersRead().stream(), numbersCalculated().stream())
                .map(ColumnSql::name)
                .toList();
    }

    /** Those of the kept columns that are in the {@link DimensionDictionary}. */
    public List<ColumnSql> dictionaryColumns() {
        return kept.stream()
                .filter(column -> DimensionDictionary.holds(column.type()))
                .toList();
    }

    /** Whether rows say that no metric lists their outcome. */
    public boolean hasUncounted() {
        return kept.stream().anyMatch(column -> column.name().equals(UncountedColumns.OUTCOME));
    }

    /** Whether the buffer keeps the customers of rows of an experiment. */
    public boolean tellsSubjectsOfArms() {
        return customer && metrics.stream().anyMatch(plan -> plan.metric() instanceof ExperimentMetric);
    }

    /** Whether the lists of a metric are told apart by their customer. */
    boolean hasLists() {
        return metrics.stream().anyMatch(MetricPlan::hasLists);
    }

    /** The other kept columns. */
    public List<ColumnSql> values() {
        return kept.stream()
                .filter(column -> !DimensionDictionary.holds(column.type()))
                .toList();
    }
}
