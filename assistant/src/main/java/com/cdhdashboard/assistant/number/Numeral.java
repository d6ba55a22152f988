package com.cdhdashboard.assistant.number;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/**
 * A number as a text writes it.
 *
 * @param from where it begins in the text, {@code to} where it ends, unit included
 * @param values what the digits may say, the likeliest first; each with its decimals
 * @param power of ten that a word or letter behind the digits stands for
 * @param sign 1 with a plus, -1 with a minus, 0 without
 * @param approximate whether it is a word for a ratio, such as half
 */
record Numeral(
        int from, int to, String text, List<BigDecimal> values, int power, int sign, Unit unit, boolean approximate)
        implements Written {
    Numeral {
        requireNonNull(text, "text");
        values = List.copyOf(values);
        requireNonNull(unit, "unit");
    }

    /** A number in words. */
    static Numeral word(int from, int to, String text, BigDecimal value, Unit unit) {
        return new Numeral(from, to, text, List.of(value), 0, 0, unit, unit == Unit.TIMES || unit == Unit.FRACTION);
    }

    Numeral withUnit(Unit other) {
        return new Numeral(from, to, text, values, power, sign, other, approximate);
    }

    Numeral withPower(int other) {
        return new Numeral(from, to, text, values, other, sign, unit, approximate);
    }

    /** The one value of a plain number without unit, as counts of things are written. */
    boolean isSmallCount() {
        return unit == Unit.NONE
                && power == 0
                && sign == 0
                && !values.isEmpty()
                && values.get(0).scale() <= 0
                && values.get(0).compareTo(BigDecimal.TEN) <= 0;
    }
}
