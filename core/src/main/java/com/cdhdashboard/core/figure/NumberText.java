package com.cdhdashboard.core.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers within texts: alone, with their interval, as a change. {@link ShownNumber} decides how many digits they have.
 *
 * <p>Signs are typographic: U+2212 for minus, a no-break space before {@code %} and units.
 */
public final class NumberText {
    public static final String NOT_AVAILABLE = ShownNumber.NOT_AVAILABLE;

    static final char MINUS = '\u2212';
    private static final String SPACE = "\u00a0";
    private static final int MAX_DECIMALS = 6;
    private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
    private static final double LARGEST_QUICK = 1e9;
    private static final double NEAR_MIDDLE = 1e-6;
    private static final int QUICK_LENGTH = 24;
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    /** Below this a count is a double without loss. */
    private static final long EXACT = 1L << 53;

    private NumberText() {}

    /** The number as its kind asks for; NaN and infinities are not available. */
    public static String of(double value, Format format) {
        return ShownNumber.of(value, format).text();
    }

    /** A number with its 95 % interval, such as {@code 3.2 % (2.9 to 3.5 %)}; alone where there is none. */
    public static String withInterval(double value, Format format, double low, double high) {
        ShownNumber number = ShownNumber.of(value, format, (high - low) / 2);
        if (number.form() != ShownNumber.Form.DECIMAL || !Double.isFinite(low) || !Double.isFinite(high)) {
            return number.text();
        }
        return number.text() + " (" + number.with(low).digits() + " to "
                + number.with(high).text() + ")";
    }

    /**
     * A difference of two figures with its sign; of shares in percentage points.
     *
     * @param halfWidth half the width of its 95 % interval, in the unit of the value; not finite: not known
     */
    public static String difference(double difference, Format format, double halfWidth) {
        String text = signed(ShownNumber.of(difference, format, halfWidth));
        return format == Format.PERCENT && Double.isFinite(difference) ? text + SPACE + "pp" : text;
    }

    /** A relative change, such as 0.12 for an eighth more, with its sign. */
    public static String relativeChange(double change) {
        String text = signed(ShownNumber.of(change, Format.PERCENT));
        return Double.isFinite(change) ? text + SPACE + "%" : text;
    }

    /** {@code p = 0.013}, or {@code p < 0.001} for smaller values. */
    public static String pValue(double p) {
        ShownNumber number = ShownNumber.of(p, Format.P_VALUE);
        return switch (number.form()) {
            case ABSENT -> number.text();
            case BELOW -> "p " + number.text();
            case DECIMAL, SCIENTIFIC -> "p = " + number.text();
        };
    }

    /** How many there are of something: {@code 1,234,567}. */
    public static String count(long number) {
        return number > -EXACT && number < EXACT ? fixed((double) number, 0) : fixed(BigDecimal.valueOf(number), 0);
    }

    /** A change too small for its digits is none, and never written with a power of ten. */
    private static String signed(ShownNumber change) {
        if (change.form() == ShownNumber.Form.ABSENT) {
            return NOT_AVAILABLE;
        }
        String text = fixed(change.value(), change.decimals(), change.format() == Format.PERCENT ? 2 : 0);
        boolean plus = change.value() > 0 && text.chars().anyMatch(c -> c >= '1' && c <= '9');
        return plus ? "+" + text : text;
    }

    /** Two digits and a power of ten: {@code 1.2E-9}. */
    static String scientific(BigDecimal value) {
        BigDecimal rounded = value.abs().round(TWO_DIGITS);
        int exponent = rounded.precision() - rounded.scale() - 1;
        return (value.signum() < 0 ? String.valueOf(MINUS) : "") + fixed(rounded.movePointLeft(exponent), 1) + "E"
                + exponent;
    }

    /**
     * Rounds half up the decimal number that is written for the value, and groups by thousands; as {@code String.format}
     * would, at a small part of its time.
     */
    public static String fixed(double value, int decimals) {
        return fixed(value, decimals, 0);
    }

    /** As {@link #fixed(double, int)}, after moving the point so many places to the right. */
    static String fixed(double value, int decimals, int shift) {
        int power = Math.min(decimals + shift, POWERS.length - 1);
        double scaled = Math.abs(value) * POWERS[power];
        double below = Math.floor(scaled);
        // Within this of the middle, the product's own rounding could decide.
        boolean clear = Math.abs(scaled - below - 0.5) > NEAR_MIDDLE;
        if (decimals > MAX_DECIMALS || power < decimals + shift || !clear || !(scaled < LARGEST_QUICK)) {
            return fixed(BigDecimal.valueOf(value).movePointRight(shift), decimals);
        }
        long rounded = (long) below + (scaled - below > 0.5 ? 1 : 0);
        return quick(value < 0 && rounded != 0, rounded, decimals);
    }

    /** The digits of a number that was multiplied by a power of ten. */
    private static String quick(boolean negative, long scaled, int decimals) {
        char[] text = new char[QUICK_LENGTH];
        int start = text.length;
        long rest = scaled;
        for (int place = 0; rest != 0 || place <= decimals; place++) {
            int whole = place - decimals;
            if (whole == 0 && decimals > 0) {
                text[--start] = '.';
            } else if (whole > 0 && whole % 3 == 0) {
                text[--start] = ',';
            }
            text[--start] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        if (negative) {
            text[--start] = MINUS;
        }
        return new String(text, start, text.length - start);
    }

    /** As {@link #fixed(double, int)}, for numbers of any size. */
    public static String fixed(BigDecimal value, int decimals) {
        BigDecimal rounded = value.abs().setScale(decimals, RoundingMode.HALF_UP);
        String plain = rounded.toPlainString();
        int point = decimals == 0 ? plain.length() : plain.length() - decimals - 1;
        StringBuilder text = new StringBuilder(plain);
        for (int place = point - 3; place > 0; place -= 3) {
            text.insert(place, ',');
        }
        return value.signum() < 0 && rounded.signum() != 0 ? MINUS + text.toString() : text.toString();
    }
}
