package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Sql;

/**
 * Reading times as UTC: Pega text ({@code 20210127T132203.201 GMT}, fraction optional), ISO-8601 text, milliseconds since
 * 1970, or a date or time column. What cannot be read gives NULL.
 */
final class TimeSql {
    private TimeSql() {}

    /** The time in a column of the given type. */
    static String timestamp(String column, ValueType type) {
        String name = Sql.name(column);
        return switch (type) {
            case TIMESTAMP -> name;
            case DATE -> "CAST(" + name + " AS TIMESTAMP)";
            case INTEGER, NUMBER -> "epoch_ms(TRY_CAST(" + name + " AS BIGINT))";
            case TEXT -> fromText(name);
            case BOOLEAN -> "CAST(NULL AS TIMESTAMP)";
            case TABLE -> throw ValueType.noTables();
        };
    }

    /**
     * The first form is by far the most frequent and the fastest to read; the others are tried where it fails. The engine
     * drops an offset when it reads a text as TIMESTAMP, so only what is known to have none is read that way.
     */
    private static String fromText(String name) {
        String pega = "'(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)(\\.\\d{1,9})?( (GMT|UTC))?'";
        String compact = when(
                name,
                pega,
                "TRY_CAST(regexp_replace(" + name + ", " + pega + ", '\\1-\\2-\\3 \\4:\\5:\\6\\7') AS TIMESTAMP)");
        String iso = "CAST(TRY_CAST(" + name + " AS TIMESTAMPTZ) AS TIMESTAMP)";
        String epoch = when(name, "'-?\\d{9,13}'", "epoch_ms(CAST(" + name + " AS BIGINT))");
        return "coalesce(try_strptime(" + name + ", '%Y%m%dT%H%M%S.%g GMT'), " + compact + ", " + iso + ", " + epoch
                + ")";
    }

    private static String when(String name, String pattern, String value) {
        return "CASE WHEN regexp_full_match(" + name + ", " + pattern + ") THEN " + value + " END";
    }

    /** Whether a value is there at all, read or not. */
    static String isPresent(String column, ValueType type) {
        String name = Sql.name(column);
        return type == ValueType.TEXT ? "coalesce(" + name + ", '') <> ''" : name + " IS NOT NULL";
    }
}
