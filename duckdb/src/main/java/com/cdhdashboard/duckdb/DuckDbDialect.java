package com.cdhdashboard.duckdb;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.expression.ArithmeticOperator;
import com.cdhdashboard.core.expression.DataType;
import com.cdhdashboard.core.expression.pattern.RegexPattern;
import com.cdhdashboard.core.expression.pattern.Replacement;
import com.cdhdashboard.core.expression.pattern.TimeFormat;
import com.cdhdashboard.core.expression.sql.SqlDialect;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The SQL of DuckDB. Operands appear once wherever possible, as nested expressions would otherwise grow exponentially.
 *
 * <p>Assumes {@code ieee_floating_point_ops}, DuckDB's default: division of numbers by zero is infinite or NaN.
 */
public final class DuckDbDialect implements SqlDialect {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
    /** One more than the largest BIGINT; multiples of the divisor this large make every dividend positive. */
    private static final String SHIFT = "CAST(9223372036854775808 AS HUGEINT)";
    /** Beyond any text's length, and within what {@code substring} takes. */
    private static final long MAX_CHARACTERS = 1_000_000_000;

    @Override
    public String identifier(String name) {
        return Sql.name(name);
    }

    @Override
    public String text(String value) {
        return Sql.text(value);
    }

    @Override
    public String integer(long value) {
        return "CAST(" + value + " AS BIGINT)";
    }

    @Override
    public String number(double value) {
        return "CAST('" + value + "' AS DOUBLE)";
    }

    @Override
    public String timestamp(LocalDateTime value) {
        return "CAST('" + MOMENT.format(value) + "' AS TIMESTAMP)";
    }

    @Override
    public String missing(ValueType type) {
        return "CAST(NULL AS " + SqlTypes.name(type) + ")";
    }

    @Override
    public String convert(String sql, ValueType from, DataType to) {
        return switch (to) {
            case UTF8, STRING -> toText(sql, from);
            case INT8 -> toInteger(sql, from, "TINYINT");
            case INT16 -> toInteger(sql, from, "SMALLINT");
            case INT32 -> toInteger(sql, from, "INTEGER");
            case INT64 -> toWhole(sql, from, "BIGINT");
            case UINT8 -> toInteger(sql, from, "UTINYINT");
            case UINT16 -> toInteger(sql, from, "USMALLINT");
            case UINT32 -> toInteger(sql, from, "UINTEGER");
            case FLOAT32, FLOAT64 -> toNumber(sql, from);
            case BOOLEAN -> cast(sql, "BOOLEAN");
            case DATE -> toMoment(sql, from, "DATE");
            case DATETIME -> toMoment(sql, from, "TIMESTAMP");
        };
    }

    private static String cast(String sql, String type) {
        return "CAST(" + sql + " AS " + type + ")";
    }

    private static String tryCast(String sql, String type) {
        return "TRY_CAST(" + sql + " AS " + type + ")";
    }

    private static String toText(String sql, ValueType from) {
        return switch (from) {
            case TEXT -> sql;
            case INTEGER, BOOLEAN, DATE -> cast(sql, "VARCHAR");
            case TIMESTAMP -> "strftime(" + sql + ", '%Y-%m-%d %H:%M:%S.%f')";
            case NUMBER -> numberToText(sql);
            case TABLE -> throw ValueType.noTables();
        };
    }

    /** DuckDB writes {@code nan}, {@code 1e-07} and {@code 1.5e-05} for {@code NaN}, {@code 1e-7} and {@code 0.000015}. */
    private static String numberToText(String sql) {
        String text = "replace(replace(" + cast(sql, "VARCHAR") + ", '-nan', 'nan'), 'nan', 'NaN')";
        String decimals = "regexp_replace(" + text + ", '^(-?)([0-9])\\.?([0-9]*)e-05$', '\\10.0000\\2\\3')";
        return "replace(" + decimals + ", 'e-0', 'e-')";
    }

    private static String toInteger(String sql, ValueType from, String type) {
        return cast(toWhole(sql, from, type), "BIGINT");
    }

    private static String toWhole(String sql, ValueType from, String type) {
        return switch (from) {
            case NUMBER -> tryCast("trunc(" + sql + ")", type);
            case TEXT -> tryCast("regexp_extract(" + sql + ", '^[+-]?[0-9]+$')", type);
            case INTEGER, BOOLEAN, DATE, TIMESTAMP -> tryCast(sql, type);
            case TABLE -> throw ValueType.noTables();
        };
    }

    private static String toNumber(String sql, ValueType from) {
        String number = "^[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?$|^[+-]?(?i:inf|infinity|nan)$";
        return from == ValueType.TEXT
                ? tryCast("regexp_extract(" + sql + ", '" + number + "')", "DOUBLE")
                : cast(sql, "DOUBLE");
    }

    private static String toMoment(String sql, ValueType from, String type) {
        String date = "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}";
        String time = "(?:[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,6})?)?)?";
        if (from != ValueType.TEXT) {
            return cast(sql, type);
        }
        String pattern = "^" + date + (type.equals("TIMESTAMP") ? time : "") + "$";
        return tryCast("regexp_extract(" + sql + ", '" + pattern + "')", type);
    }

    @Override
    public String arithmetic(ArithmeticOperator operator, String left, String right, ValueType type) {
        boolean whole = type == ValueType.INTEGER;
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY -> (whole ? "TRY(" : "(") + left + " " + operator.symbol() + " " + right + ")";
            case DIVIDE -> "(" + left + " / " + right + ")";
            case FLOOR_DIVIDE -> whole ? floorDivide(left, right) : "floor(" + left + " / " + right + ")";
            case MODULO ->
                whole ? modulo(left, right) : "(" + left + " - floor(" + left + " / " + right + ") * " + right + ")";
        };
    }

    /** {@code //} rounds towards zero, so the dividend is first made positive by a multiple of the divisor. */
    private static String floorDivide(String left, String right) {
        String divisor = "abs(" + cast(right, "HUGEINT") + ")";
        String dividend = cast(left, "HUGEINT") + " * sign(" + right + ") + " + SHIFT + " * " + divisor;
        return tryCast("(" + dividend + ") // NULLIF(" + divisor + ", 0) - " + SHIFT, "BIGINT");
    }

    /** {@code %} has the sign of the dividend, so the divisor is added and taken off again. */
    private static String modulo(String left, String right) {
        String divisor = "NULLIF(" + cast(right, "HUGEINT") + ", 0)";
        return cast(
                "((" + cast(left, "HUGEINT") + " % " + divisor + " + " + divisor + ") % " + divisor + ")", "BIGINT");
    }

    @Override
    public String negate(String sql, ValueType type) {
        return type == ValueType.INTEGER ? "TRY(" + integer(0) + " - " + sql + ")" : "(- " + sql + ")";
    }

    @Override
    public String absolute(String sql, ValueType type) {
        return type == ValueType.INTEGER ? "TRY(abs(" + sql + "))" : "abs(" + sql + ")";
    }

    @Override
    public String round(String sql, int decimals) {
        return "round_even(" + sql + ", " + decimals + ")";
    }

    @Override
    public String concatenate(String left, String right) {
        return "(" + left + " || " + right + ")";
    }

    @Override
    public String matches(String text, RegexPattern pattern) {
        return "regexp_matches(" + text + ", " + text(pattern.portable()) + ")";
    }

    @Override
    public String replaceFirst(String text, RegexPattern pattern, Replacement replacement) {
        StringBuilder template = new StringBuilder();
        for (Replacement.Part part : replacement.parts()) {
            if (part instanceof Replacement.Text characters) {
                template.append(characters.characters().replace("\\", "\\\\"));
            } else if (part instanceof Replacement.Group group) {
                template.append('\\').append(group.number());
            }
        }
        return "regexp_replace(" + text + ", " + text(pattern.portable()) + ", " + text(template.toString()) + ")";
    }

    @Override
    public String contains(String text, String part) {
        return "contains(" + text + ", " + part + ")";
    }

    @Override
    public String startsWith(String text, String prefix) {
        return "prefix(" + text + ", " + prefix + ")";
    }

    @Override
    public String endsWith(String text, String suffix) {
        return "suffix(" + text + ", " + suffix + ")";
    }

    @Override
    public String slice(String text, long offset, OptionalLong length) {
        long start = Math.max(-MAX_CHARACTERS, Math.min(MAX_CHARACTERS, offset));
        long characters = Math.min(MAX_CHARACTERS, length.orElse(MAX_CHARACTERS));
        return "substring(" + text + ", " + (start >= 0 ? start + 1 : start) + ", " + characters + ")";
    }

    @Override
    public String lower(String text) {
        return "lower(" + text + ")";
    }

    @Override
    public String upper(String text) {
        return "upper(" + text + ")";
    }

    @Override
    public String length(String text) {
        return "length(" + text + ")";
    }

    @Override
    public String readTime(String text, TimeFormat format) {
        return DuckDbTimes.read(this, text, format);
    }

    @Override
    public String writeTime(String sql, TimeFormat format) {
        return DuckDbTimes.write(this, sql, format);
    }

    @Override
    public String timePart(TimePart part, String sql) {
        String function = part == TimePart.WEEKDAY ? "isodow" : part.name().toLowerCase(Locale.ROOT);
        return function + "(" + sql + ")";
    }

    @Override
    public String microseconds(String from, String to) {
        return "TRY(epoch_us(" + to + ") - epoch_us(" + from + "))";
    }

    @Override
    public String seconds(String microseconds) {
        return "(" + microseconds + " // CAST(1000000 AS BIGINT))";
    }
}
