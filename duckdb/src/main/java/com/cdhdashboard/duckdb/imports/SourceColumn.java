package com.cdhdashboard.duckdb.imports;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.NamedColumn;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column of the files.
 *
 * @param raw its name in the files, {@code name} the one used everywhere else
 * @param type absent where only missing values were seen
 * @param quoted whether numbers of the column may stand as text, or missing ones as empty text
 */
record SourceColumn(String raw, String name, Optional<ValueType> type, boolean quoted) {
    /** Types of standard columns of interaction history, for files that do not show them: all values missing, or whole numbers only. */
    static final Map<String, ValueType> STANDARD = Map.ofEntries(
            Map.entry("FinalPropensity", ValueType.NUMBER),
            Map.entry("OutcomeWeight", ValueType.NUMBER),
            Map.entry("Priority", ValueType.NUMBER),
            Map.entry("Propensity", ValueType.NUMBER),
            Map.entry("Rank", ValueType.INTEGER),
            Map.entry("Revenue", ValueType.NUMBER),
            Map.entry("Value", ValueType.NUMBER),
            Map.entry("Weight", ValueType.NUMBER));

    SourceColumn {
        requireNonNull(raw, "raw");
        requireNonNull(name, "name");
        requireNonNull(type, "type");
    }

    /** The column as files show it; a standard column keeps its type even where values are quoted or whole. */
    static SourceColumn seen(
            NamedColumn column, Optional<ValueType> standard, Optional<ValueType> type, boolean empties) {
        boolean text = type.isEmpty() || type.get() == ValueType.TEXT;
        boolean timed = type.filter(seen -> seen == ValueType.DATE || seen == ValueType.TIMESTAMP)
                .isPresent();
        if (standard.isEmpty() || (timed && standard.get() == ValueType.TEXT)) {
            return new SourceColumn(column.raw(), column.name(), type, empties && !text);
        }
        boolean quoted = empties || (text && type.isPresent());
        return new SourceColumn(column.raw(), column.name(), standard, quoted);
    }

    /** The type the engine reads values as, before they become values of the column's type. */
    ValueType readType(ValueType columnType) {
        return quoted ? ValueType.TEXT : columnType;
    }

    /** The value of the column, from what was read. */
    String value(ValueType columnType) {
        String read = Sql.name(name);
        return quoted ? "CAST(nullif(" + read + ", '') AS " + SqlTypes.name(columnType) + ")" : read;
    }

    /** Those of some columns that are read as numbers, as they stand in the files. */
    static List<ColumnSql> numbers(Map<SourceColumn, ValueType> read) {
        return read.entrySet().stream()
                .filter(entry -> entry.getValue() == ValueType.NUMBER)
                .map(entry -> new ColumnSql(
                        entry.getKey().name(), ValueType.NUMBER, entry.getKey().value(ValueType.NUMBER)))
                .toList();
    }
}
