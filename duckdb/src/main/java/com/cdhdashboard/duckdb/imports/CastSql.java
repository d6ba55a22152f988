package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.SqlTypes;
import java.util.Locale;
import java.util.Set;

/** Turns values of the engine's types into ones of a column's type, as they are or not at all. */
final class CastSql {
    private static final long LARGEST_EXACT = 1L << 53;

    private static final Set<String> LARGE_WHOLES = Set.of("BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT");

    private CastSql() {}

    /** The value, or an error where the type would round it. */
    static String exact(String value, String engineType, ValueType wanted) {
        String type = engineType.toUpperCase(Locale.ROOT);
        if (SqlTypes.isNanoseconds(type) && wanted != ValueType.TEXT) {
            // The engine would round them
            return exact(SqlTypes.cut("epoch_ns(" + value + ")"), "TIMESTAMP", wanted);
        }
        String cast = "CAST(" + value + " AS " + SqlTypes.name(wanted) + ")";
        boolean fractions = type.equals("FLOAT") || type.equals("DOUBLE") || type.startsWith("DECIMAL");
        return switch (wanted) {
            case NUMBER ->
                LARGE_WHOLES.contains(type)
                        ? checked(value, "abs(" + value + ") <= " + LARGEST_EXACT, cast, "a number")
                        : unlessBoolean(value, type, cast, "a number");
            case INTEGER ->
                fractions
                        ? checked(value, value + " = trunc(" + value + ")", ifFinite(value, cast), "a whole number")
                        : unlessBoolean(value, type, cast, "a whole number");
            case TEXT -> fractions ? text(value, cast) : cast;
            case DATE ->
                type.startsWith("TIMESTAMP")
                        ? checked(value, "CAST(" + value + " AS TIME) = TIME '00:00:00'", cast, "a date")
                        : cast;
            case BOOLEAN, TIMESTAMP, TABLE -> cast;
        };
    }

    /** NaN and infinity are missing values. */
    private static String ifFinite(String value, String cast) {
        return "CASE WHEN isfinite(" + value + ") THEN " + cast + " END";
    }

    private static String unlessBoolean(String value, String type, String cast, String expected) {
        return type.equals("BOOLEAN") ? checked(value, "false", cast, expected) : cast;
    }

    private static String checked(String value, String condition, String cast, String expected) {
        return "CASE WHEN " + value + " IS NULL OR " + condition + " THEN " + cast + " ELSE error('value ' || CAST("
                + value + " AS VARCHAR) || ', " + expected + " is expected') END";
    }

    /** A whole number reads the same whatever type it is stored as. */
    private static String text(String value, String cast) {
        return "CASE WHEN abs(" + value + ") < 1e18 AND " + value + " = trunc(" + value + ") THEN CAST(CAST(" + value
                + " AS BIGINT) AS VARCHAR) ELSE " + cast + " END";
    }
}
