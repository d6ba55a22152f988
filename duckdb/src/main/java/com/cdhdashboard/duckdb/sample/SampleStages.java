package com.cdhdashboard.duckdb.sample;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.sql.SqlCompiler;
import com.cdhdashboard.duckdb.DuckDbDialect;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.SqlTypes;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.row.CalculatedColumns;
import com.cdhdashboard.duckdb.imports.row.DefaultedColumns;
import com.cdhdashboard.duckdb.imports.row.GivenNames;
import com.cdhdashboard.duckdb.imports.row.TimeSql;
import com.cdhdashboard.duckdb.store.PublishedTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The stages of the rows of a sample: as they stand in the files, with defaults put in, with what follows from times and
 * action, and with what is calculated. A value that cannot be computed is none.
 */
final class SampleStages {
    /** The number of a row in every stage. */
    static final String PLACE = PublishedTables.SAMPLE_PLACE;

    static final String DEFAULTED = "defaulted";
    static final String DERIVED = "derived";
    static final String CALCULATED = "calculated";

    private final List<SourceColumn> sources;
    private final List<String> times;
    private final Map<String, ColumnSql> defaulted;
    private final Map<String, ColumnSql> derived;
    private final Map<String, ColumnSql> calculated;

    SampleStages(List<SourceColumn> sources, SampledKind kind, Configuration draft) {
        Preparation preparation = kind.preparation(draft);
        this.sources = List.copyOf(sources);
        GivenNames given = kind.given(draft, sources);
        this.defaulted = DefaultedColumns.of(
                sources, given, preparation.defaultValues(), kind.section(), kind.standardTypes(draft));
        this.times = kind.times().stream().filter(defaulted::containsKey).toList();
        this.derived = kind.derived(defaulted, draft);
        this.calculated = CalculatedColumns.over(
                        derived, given, preparation.columns(), kind.section(), new ArrayList<>())
                .columns();
    }

    /** An expression as SQL; where a row has a value that it cannot be computed of, it gives none. */
    static String tried(Expression expression, Map<String, ValueType> types) {
        return "TRY(" + SqlCompiler.compile(expression, types, new DuckDbDialect()) + ")";
    }

    /** The types of the columns that the filter of the source reads. */
    Map<String, ValueType> defaulted() {
        return CalculatedColumns.types(defaulted);
    }

    /** The types of the columns that calculations read. */
    Map<String, ValueType> derived() {
        return CalculatedColumns.types(derived);
    }

    /** The types of the columns that metrics read. */
    Map<String, ValueType> calculated() {
        return CalculatedColumns.types(calculated);
    }

    /** A query with the stages before it; {@code filter} is the source's, which rows must pass to be derived from. */
    String with(Optional<String> filter, String query) {
        return SqlTemplate.of("""
                WITH source AS (
                    SELECT ${place}, ${read} FROM ${sample}
                ),
                ${defaulted} AS (
                    SELECT ${place}, ${defaultedColumns} FROM source
                ),
                passed AS (
                    SELECT ${place}, ${timed} FROM ${defaulted} ${where}
                ),
                ${derived} AS (
                    SELECT ${place}, ${derivedColumns} FROM passed
                ),
                ${calculated} AS (
                    SELECT ${place}, ${calculatedColumns} FROM ${derived}
                )
                ${query}
                """)
                .with("place", PLACE)
                .with("read", read())
                .with("sample", PublishedTables.SAMPLE)
                .with("defaulted", DEFAULTED)
                .with("defaultedColumns", tried(defaulted))
                .with("timed", timed())
                .with("where", filter.map(sql -> "WHERE " + sql).orElse(""))
                .with("derived", DERIVED)
                .with("derivedColumns", tried(derived))
                .with("calculated", CALCULATED)
                .with("calculatedColumns", tried(calculated))
                .with("query", query)
                .sql();
    }

    /** The sample holds texts. */
    private String read() {
        List<String> columns = new ArrayList<>(List.of("NULL AS \"nothing:\""));
        for (SourceColumn source : sources) {
            ColumnSql column = Optional.ofNullable(defaulted.get(source.name())).orElseThrow();
            String type = SqlTypes.name(source.readType(column.type()));
            columns.add("TRY_CAST(" + Sql.name(source.name()) + " AS " + type + ") AS " + Sql.name(source.name()));
        }
        return String.join(", ", columns);
    }

    private static String tried(Map<String, ColumnSql> columns) {
        return columns.values().stream()
                .map(column -> column.sql().equals(Sql.name(column.name()))
                        ? column.sql()
                        : "TRY(" + column.sql() + ") AS " + Sql.name(column.name()))
                .collect(Collectors.joining(", "));
    }

    private String timed() {
        return defaulted.values().stream()
                .map(column -> times.contains(column.name())
                        ? "TRY(" + TimeSql.timestamp(column.name(), column.type()) + ") AS " + Sql.name(column.name())
                        : Sql.name(column.name()))
                .collect(Collectors.joining(", "));
    }
}
