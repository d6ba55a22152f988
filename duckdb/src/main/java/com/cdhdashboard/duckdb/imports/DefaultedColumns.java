package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of the files with the configured defaults put in: where absent, null, or an empty text. */
final class DefaultedColumns {
    private DefaultedColumns() {}

    static Map<String, ColumnSql> of(List<SourceColumn> sources, Map<String, Object> defaults) {
        Map<String, ColumnSql> columns = new LinkedHashMap<>();
        for (SourceColumn source : sources) {
            ValueType type = source.type()
                    .or(() -> SourceColumn.standardType(source.name()))
                    .orElseGet(() -> typeOf(defaults.get(source.name())));
            columns.put(source.name(), new ColumnSql(source.name(), type, source.value(type)));
        }
        defaults.forEach((name, value) -> columns.put(name, withDefault(name, value, columns.get(name))));
        return columns;
    }

    private static ColumnSql withDefault(String name, Object value, @Nullable ColumnSql column) {
        if (column == null) {
            ValueType type = SourceColumn.standardType(name).orElseGet(() -> typeOf(value));
            return new ColumnSql(name, type, literal(name, value, type));
        }
        String present = column.type() == ValueType.TEXT ? "nullif(" + column.sql() + ", '')" : column.sql();
        String filled = "coalesce(" + present + ", " + literal(name, value, column.type()) + ")";
        return new ColumnSql(name, column.type(), filled);
    }

    private static ValueType typeOf(@Nullable Object value) {
        if (value instanceof Boolean) {
            return ValueType.BOOLEAN;
        }
        if (value instanceof Number) {
            return value instanceof Long ? ValueType.INTEGER : ValueType.NUMBER;
        }
        return ValueType.TEXT;
    }

    private static String literal(String name, Object value, ValueType type) {
        String text = value.toString();
        try {
            Object converted = type == ValueType.INTEGER && value instanceof Double number && number % 1 == 0
                    ? (Object) number.longValue()
                    : SqlTypes.parse(name, type, text);
            return "CAST(" + Sql.text(converted.toString()) + " AS " + SqlTypes.name(type) + ")";
        } catch (UserException e) {
            throw new UserException(
                    UserException.Kind.USER,
                    "ih.extensions.default_values." + name + ": the default does not fit the column: " + e.getMessage(),
                    e);
        }
    }
}
