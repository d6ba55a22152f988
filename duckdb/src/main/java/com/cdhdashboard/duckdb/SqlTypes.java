package com.cdhdashboard.duckdb;

import com.cdhdashboard.core.cube.ValueType;
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
}
