package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTypes;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of the files with the configured defaults put in: where absent, null, or an empty text. */
public final class DefaultedColumns {
    private DefaultedColumns() {}

    /**
     * The columns of this stage.
     *
     * @param section of the configuration, for messages
     * @param standard types that hold whatever the files show
     */
    public static Map<String, ColumnSql> of(
            List<SourceColumn> sources, Map<String, Object> defaults, String section, Map<String, ValueType> standard) {
        return of(sources, GivenNames.NONE, defaults, section, standard);
    }

    /** The same, with names that the configuration gives to columns. */
    public static Map<String, ColumnSql> of(
            List<SourceColumn> sources,
            GivenNames given,
            Map<String, Object> defaults,
            String section,
            Map<String, ValueType> standard) {
        Map<String, ColumnSql> columns = new LinkedHashMap<>();
        for (SourceColumn source : sources) {
            ValueType type = source.type()
                    .or(() -> Optional.ofNullable(standard.get(source.name())))
                    .orElseGet(() -> typeOf(defaults.get(source.name())));
            String value = source.value(type);
            columns.put(
                    source.name(),
                    new ColumnSql(source.name(), type, type == ValueType.NUMBER ? Remarks.finite(value) : value));
        }
        given.addTo(columns, standard);
        defaults.forEach((name, value) -> {
            ColumnSql column = columns.get(name);
            ValueType type = column != null
                    ? column.type()
                    : Optional.ofNullable(standard.get(name)).orElseGet(() -> typeOf(value));
            String literal = literal(section + ".extensions.default_values." + name, name, value, type);
            columns.put(name, new ColumnSql(name, type, column == null ? literal : filled(column, literal)));
        });
        return columns;
    }

    private static String filled(ColumnSql column, String literal) {
        String present = column.type() == ValueType.TEXT ? "nullif(" + column.sql() + ", '')" : column.sql();
        return "coalesce(" + present + ", " + literal + ")";
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

    private static String literal(String path, String name, Object value, ValueType type) {
        String text = value.toString();
        try {
            Object converted = type == ValueType.INTEGER && value instanceof Double number && number % 1 == 0
                    ? (Object) number.longValue()
                    : Values.parse(Column.dimension(name, type), text);
            return "CAST(" + Sql.text(converted.toString()) + " AS " + SqlTypes.name(type) + ")";
        } catch (UserException e) {
            throw new UserException(
                    UserException.Kind.USER, path + ": the default does not fit the column: " + e.getMessage(), e);
        }
    }
}
