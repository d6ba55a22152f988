package com.cdhdashboard.core.figure;

/** The number formats that Plotly itself applies, in the notation of d3-format: ticks of axes and colour bars. */
public final class TickFormat {
    /** The most ticks that a scale has. */
    private static final int STEPS = 10;

    private TickFormat() {}

    /**
     * The format of an axis.
     *
     * @param largest the largest absolute value drawn, which decides on decimals
     */
    public static String of(Format format, double largest) {
        return switch (format) {
            case PERCENT -> "." + percentDecimals(largest) + "~%";
            case COUNT, MONEY -> ",~f";
            case INDEX -> ".3~g";
            case NUMBER, RATIO -> largest >= 1000 ? ",~f" : ".3~g";
            case P_VALUE -> ".3~f";
            case TEXT, TABLE -> "";
        };
    }

    /** The format of one number with its digits. */
    public static String of(ShownNumber number) {
        return ",." + number.decimals() + (number.format() == Format.PERCENT ? "%" : "f");
    }

    /** The format of a scale from a least to a greatest value, which may lie so close that only late digits differ. */
    public static String between(Format format, double least, double greatest) {
        double step = (greatest - least) / STEPS;
        if (format == Format.INDEX && step > 0) {
            return "." + Math.max(3, Math.min(6, (int) Math.ceil(-Math.log10(step)))) + "~f";
        }
        return of(format, Math.max(Math.abs(least), Math.abs(greatest)));
    }

    private static int percentDecimals(double largest) {
        if (!(largest > 0) || largest >= 0.1) {
            return 1;
        }
        return Math.min(6, (int) Math.ceil(-Math.log10(largest)));
    }
}
