package com.cdhdashboard.core.cube;

import com.cdhdashboard.core.error.UserException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How group values are written in URLs, options and pages. */
public final class Values {
    /** Shown, and written in filters, for a value that is null. */
    public static final String MISSING = "(missing)";
    /** Shown, and written in filters, for a text of no characters. */
    public static final String EMPTY = "(empty)";
    /** Shown for a text of nothing but spaces. */
    public static final String BLANK = "(blank)";

    private Values() {}

    /** The text of a value: itself, {@code 2024-12-20} for dates, {@link #MISSING} for null, {@link #EMPTY} for "". */
    public static String label(@Nullable Object value) {
        if (value == null) {
            return MISSING;
        }
        String text = value.toString();
        return text.isEmpty() ? EMPTY : text;
    }

    /** The value as readers see it: {@link #label}, but {@link #BLANK} where nothing of it could be seen. */
    public static String shown(@Nullable Object value) {
        String label = label(value);
        return label.isBlank() ? BLANK : label;
    }

    /** The value as filters hold it: empty for the missing value. */
    public static Optional<String> text(@Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of(value.toString());
    }

    /** Reads back what {@link #label} wrote. */
    public static Optional<String> parseLabel(String label) {
        if (label.equals(MISSING)) {
            return Optional.empty();
        }
        return Optional.of(label.equals(EMPTY) ? "" : label);
    }

    /** Reads the text of a filter as a value of its column. */
    public static Object parse(Column column, String text) {
        try {
            return switch (column.type()) {
                case TEXT -> text;
                case INTEGER -> Long.valueOf(text);
                case NUMBER -> parseNumber(text);
                case BOOLEAN -> parseBoolean(text);
                case DATE -> LocalDate.parse(text);
                case TIMESTAMP -> LocalDateTime.parse(text);
                case TABLE -> throw ValueType.noTables();
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UserException(
                    UserException.Kind.USER,
                    "\"" + text + "\" is not a value of " + column.name() + "; " + expected(column.type()),
                    e);
        }
    }

    /** NaN and infinity are no values. */
    private static Double parseNumber(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Boolean parseBoolean(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        throw new IllegalArgumentException(text);
    }

    private static String expected(ValueType type) {
        return switch (type) {
            case TEXT -> "a text is expected";
            case INTEGER -> "a whole number is expected, such as 2025";
            case NUMBER -> "a number is expected, such as 0.25";
            case BOOLEAN -> "true or false is expected";
            case DATE -> "a date is expected, such as 2024-12-20";
            case TIMESTAMP -> "a time is expected, such as 2024-12-20T13:22:03";
            case TABLE -> throw ValueType.noTables();
        };
    }
}
