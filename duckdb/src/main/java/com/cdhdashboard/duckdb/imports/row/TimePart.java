package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.cube.ValueType;
import java.util.Locale;
import java.util.Optional;

/** The columns derived from the day of the outcome. */
public enum TimePart {
    DAY("Day", ValueType.DATE, "%s"),
    MONTH("Month", ValueType.TEXT, "strftime(%s, '%%Y-%%m')"),
    YEAR("Year", ValueType.INTEGER, "CAST(year(%s) AS BIGINT)"),
    QUARTER("Quarter", ValueType.TEXT, "(year(%1$s) || '_Q' || quarter(%1$s))");

    private final String column;
    private final ValueType type;
    private final String template;

    TimePart(String column, ValueType type, String template) {
        this.column = column;
        this.type = type;
        this.template = template;
    }

    String column() {
        return column;
    }

    ValueType type() {
        return type;
    }

    /** The part of a date that an SQL expression gives. */
    public String of(String date) {
        return String.format(Locale.ROOT, template, date);
    }

    static Optional<TimePart> named(String column) {
        for (TimePart part : values()) {
            if (part.column.equals(column)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
