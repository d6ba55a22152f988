package com.cdhdashboard.app.view;

import static com.cdhdashboard.core.figure.NumberText.fixed;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, sizes and times as the pages write them; the same in every locale of the server. */
public final class NumberText {
    /** Shown where there is no value. */
    public static final String NONE = "–";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private NumberText() {}

    /** {@code 1,234,567}. */
    public static String count(long value) {
        return com.cdhdashboard.core.figure.NumberText.count(value);
    }

    /** {@code 1.2 M} from a hundred thousand on, {@code 99,999} below. */
    public static String compact(double value) {
        double size = Math.abs(value);
        if (size >= 1e9) {
            return decimals(value / 1e9, 1) + " B";
        }
        if (size >= 1e6) {
            return decimals(value / 1e6, 1) + " M";
        }
        return size >= 1e5 ? decimals(value / 1e3, 0) + " k" : decimals(value, 0);
    }

    /** With thousands separators and a fixed number of decimals. */
    public static String decimals(double value, int decimals) {
        return Double.isFinite(value) ? fixed(value, decimals) : NONE;
    }

    /** A share as {@code 12.3 %}. */
    public static String percent(double share, int decimals) {
        return decimals(100 * share, decimals) + " %";
    }

    /** As many decimals of a percentage as a half-width of its interval justifies, 0 to 4; 2 where it is not known. */
    public static int percentDecimals(double halfWidth) {
        return halfWidth > 0 && halfWidth < 1
                ? (int) Math.max(0, Math.min(4, Math.ceil(-Math.log10(100 * halfWidth))))
                : 2;
    }

    /** {@code 0.013}, or {@code < 0.001}. */
    public static String probability(double p) {
        return p < 0.001 ? "< 0.001" : decimals(p, 3);
    }

    /** {@code 4.2 MB}. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double value = bytes / 1000.0;
        int unit = 0;
        while (value >= 999.95 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return decimals(value, 1) + " " + units[unit];
    }

    /** {@code 8 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, (duration.toMillis() + 500) / 1000);
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    /** {@code 10 Jan 2025}. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }
}
