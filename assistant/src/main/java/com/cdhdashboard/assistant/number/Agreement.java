package com.cdhdashboard.assistant.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Whether a number of a text is one that a tool answered, at the precision of the text: rounded to its decimals it is the same,
 * and not far from it.
 */
final class Agreement {
    private static final BigDecimal FARTHEST = new BigDecimal("0.1");
    /** Pages show a single digit where more would not be justified. */
    private static final BigDecimal FARTHEST_DIGIT = new BigDecimal("0.35");

    private static final BigDecimal LARGEST_SHARE = BigDecimal.valueOf(100);
    /** What "half" and "twice" allow. */
    private static final BigDecimal ABOUT = new BigDecimal("0.05");

    /** What becomes of the sign. */
    enum Result {
        NONE,
        SAME,
        /** The text leaves out a minus. */
        UNSIGNED
    }

    private Agreement() {}

    static Result of(Numeral numeral, Fact fact) {
        BigDecimal size = fact.value().abs();
        boolean whole = fact.value().scale() <= 0 && size.compareTo(BigDecimal.ONE) > 0;
        boolean share = fact.measure() == Measure.UNKNOWN
                && numeral.unit().isShare()
                && (whole || size.compareTo(LARGEST_SHARE) > 0);
        if (share || !fact.measure().fits(numeral.unit())) {
            return Result.NONE;
        }
        return numeral.values().stream()
                .map(value -> compare(numeral, value, fact))
                .filter(result -> result != Result.NONE)
                .findFirst()
                .orElse(Result.NONE);
    }

    private static Result compare(Numeral numeral, BigDecimal value, Fact fact) {
        BigDecimal meant = fact.value().movePointRight(numeral.unit().shift()).movePointLeft(numeral.power());
        BigDecimal size = meant.abs();
        boolean agrees = numeral.approximate() ? isAbout(value, size, fact) : isRounded(numeral, value, size);
        if (!agrees) {
            return Result.NONE;
        }
        boolean negative = fact.value().signum() < 0;
        if (numeral.sign() == 0) {
            return negative ? Result.UNSIGNED : Result.SAME;
        }
        boolean same = fact.value().signum() == 0 || numeral.sign() < 0 == negative;
        return same ? Result.SAME : Result.NONE;
    }

    private static boolean isAbout(BigDecimal value, BigDecimal size, Fact fact) {
        BigDecimal change = BigDecimal.ONE.add(fact.value());
        boolean relative = fact.column().toLowerCase(Locale.ROOT).contains("change");
        return near(value, size, ABOUT) || (relative && near(value, change, ABOUT));
    }

    private static boolean isRounded(Numeral numeral, BigDecimal value, BigDecimal size) {
        boolean small = numeral.isSmallCount() && size.stripTrailingZeros().scale() > 0;
        if (small || value.signum() == 0) {
            return value.signum() == 0 && size.signum() == 0;
        }
        int decimals = value.scale();
        boolean rounded = size.setScale(decimals, RoundingMode.HALF_UP).compareTo(value) == 0
                || size.setScale(decimals, RoundingMode.HALF_EVEN).compareTo(value) == 0;
        boolean oneDigit = numeral.power() == 0 && decimals >= 0 && value.compareTo(BigDecimal.TEN) < 0;
        return rounded && near(value, size, oneDigit ? FARTHEST_DIGIT : FARTHEST);
    }

    private static boolean near(BigDecimal value, BigDecimal size, BigDecimal share) {
        return value.subtract(size).abs().compareTo(size.abs().multiply(share)) <= 0;
    }
}
