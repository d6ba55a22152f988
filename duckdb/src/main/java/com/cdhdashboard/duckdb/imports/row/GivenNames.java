package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.duckdb.SqlTypes;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that rows are made of and that files call otherwise: a calculated column that is another column as it stands,
 * such as {@code pl.col("BookedAt").alias("OutcomeTime")}, gives that its name where no file has a column of the name. It
 * does so before defaults, filter and times, as if the files had called it so.
 *
 * @param columns how files call a column, by its name
 */
public record GivenNames(Map<String, String> columns) {
    static final GivenNames NONE = new GivenNames(Map.of());

    private static final List<String> NAMES = names();

    public GivenNames {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(Interaction.NEEDED);
        names.add(Interaction.DECISION_TIME);
        return names;
    }

    /** Those that calculated columns give; none where these cannot be read, which is said when they are used. */
    public static GivenNames of(Optional<SourceText> calculated) {
        Map<String, String> columns = new LinkedHashMap<>();
        calculated.flatMap(text -> Expressions.columns(text).value()).orElse(List.of()).stream()
                .filter(named -> NAMES.contains(named.name()))
                .forEach(named -> {
                    if (named.body() instanceof Expression.Column column) {
                        columns.put(named.name(), column.name());
                    }
                });
        return new GivenNames(columns);
    }

    /** Without those of which files have both columns: there the calculated one takes the place of the other. */
    public GivenNames in(List<SourceColumn> sources) {
        Set<String> there = new LinkedHashSet<>();
        sources.forEach(source -> there.add(source.name()));
        Map<String, String> counting = new LinkedHashMap<>(columns);
        counting.entrySet().removeIf(entry -> there.contains(entry.getKey()) == there.contains(entry.getValue()));
        return new GivenNames(counting);
    }

    /** How files may call a column beside its name. */
    public Optional<String> other(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** Adds the columns under their names to those as they stand; {@code standard} types hold whatever files show. */
    void addTo(Map<String, ColumnSql> stage, Map<String, ValueType> standard) {
        columns.forEach((name, source) -> {
            ColumnSql column = stage.get(source);
            if (column != null) {
                ValueType type = standard.getOrDefault(name, column.type());
                String sql = type == column.type()
                        ? column.sql()
                        : "TRY_CAST(" + column.sql() + " AS " + SqlTypes.name(type) + ")";
                stage.put(name, new ColumnSql(name, type, sql));
            }
        });
    }

    /** Names with those by which files call them. */
    Set<String> withSources(Set<String> names) {
        Set<String> all = new LinkedHashSet<>(names);
        columns.forEach((name, source) -> {
            if (names.contains(name)) {
                all.add(source);
            }
        });
        return all;
    }
}
