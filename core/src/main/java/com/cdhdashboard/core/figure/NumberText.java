package com.cdhdashboard.core.figure;

import com.cdhdashboard.core.metric.Score.Format;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as people read them. Decimals of rates follow their interval, so that the last digit shown still means
 * something; what is not available is an en dash.
 *
 * <p>Signs are typographic: U+2212 for minus, a no-break space before {@code %} and units.
 */
public final class NumberText {
    public static final String NOT_AVAILABLE = "–";

    private static final char MINUS = '\u2212';
    private static final String SPACE = "\u00a0";
    private static final int MAX_DECIMALS = 6;
    private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
    private static final double LARGEST_QUICK = 1e9;
    private static final double NEAR_MIDDLE = 1e-6;
    private static final int QUICK_LENGTH = 24;
    /** Below this a count is a double without loss. */
    private static final long EXACT = 1L << 53;
    /** From here on numbers are cut to a unit where there is little room. */
    private static final double COMPACT_FROM = 1_000_000;

    private NumberText() {}

    /** The number in full, as its kind asks for; NaN and infinities are not available. */
    public static String of(double value, Format format) {
        if (!Double.isFinite(value)) {
            return NOT_AVAILABLE;
        }
        return switch (format) {
            case PERCENT -> percent(value, Double.NaN);
            case INDEX -> index(value);
            case COUNT -> count(value);
            case MONEY -> money(value);
            case NUMBER, RATIO -> number(value);
            case P_VALUE -> pValue(value);
            case TEXT, TABLE -> NOT_AVAILABLE;
        };
    }

    /** Like {@link #of}, but numbers of a million and more as {@code 1.2 M}. */
    public static String compact(double value, Format format) {
        if (!(Math.abs(value) >= COMPACT_FROM) || !Double.isFinite(value) || format == Format.PERCENT) {
            return of(value, format);
        }
        double size = Math.abs(value);
        // The switch is at 999.5 of a unit, where rounding would show a four-digit number.
        if (size >= 999.5e9) {
            return fixed(value / 1e12, 1) + SPACE + "T";
        }
        if (size >= 999.5e6) {
            return fixed(value / 1e9, 1) + SPACE + "B";
        }
        return fixed(value / 1e6, 1) + SPACE + "M";
    }

    /**
     * A share as percent.
     *
     * @param halfWidth half the width of the share's 95 % interval: one unit of the last digit shown is at most half of
     *     it, and at least one digit of the share shows; not finite or 0: three significant digits
     */
    public static String percent(double share, double halfWidth) {
        if (!Double.isFinite(share)) {
            return NOT_AVAILABLE;
        }
        return fixed(share * 100, decimals(share * 100, halfWidth * 100)) + SPACE + "%";
    }

    /** A share with its interval, such as {@code 3.2 % (2.9–3.5 %)}. */
    public static String percentWithInterval(double share, double low, double high) {
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            return percent(share, Double.NaN);
        }
        int decimals = decimals(share * 100, (high - low) * 50);
        return fixed(share * 100, decimals) + SPACE + "% (" + fixed(low * 100, decimals) + " to "
                + fixed(high * 100, decimals) + SPACE + "%)";
    }

    /** The difference of two shares in percentage points, with its sign. */
    public static String percentagePoints(double difference) {
        if (!Double.isFinite(difference)) {
            return NOT_AVAILABLE;
        }
        double points = difference * 100;
        return signed(points, significantDecimals(points, 2)) + SPACE + "pp";
    }

    /** A relative change, such as 0.12 for an eighth more, with its sign. */
    public static String relativeChange(double change) {
        if (!Double.isFinite(change)) {
            return NOT_AVAILABLE;
        }
        return signed(change * 100, Math.abs(change) < 0.1 ? 1 : 0) + SPACE + "%";
    }

    /** {@code p = 0.013}, or {@code p < 0.001} for smaller values. */
    public static String pValue(double p) {
        if (!Double.isFinite(p)) {
            return NOT_AVAILABLE;
        }
        return p < 0.001 ? "p < 0.001" : "p = " + fixed(p, 3);
    }

    /** How many there are of something: {@code 1,234,567}. */
    public static String count(long number) {
        return number > -EXACT && number < EXACT ? fixed((double) number, 0) : fixed(BigDecimal.valueOf(number), 0);
    }

    private static String count(double value) {
        return fixed(value, value == Math.rint(value) ? 0 : 1);
    }

    private static String money(double value) {
        return fixed(value, Math.abs(value) >= 1000 || value == Math.rint(value) ? 0 : 2);
    }

    /** An index with its interval, such as {@code 0.644 (0.612 to 0.676)}. */
    public static String indexWithInterval(double value, double low, double high) {
        return Double.isFinite(value) && Double.isFinite(low) && Double.isFinite(high)
                ? index(value) + " (" + index(low) + " to " + index(high) + ")"
                : of(value, Format.INDEX);
    }

    /** The difference of two measures from 0 to 1, with its sign. */
    public static String indexChange(double difference) {
        return Double.isFinite(difference) ? signed(difference, 3) : NOT_AVAILABLE;
    }

    private static String index(double value) {
        return fixed(value, Math.abs(value) >= 0.1 || value == 0 ? 3 : significantDecimals(value, 3));
    }

    private static String number(double value) {
        if (Math.abs(value) >= 1000) {
            return fixed(value, 0);
        }
        return fixed(value, Math.abs(value) >= 0.1 || value == 0 ? 2 : significantDecimals(value, 2));
    }

    private static int decimals(double percent, double halfWidth) {
        if (Double.isFinite(halfWidth) && halfWidth > 0) {
            int justified = (int) Math.ceil(-Math.log10(halfWidth / 2));
            int visible = percent == 0 ? 0 : significantDecimals(percent, 1);
            return Math.max(visible, Math.max(0, Math.min(MAX_DECIMALS, justified)));
        }
        return percent == 0 ? 0 : significantDecimals(percent, 3);
    }

    /** The decimals that show so many digits of a number below 10; never more than six. */
    private static int significantDecimals(double value, int digits) {
        if (value == 0) {
            return digits - 1;
        }
        int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
        return Math.max(0, Math.min(MAX_DECIMALS, digits - 1 - magnitude));
    }

    private static String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        boolean plus = value > 0 && text.chars().anyMatch(c -> c >= '1' && c <= '9');
        return plus ? "+" + text : text;
    }

    /**
     * Rounds half up the decimal number that is written for the value, and groups by thousands; as {@code String.format}
     * would, at a small part of its time.
     */
    public static String fixed(double value, int decimals) {
        double scaled = Math.abs(value) * POWERS[Math.min(decimals, MAX_DECIMALS)];
        double below = Math.floor(scaled);
        // Within this of the middle, the product's own rounding could decide.
        boolean clear = Math.abs(scaled - below - 0.5) > NEAR_MIDDLE;
        if (decimals > MAX_DECIMALS || !clear || !(scaled < LARGEST_QUICK)) {
            return fixed(BigDecimal.valueOf(value), decimals);
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
