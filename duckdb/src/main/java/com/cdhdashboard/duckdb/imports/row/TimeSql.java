package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.row.PegaTime;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTypes;

/**
 * Reading times as UTC: Pega text ({@code 20210127T132203.201 GMT}, fraction optional), ISO-8601 text, a number
 * since 1970 (see {@link PegaTime}), or a date or time column. What cannot be read gives
 * NULL.
 */
public final class TimeSql {
    /** A row before is refused. */
    public static final String EARLIEST = "1900-01-01";
    /** A row then or later is refused. */
    private static final String END = "2201-01-01";

    /** A number with a fraction or an exponent; {@link PegaTime} reads the same ones. */
    private static final String FRACTION = "'-?\\d{1,19}(\\.\\d{0,18})?([eE][+-]?\\d{1,2})?'";

    private static final int QUOTED_CHARACTERS = 40;

    private TimeSql() {}

    /** The time in a column of the given type. */
    public static String timestamp(String column, ValueType type) {
        String name = Sql.name(column);
        return switch (type) {
            case TIMESTAMP -> name;
            case DATE -> "CAST(" + name + " AS TIMESTAMP)";
            case INTEGER -> sinceEpoch(name);
            case NUMBER -> sinceEpochExact("CAST(" + name + " AS VARCHAR)");
            case TEXT -> fromText(name);
            case BOOLEAN -> "CAST(NULL AS TIMESTAMP)";
            case TABLE -> throw ValueType.noTables();
        };
    }

    /** The time or day that a text means, none where it is blank; fails for a text that means none. */
    public static String required(String text, ValueType type) {
        return "CASE WHEN trim(" + text + ") <> '' THEN CAST(coalesce(" + fromText(text)
                + ", error('a time is expected')) AS " + SqlTypes.name(type) + ") END";
    }

    /** Why a value that is there is no time, as an expression. */
    static String unreadable(String column, ValueType type) {
        String quote = type == ValueType.TEXT ? "\"" : "";
        return Sql.text(column + " is " + quote) + " || left(CAST(" + Sql.name(column) + " AS VARCHAR), "
                + QUOTED_CHARACTERS + ") || "
                + Sql.text(quote + ", a time such as 20210127T132203.201 GMT is expected");
    }

    /** Whether a time, read, is one that a row can have. */
    public static String isUsable(String time) {
        return "(" + time + " >= TIMESTAMP '" + EARLIEST + "' AND " + time + " < TIMESTAMP '" + END + "')";
    }

    /** Why a time, read, cannot be used, as an expression. */
    public static String unusable(String column, String time) {
        return Sql.text(column + " is ") + " || strftime(" + time + ", '%Y-%m-%d %H:%M:%S') || "
                + Sql.text(", a year from 1900 to 2200 is expected");
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
        String epoch = when(name, "'-?\\d{9,19}'", sinceEpoch("TRY_CAST(" + name + " AS BIGINT)"));
        String exact = when(name, FRACTION, sinceEpochExact(name));
        return "coalesce(try_strptime(" + name + ", '%Y%m%dT%H%M%S.%g GMT'), " + compact + ", " + iso + ", " + epoch
                + ", " + exact + ")";
    }

    /** A whole number since 1970, in the unit that {@link PegaTime} takes it for. */
    static String sinceEpoch(String number) {
        // The least number of all has no absolute value in 64 bits
        String size = "abs(greatest(" + number + ", -" + Long.MAX_VALUE + "))";
        return "CASE WHEN " + size + " < 100000000 THEN NULL WHEN " + size + " < 10000000000 THEN make_timestamp("
                + number + " * 1000000) WHEN " + size + " < 10000000000000 THEN epoch_ms(" + number + ") WHEN " + size
                + " BETWEEN 1000000000000000 AND 9999999999999999 THEN make_timestamp(" + number + ") WHEN " + size
                + " >= 1000000000000000000 THEN " + SqlTypes.cut(number) + " END";
    }

    /** {@link #sinceEpoch} of a number in text, a fraction of which is one of its unit. */
    static String sinceEpochExact(String text) {
        String number = "TRY_CAST(" + text + " AS DECIMAL(38, 18))";
        String size = "abs(" + number + ")";
        return "CASE WHEN " + size + " < 100000000 THEN NULL WHEN " + size + " < 10000000000 THEN "
                + micros(number + " * 1000000") + " WHEN " + size + " < 10000000000000 THEN "
                + micros(number + " * 1000") + " WHEN " + size + " >= 1000000000000000 AND " + size
                + " < 10000000000000000 THEN " + micros(number) + " WHEN " + size + " >= 1000000000000000000 THEN "
                + SqlTypes.cut("TRY_CAST(floor(" + number + ") AS BIGINT)") + " END";
    }

    private static String micros(String number) {
        return "make_timestamp(CAST(floor(" + number + ") AS BIGINT))";
    }

    private static String when(String name, String pattern, String value) {
        return "CASE WHEN regexp_full_match(" + name + ", " + pattern + ") THEN " + value + " END";
    }

    /** Whether a value is there at all, read or not. */
    public static String isPresent(String column, ValueType type) {
        String name = Sql.name(column);
        return type == ValueType.TEXT ? "coalesce(" + name + ", '') <> ''" : name + " IS NOT NULL";
    }
}
