package com.cdhdashboard.core.figure;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number as people read it, everywhere: in cells, hover texts, cards, explanations, workbooks and on the command line.
 * How many digits it has depends on the number, what kind of number it is and how precisely it is known, and on nothing
 * around it, so that the same number never reads in two ways.
 *
 * <ul>
 *   <li>Of a number with a 95 % interval one unit of the last decimal is at most a quarter of the interval's width, and
 *       a digit that is not 0 shows where six
 *       decimals have one; indices have at least two decimals, and with other numbers three from 0.01 to 0.1.
 *   <li>Without an interval: percent have three significant digits; indices three decimals, below 0.1 three significant
 *       digits; whole numbers none; money and other numbers two decimals, below 0.1 two significant digits, from 1,000
 *       on none; fractions of counts one.
 *   <li>A p-value has three decimals, or is below 0.001.
 *   <li>What six decimals would show as 0, and what has more than 15 digits, is written with a power of ten.
 * </ul>
 *
 * <p>The same in every locale: a point before decimals, commas between thousands, U+2212 for minus, a no-break space
 * before {@code %}. Halves are rounded away from zero.
 *
 * @param value unrounded; NaN and infinities are not available
 * @param decimals of the number as it is written, so of a percentage for a share
 */
public record ShownNumber(double value, Format format, Form form, int decimals) {
    public static final String NOT_AVAILABLE = "–";

    static final double LEAST_P = 0.001;
    private static final String PERCENT = "\u00a0%";
    private static final int MAX_DECIMALS = 6;
    private static final int P_DECIMALS = 3;
    /** With one, an area beside one half would read as one half. */
    private static final int LEAST_OF_INDEX = 2;

    /** Between a hundredth and a tenth two digits tell, as in 0.061 beside 0.076. */
    private static final int LEAST_OF_SMALL = 3;

    private static final double SMALL = 0.01;

    private static final double LARGE = 1000;
    /** From here on a double does not hold every whole number that is written. */
    private static final double TOO_LONG = 1e15;
    /** Sums of shares that make whole numbers miss them by less. */
    private static final double NOISE = 1e-9;

    /** How the digits are arranged. */
    public enum Form {
        DECIMAL,
        /** A power of ten, for what is far too small to be written out. */
        SCIENTIFIC,
        /** Only that it is less than the least p-value written. */
        BELOW,
        ABSENT
    }

    public ShownNumber {
        requireNonNull(format, "format");
        requireNonNull(form, "form");
    }

    /** A number of which no interval is known. */
    public static ShownNumber of(double value, Format format) {
        return of(value, format, Double.NaN);
    }

    /**
     * A number with what is known of its precision.
     *
     * @param halfWidth half the width of its 95 % interval, in the unit of the value; not finite or 0: not known
     */
    public static ShownNumber of(double value, Format format, double halfWidth) {
        if (!Double.isFinite(value) || !format.isNumber()) {
            return new ShownNumber(value, format, Form.ABSENT, 0);
        }
        if (format == Format.P_VALUE) {
            return new ShownNumber(value, format, value < LEAST_P ? Form.BELOW : Form.DECIMAL, P_DECIMALS);
        }
        double written = written(value, format);
        boolean bounded = Double.isFinite(halfWidth) && halfWidth > 0;
        int decimals = bounded
                ? Math.max(least(written, format), justified(written, written(halfWidth, format)))
                : usual(written, format);
        return new ShownNumber(
                value, format, isFar(written, decimals, bounded) ? Form.SCIENTIFIC : Form.DECIMAL, decimals);
    }

    /** A parameter of a model, with the digits that papers print, whatever its interval. */
    public static ShownNumber parameter(double value) {
        double size = Math.abs(value);
        int decimals = size >= LARGE ? 0 : size >= 100 ? 1 : size >= 0.01 ? 3 : MAX_DECIMALS;
        return new ShownNumber(value, Format.NUMBER, Double.isFinite(value) ? Form.DECIMAL : Form.ABSENT, decimals);
    }

    /** Another number with the digits of this one, such as an end of its interval. */
    public ShownNumber with(double other) {
        if (form == Form.SCIENTIFIC || form == Form.ABSENT) {
            return of(other, format);
        }
        return new ShownNumber(other, format, Double.isFinite(other) ? Form.DECIMAL : Form.ABSENT, decimals);
    }

    /** Whether it has too many digits, or none within the decimals although it is not 0. */
    private static boolean isFar(double written, int decimals, boolean bounded) {
        boolean vanishes = !bounded && written != 0 && Math.abs(written) < 0.5 * Math.pow(10, -decimals);
        return vanishes || Math.abs(written) >= TOO_LONG;
    }

    private static double written(double value, Format format) {
        return format == Format.PERCENT ? value * 100 : value;
    }

    /** So many that two propensities or areas that a chart tells apart do not read alike, however wide their intervals. */
    private static int least(double written, Format format) {
        double size = Math.abs(written);
        boolean small = size >= SMALL && size < 10 * SMALL;
        return switch (format) {
            case INDEX -> small ? LEAST_OF_SMALL : LEAST_OF_INDEX;
            case NUMBER, RATIO -> small ? LEAST_OF_SMALL : 0;
            case PERCENT, COUNT, MONEY, P_VALUE, TEXT, TABLE -> 0;
        };
    }

    private static int justified(double written, double halfWidth) {
        int justified = clamp((int) Math.ceil(-Math.log10(halfWidth / 2)));
        int visible = written == 0 ? 0 : significant(written, 1);
        return visible > MAX_DECIMALS ? justified : Math.max(justified, visible);
    }

    private static int usual(double written, Format format) {
        return switch (format) {
            case PERCENT -> written == 0 ? 0 : clamp(significant(written, 3));
            case INDEX -> written == 0 ? 3 : clamp(Math.max(3, significant(written, 3)));
            case COUNT -> isWhole(written) ? 0 : clamp(Math.max(1, significant(written, 1)));
            case MONEY, NUMBER, RATIO ->
                isWhole(written) || isLarge(written) ? 0 : clamp(Math.max(2, significant(written, 2)));
            case P_VALUE, TEXT, TABLE -> 0;
        };
    }

    private static boolean isWhole(double written) {
        double whole = Math.rint(written);
        return whole == 0 ? written == 0 : Math.abs(written - whole) <= NOISE * Math.abs(written);
    }

    /** Whether it is a thousand or more when written with two decimals. */
    private static boolean isLarge(double written) {
        return Math.abs(written) >= LARGE - 0.005;
    }

    /** The decimals that show so many digits from the first that is not 0, counted after rounding; may be negative. */
    private static int significant(double written, int digits) {
        int magnitude = (int) Math.floor(Math.log10(Math.abs(written)));
        int decimals = digits - 1 - magnitude;
        boolean carried = Math.abs(written) + 0.5 * Math.pow(10, -decimals) >= Math.pow(10, magnitude + 1);
        return carried ? decimals - 1 : decimals;
    }

    private static int clamp(int decimals) {
        return Math.max(0, Math.min(MAX_DECIMALS, decimals));
    }

    /** The value that the digits say. */
    public double rounded() {
        int places = format == Format.PERCENT ? decimals + 2 : decimals;
        return form == Form.DECIMAL
                ? BigDecimal.valueOf(value)
                        .setScale(places, RoundingMode.HALF_UP)
                        .doubleValue()
                : value;
    }

    /** The number with its sign and unit. */
    public String text() {
        return switch (form) {
            case ABSENT -> NOT_AVAILABLE;
            case BELOW -> "< " + NumberText.fixed(LEAST_P, P_DECIMALS);
            case SCIENTIFIC, DECIMAL -> digits() + unit();
        };
    }

    /** The number with its sign, without its unit. */
    String digits() {
        int shift = format == Format.PERCENT ? 2 : 0;
        return switch (form) {
            case SCIENTIFIC -> NumberText.scientific(BigDecimal.valueOf(value).movePointRight(shift));
            case DECIMAL -> NumberText.fixed(value, decimals, shift);
            case ABSENT, BELOW -> text();
        };
    }

    String unit() {
        return format == Format.PERCENT ? PERCENT : "";
    }

    /** The number format by which a spreadsheet shows the unrounded value as this text. */
    public String spreadsheetFormat() {
        String digits = "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals));
        String unit = format == Format.PERCENT ? "\"\u00a0\"%" : "";
        String positive = switch (form) {
            case BELOW -> "\"" + text() + "\"";
            case SCIENTIFIC -> "0.0E-0" + unit;
            case DECIMAL, ABSENT -> digits + unit;
        };
        boolean minus = form != Form.BELOW && text().charAt(0) == NumberText.MINUS;
        return value < 0 ? positive + ";" + (minus ? "\"" + NumberText.MINUS + "\"" : "") + positive : positive;
    }
}
