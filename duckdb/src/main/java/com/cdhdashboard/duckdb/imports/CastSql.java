package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTypes;
import java.util.Locale;
import java.util.Set;

/** Turns values of the engine's types into ones of a column's type, as they are or not at all. */
final class CastSql {
    private static final String EXPECTED = " is expected";
    private static final long LARGEST_EXACT = 1L << 53;

    private static final Set<String> LARGE_WHOLES = Set.of("BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT");

    private CastSql() {}

    /** Whether a value was the cause, which is named. */
    static boolean isUnfit(DuckDbException cause) {
        return cause.shortMessage().endsWith(EXPECTED);
    }

    /** The value of a column, or an error that names it where the type would round it. */
    static String exact(String column, String value, String engineType, ValueType wanted) {
        String type = engineType.toUpperCase(Locale.ROOT);
        if (SqlTypes.isNanoseconds(type) && wanted != ValueType.TEXT) {
            // The engine would round them
            return exact(column, SqlTypes.cut("epoch_ns(" + value + ")"), "TIMESTAMP", wanted);
        }
        String cast = "CAST(" + value + " AS " + SqlTypes.name(wanted) + ")";
        boolean fractions = type.equals("FLOAT") || type.equals("DOUBLE") || type.startsWith("DECIMAL");
        return switch (wanted) {
            case NUMBER ->
                LARGE_WHOLES.contains(type)
                        ? checked(column, value, "abs(" + value + ") <= " + LARGEST_EXACT, cast, "a number")
                        : unlessBoolean(column, value, type, cast);
            case INTEGER ->
                fractions
                        ? checked(
                                column,
                                value,
                                value + " = trunc(" + value + ")",
                                ifFinite(value, cast),
                                "a whole number")
                        : unlessBoolean(column, value, type, cast);
            case TEXT -> fractions ? text(value, cast) : cast;
            case DATE ->
                type.startsWith("TIMESTAMP")
                        ? checked(column, value, "CAST(" + value + " AS TIME) = TIME '00:00:00'", cast, "a date")
                        : cast;
            case BOOLEAN, TIMESTAMP, TABLE -> cast;
        };
    }

    /** NaN and infinity are missing values. */
    private static String ifFinite(String value, String cast) {
        return "CASE WHEN isfinite(" + value + ") THEN " + cast + " END";
    }

    private static String unlessBoolean(String column, String value, String type, String cast) {
        return type.equals("BOOLEAN") ? checked(column, value, "false", cast, "a number") : cast;
    }

    private static String checked(String column, String value, String condition, String cast, String expected) {
        return "CASE WHEN " + value + " IS NULL OR " + condition + " THEN " + cast + " ELSE error("
                + Sql.text("value of column \"" + column + "\" is ") + " || CAST(" + value + " AS VARCHAR) || "
                + Sql.text(", " + expected + EXPECTED) + ") END";
    }

    /** A whole number reads the same whatever type it is stored as. */
    private static String text(String value, String cast) {
        return "CASE WHEN abs(" + value + ") < 1e18 AND " + value + " = trunc(" + value + ") THEN CAST(CAST(" + value
                + " AS BIGINT) AS VARCHAR) ELSE " + cast + " END";
    }
}
