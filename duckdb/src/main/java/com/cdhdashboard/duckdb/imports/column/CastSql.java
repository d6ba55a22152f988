package com.cdhdashboard.duckdb.imports.column;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTypes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a value of the engine's types into one of a column's type, as it is or not at all.
 *
 * @param value as it stands in the file
 * @param condition whether the type holds the value as it is, where that is not told by an error of the engine
 * @param cast the value of the type
 * @param expected what the type holds, for messages
 */
public record CastSql(String value, Optional<String> condition, String cast, String expected) {
    private static final String EXPECTED = " is expected";
    private static final long LARGEST_EXACT = 1L << 53;
    private static final int SHOWN = 40;

    private static final Set<String> LARGE_WHOLES = Set.of("BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT");

    public CastSql {
        requireNonNull(value, "value");
        requireNonNull(condition, "condition");
        requireNonNull(cast, "cast");
        requireNonNull(expected, "expected");
    }

    /** Whether a value was the cause, which is named. */
    public static boolean isUnfit(DuckDbException cause) {
        return cause.shortMessage().endsWith(EXPECTED);
    }

    public static CastSql of(String value, String engineType, ValueType wanted) {
        String type = engineType.toUpperCase(Locale.ROOT);
        if (SqlTypes.isNanoseconds(type) && wanted != ValueType.TEXT) {
            // The engine would round them
            return of(SqlTypes.cut("epoch_ns(" + value + ")"), "TIMESTAMP", wanted);
        }
        if (type.equals("BLOB")) {
            return ofBytes(value, wanted);
        }
        String cast = "CAST(" + value + " AS " + SqlTypes.name(wanted) + ")";
        boolean fractions = type.equals("FLOAT") || type.equals("DOUBLE") || type.startsWith("DECIMAL");
        return switch (wanted) {
            case NUMBER -> number(value, type, cast);
            case INTEGER ->
                fractions
                        ? new CastSql(
                                value,
                                Optional.of(value + " = trunc(" + value + ")"),
                                ifFinite(value, cast),
                                "a whole number")
                        : unlessBoolean(value, type, cast, whole(type));
            case TEXT -> always(value, fractions ? text(value, type, cast) : cast, "a text");
            case DATE ->
                type.startsWith("TIMESTAMP")
                        ? new CastSql(
                                value, Optional.of("CAST(" + value + " AS TIME) = TIME '00:00:00'"), cast, "a date")
                        : always(value, cast, "a date");
            case BOOLEAN -> always(value, cast, "true or false");
            case TIMESTAMP -> always(value, cast, "a time");
            case TABLE -> throw ValueType.noTables();
        };
    }

    /** Texts that a file does not call texts, as older writers leave it; the engine would write out their bytes. */
    private static CastSql ofBytes(String value, ValueType wanted) {
        CastSql meant = of("TRY(decode(" + value + "))", "VARCHAR", wanted);
        String holds = meant.value + " IS NOT NULL"
                + meant.condition.map(condition -> " AND (" + condition + ")").orElse("");
        String expected = wanted == ValueType.TEXT ? "a text in UTF-8" : meant.expected;
        return new CastSql(value, Optional.of(holds), meant.cast, expected);
    }

    /** The value that a text means. */
    public static CastSql ofText(String value, ValueType wanted) {
        String cast = "CAST(" + value + " AS " + SqlTypes.name(wanted) + ")";
        String exact = "CAST(" + value + " AS DECIMAL(38, 18))";
        return wanted == ValueType.INTEGER
                // The engine would round a fraction
                ? new CastSql(
                        value,
                        Optional.of(
                                "NOT regexp_matches(" + value + ", '[.eE]') OR " + exact + " = trunc(" + exact + ")"),
                        cast,
                        "a whole number")
                : always(value, cast, of(value, "VARCHAR", wanted).expected());
    }

    private static String whole(String type) {
        return "a whole number"
                + (LARGE_WHOLES.contains(type) ? " from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE : "");
    }

    private static CastSql number(String value, String type, String cast) {
        if (LARGE_WHOLES.contains(type) || type.startsWith("DECIMAL")) {
            return new CastSql(
                    value,
                    Optional.of("abs(" + value + ") <= " + LARGEST_EXACT),
                    cast,
                    "a number from -" + LARGEST_EXACT + " to " + LARGEST_EXACT);
        }
        return unlessBoolean(value, type, cast, "a number");
    }

    private static CastSql always(String value, String cast, String expected) {
        return new CastSql(value, Optional.empty(), cast, expected);
    }

    private static CastSql unlessBoolean(String value, String type, String cast, String expected) {
        return new CastSql(value, Optional.of("false").filter(never -> type.equals("BOOLEAN")), cast, expected);
    }

    /** NaN and infinity are missing values. */
    private static String ifFinite(String value, String cast) {
        return "CASE WHEN isfinite(" + value + ") THEN " + cast + " END";
    }

    /** A number reads the same whatever type it is stored as, a whole one without a fraction. */
    private static String text(String value, String type, String cast) {
        if (type.startsWith("DECIMAL")) {
            return type.endsWith(",0)") ? cast : "rtrim(rtrim(" + cast + ", '0'), '.')";
        }
        String whole = value + " = trunc(" + value + ") AND abs(" + value + ") < ";
        return "CASE WHEN NOT isfinite(" + value + ") THEN NULL WHEN " + whole + "1e18 THEN CAST(CAST(" + value
                + " AS BIGINT) AS VARCHAR) WHEN " + whole + "1e38 THEN CAST(CAST(" + value
                + " AS HUGEINT) AS VARCHAR) ELSE " + cast + " END";
    }

    /** The value of the type, or an error that names it where the type does not hold it. */
    public String exact(String column) {
        return condition
                .map(holds -> "CASE WHEN " + value + " IS NULL OR " + holds + " THEN " + cast + " ELSE error("
                        + told(column, "CAST(" + value + " AS VARCHAR)") + ") END")
                .orElse(cast);
    }

    /** The value of the type, or none where it does not hold it. */
    public String tried() {
        return "TRY("
                + condition
                        .map(holds -> "CASE WHEN " + holds + " THEN " + cast + " END")
                        .orElse(cast) + ")";
    }

    /** Why the value, of a type of the engine's, cannot be kept; none where it can. */
    public String misfit(String column, String engineType) {
        String type = engineType.toUpperCase(Locale.ROOT);
        boolean binary = type.equals("FLOAT") || type.equals("DOUBLE");
        String text = "CAST(" + value + " AS VARCHAR)";
        String shown = "CASE WHEN length(" + text + ") > " + SHOWN + " THEN left(" + text + ", " + SHOWN
                + ") || '…' ELSE " + text + " END";
        return "CASE WHEN " + value + " IS NOT NULL AND " + tried() + " IS NULL"
                + (binary ? " AND isfinite(" + value + ")" : "") + " THEN "
                + told(column, SqlTypes.of(type) == ValueType.TEXT ? "'\"' || " + shown + " || '\"'" : shown) + " END";
    }

    private String told(String column, String shown) {
        return Sql.text("value of column \"" + column + "\" is ") + " || " + shown + " || "
                + Sql.text(", " + expected + EXPECTED);
    }
}
