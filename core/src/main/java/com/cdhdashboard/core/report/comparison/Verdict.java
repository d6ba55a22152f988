package com.cdhdashboard.core.report.comparison;

import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.figure.ThemeColor;

/** Which arm of a comparison is better. Each has a colour of its own, and a mark or filling, as not all see colours. */
enum Verdict {
    TREATMENT("treatment better", Theme.ON_TARGET, "triangle-right", ""),
    UNDECIDED("undecided", Theme.OTHER, "circle", ""),
    CONTROL("control better", Theme.FAR_BELOW_TARGET, "triangle-left", "/");

    private final String title;
    private final ThemeColor color;
    private final String symbol;
    private final String pattern;

    Verdict(String title, ThemeColor color, String symbol, String pattern) {
        this.title = title;
        this.color = color;
        this.symbol = symbol;
        this.pattern = pattern;
    }

    /** By the interval of a figure that is {@code neutral} where both arms are alike. */
    static Verdict of(double low, double high, double neutral) {
        return low > neutral ? TREATMENT : high < neutral ? CONTROL : UNDECIDED;
    }

    String title() {
        return title;
    }

    String color() {
        return color.reference();
    }

    /** The mark of a point; hollow for a figure that was corrected. */
    String symbol(boolean hollow) {
        return hollow ? symbol + "-open" : symbol;
    }

    /** The filling of a bar. */
    String pattern() {
        return pattern;
    }
}
