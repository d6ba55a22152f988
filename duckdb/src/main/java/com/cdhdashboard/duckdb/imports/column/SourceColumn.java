package com.cdhdashboard.duckdb.imports.column;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Sql;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A column of the files, whatever each calls it.
 *
 * @param type absent where only missing values were seen
 * @param large whether whole numbers were seen that a binary fraction would round
 * @param quoted whether numbers of the column may stand as text, or missing ones as empty text
 */
public record SourceColumn(String name, Optional<ValueType> type, boolean quoted, boolean large) {
    public SourceColumn {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
    }

    /** The column as files show it; a standard column keeps its type even where values are quoted or whole. */
    public static SourceColumn seen(String name, Optional<ValueType> standard, ColumnShape shape) {
        Optional<ValueType> type = shape.type();
        boolean text = type.isEmpty() || type.get() == ValueType.TEXT;
        boolean timed = type.filter(seen -> seen == ValueType.DATE || seen == ValueType.TIMESTAMP)
                .isPresent();
        if (standard.isEmpty() || (timed && standard.get() == ValueType.TEXT)) {
            return new SourceColumn(name, type, shape.empties() && !text, shape.large());
        }
        boolean quoted = shape.empties() || (text && type.isPresent());
        return new SourceColumn(name, standard, quoted && standard.get() != ValueType.TEXT, shape.large());
    }

    /** Those that are read for columns of these names, with the type that each is read as. */
    public static Map<SourceColumn, ValueType> read(
            List<SourceColumn> sources, Map<String, ColumnSql> defaulted, Set<String> names) {
        Map<SourceColumn, ValueType> read = new LinkedHashMap<>();
        for (SourceColumn source : sources) {
            Optional.ofNullable(defaulted.get(source.name()))
                    .filter(column -> names.contains(column.name()))
                    .ifPresent(column -> read.put(source, column.type()));
        }
        return read;
    }

    /** Those of some columns that are text, whatever files show. */
    public static Set<String> texts(Map<String, ValueType> standard) {
        Set<String> texts = new LinkedHashSet<>();
        standard.forEach((name, type) -> {
            if (type == ValueType.TEXT) {
                texts.add(name);
            }
        });
        return texts;
    }

    /** What its values are, for messages. */
    public String described() {
        return type.map(SourceColumn::described).orElse("no values");
    }

    private static String described(ValueType type) {
        return switch (type) {
            case TEXT -> "text";
            case INTEGER -> "whole numbers";
            case NUMBER -> "numbers";
            case BOOLEAN -> "truth values";
            case DATE -> "dates";
            case TIMESTAMP -> "times";
            case TABLE -> throw ValueType.noTables();
        };
    }

    /** What the column has shown of its values before. */
    public ColumnShape shape() {
        return new ColumnShape(type, large, quoted);
    }

    /** The type the engine reads values as, before they become values of the column's type. */
    public ValueType readType(ValueType columnType) {
        return quoted ? ValueType.TEXT : columnType;
    }

    /** The value of the column, from what was read. */
    public String value(ValueType columnType) {
        String read = Sql.name(name);
        return quoted ? CastSql.ofText("nullif(" + read + ", '')", columnType).exact(name) : read;
    }

    /** Those of some columns that are read as numbers, as they stand in the files. */
    public static List<ColumnSql> numbers(Map<SourceColumn, ValueType> read) {
        return read.entrySet().stream()
                .filter(entry -> entry.getValue() == ValueType.NUMBER)
                .map(entry -> new ColumnSql(
                        entry.getKey().name(), ValueType.NUMBER, entry.getKey().value(ValueType.NUMBER)))
                .toList();
    }
}
