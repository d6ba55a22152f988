package com.cdhdashboard.core.expression.sql;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.expression.ArithmeticOperator;
import com.cdhdashboard.core.expression.DataType;
import com.cdhdashboard.core.expression.pattern.RegexPattern;
import com.cdhdashboard.core.expression.pattern.Replacement;
import com.cdhdashboard.core.expression.pattern.TimeFormat;
import java.time.LocalDateTime;
import java.util.OptionalLong;

/**
 * What differs between engines in the SQL of scalar expressions. Every method takes SQL of operands and gives SQL that
 * can stand as an operand itself; nothing it gives may fail on any row.
 *
 * <p>SQL of a {@link ValueType} has the engine's type for it: 64-bit for whole numbers and numbers, microseconds
 * without zone for timestamps. Common to all engines, and so not here: {@code AND OR NOT CASE COALESCE IN IS NULL} and
 * comparisons, with NaN equal to itself and above all numbers.
 */
public interface SqlDialect {
    /** A quoted name; every character of it is part of the name. */
    String identifier(String name);

    /** A quoted text; every character of it is part of the text. */
    String text(String value);

    String integer(long value);

    String number(double value);

    String timestamp(LocalDateTime value);

    /** The null of a type. */
    String missing(ValueType type);

    /**
     * A value as another type, null where it is none of that type. Numbers lose their decimals on the way to whole
     * numbers; texts of numbers are written {@code 1.0}, {@code 1e-10}, {@code NaN}, of timestamps
     * {@code 2024-12-31 23:59:59.000000}.
     */
    String convert(String sql, ValueType from, DataType to);

    /**
     * Arithmetic on two operands of {@code type}; whole numbers that leave 64 bits, or are divided by zero, are null.
     * {@link ArithmeticOperator#DIVIDE} is asked for {@code NUMBER} only.
     */
    String arithmetic(ArithmeticOperator operator, String left, String right, ValueType type);

    String negate(String sql, ValueType type);

    String absolute(String sql, ValueType type);

    /** A number rounded to decimals, halves to the even digit. */
    String round(String sql, int decimals);

    /** Two texts as one. */
    String concatenate(String left, String right);

    /** Whether a pattern matches anywhere in a text. */
    String matches(String text, RegexPattern pattern);

    /** A text with the first match replaced. */
    String replaceFirst(String text, RegexPattern pattern, Replacement replacement);

    /** Whether a text contains another, as it is. */
    String contains(String text, String part);

    String startsWith(String text, String prefix);

    String endsWith(String text, String suffix);

    /**
     * Characters of a text.
     *
     * @param offset from the start, or where negative from the end; beyond the start counts as the part that is not
     *     there
     * @param length at most so many; absent: to the end
     */
    String slice(String text, long offset, OptionalLong length);

    String lower(String text);

    String upper(String text);

    /** The number of characters. */
    String length(String text);

    /** The timestamp a text says, null where it says none in that format. */
    String readTime(String text, TimeFormat format);

    /** A date or timestamp as text. */
    String writeTime(String sql, TimeFormat format);

    /** A part of a date or timestamp, as a whole number; weekdays count from Monday = 1. */
    String timePart(TimePart part, String sql);

    /** Microseconds from one timestamp to another. */
    String microseconds(String from, String to);

    /** Microseconds as whole seconds, towards zero. */
    String seconds(String microseconds);

    /** The parts a moment can be asked for. */
    enum TimePart {
        YEAR,
        QUARTER,
        MONTH,
        DAY,
        WEEKDAY,
        HOUR,
        MINUTE,
        SECOND
    }
}
