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
 * such as {@code pl.col("BookedAt").alias("OutcomeTime")}, gives that its name in rows that have none of the name. It does
 * so before defaults, filter and times, as if the files had called it so. Files of one store may differ in this, as a
 * system begins to call a column otherwise.
 *
 * @param columns how files call a column, by its name
 * @param doubled names that files have a column of as well as of the other name
 */
public record GivenNames(Map<String, String> columns, Set<String> doubled) {
    public static final GivenNames NONE = new GivenNames(Map.of(), Set.of());

    private static final List<String> NAMES = names();

    public GivenNames {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        doubled = Set.copyOf(doubled);
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
        return new GivenNames(columns, Set.of());
    }

    /** Those of which files have a column, under either name. */
    public GivenNames in(List<SourceColumn> sources) {
        Set<String> there = new LinkedHashSet<>();
        sources.forEach(source -> there.add(source.name()));
        Map<String, String> counting = new LinkedHashMap<>(columns);
        counting.entrySet().removeIf(entry -> !there.contains(entry.getKey()) && !there.contains(entry.getValue()));
        Set<String> both = new LinkedHashSet<>(counting.keySet());
        both.removeIf(name -> !there.contains(name) || !there.contains(counting.get(name)));
        return new GivenNames(counting, both);
    }

    /** How files may call a column beside its name. */
    public Optional<String> other(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** Adds the columns under their names to those as they stand; {@code standard} types hold whatever files show. */
    void addTo(Map<String, ColumnSql> stage, Map<String, ValueType> standard) {
        columns.forEach((name, source) -> {
            ColumnSql other = stage.get(source);
            if (other != null) {
                ColumnSql given = as(name, standard.getOrDefault(name, other.type()), other);
                ColumnSql own = stage.get(name);
                stage.put(name, own == null ? given : first(own, given));
            }
        });
    }

    /** Whether a calculated column does no more than give a name. */
    boolean isAll(String name) {
        return columns.containsKey(name) && !doubled.contains(name);
    }

    /** A calculated column where it has a value, or else what rows have under its name. */
    ColumnSql over(ColumnSql calculated, ColumnSql before) {
        return doubled.contains(calculated.name()) ? first(calculated, before) : calculated;
    }

    private static ColumnSql first(ColumnSql one, ColumnSql other) {
        ValueType type = one.type() == other.type() ? one.type() : ValueType.TEXT;
        String name = one.name();
        String sql = "coalesce(" + as(name, type, one).sql() + ", "
                + as(name, type, other).sql() + ")";
        return new ColumnSql(name, type, sql);
    }

    private static ColumnSql as(String name, ValueType type, ColumnSql column) {
        boolean cast = type != column.type();
        String sql = cast ? "TRY_CAST(" + column.sql() + " AS " + SqlTypes.name(type) + ")" : column.sql();
        return new ColumnSql(name, type, sql);
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
