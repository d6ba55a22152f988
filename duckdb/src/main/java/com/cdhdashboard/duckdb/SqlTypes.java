package com.cdhdashboard.duckdb;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/** How value types are written in DuckDB, and how texts become values of them. */
public final class SqlTypes {
    private static final String NANOSECONDS = "TIMESTAMP_NS";
    private static final String NANOSECONDS_WITH_ZONE = "TIMESTAMPTZ_NS";

    private SqlTypes() {}

    /** DuckDB's name of the type. */
    public static String name(ValueType type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
            case TABLE -> throw ValueType.noTables();
        };
    }

    /** The value type of one of DuckDB's types; what has none of its own is read as text. */
    public static ValueType of(String duckDbType) {
        String type = duckDbType.toUpperCase(Locale.ROOT);
        if (type.startsWith("DECIMAL")) {
            return ValueType.NUMBER;
        }
        return switch (type) {
            case "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "HUGEINT",
                    "UBIGINT" -> ValueType.INTEGER;
            case "FLOAT", "DOUBLE" -> ValueType.NUMBER;
            case "BOOLEAN" -> ValueType.BOOLEAN;
            case "DATE" -> ValueType.DATE;
            case "TIMESTAMP",
                    "TIMESTAMP_S",
                    "TIMESTAMP_MS",
                    NANOSECONDS,
                    "TIMESTAMP WITH TIME ZONE",
                    NANOSECONDS_WITH_ZONE -> ValueType.TIMESTAMP;
            default -> ValueType.TEXT;
        };
    }

    /** Whether a type counts time in nanoseconds, finer than value types do. */
    public static boolean isNanoseconds(String duckDbType) {
        return duckDbType.equals(NANOSECONDS) || duckDbType.equals(NANOSECONDS_WITH_ZONE);
    }

    /** The time that a whole number of nanoseconds since 1970 means, cut to microseconds; also before 1970. */
    public static String cut(String nanoseconds) {
        return "make_timestamp(" + nanoseconds + " // 1000 - CASE WHEN " + nanoseconds
                + " % 1000 < 0 THEN 1 ELSE 0 END)";
    }

    /** Reads the text of a filter as a value of its column. */
    public static Object parse(String column, ValueType type, String text) {
        try {
            return switch (type) {
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
                    UserException.Kind.USER, "\"" + text + "\" is not a value of " + column + "; " + expected(type), e);
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
