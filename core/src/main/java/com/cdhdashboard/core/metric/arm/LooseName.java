package com.cdhdashboard.core.metric.arm;

import java.util.Locale;

/**
 * Names of arms as people mean them: upper and lower case are alike, and blanks at the ends are none of the name. That is
 * one rule for experiments and control groups, in memory and in SQL.
 */
public final class LooseName {
    /** Every character that looks like nothing: spaces of any width, tabs, line ends, no-break spaces. */
    public static final String BLANKS =
            "\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
                    + "\u200A\u200B\u2028\u2029\u202F\u205F\u3000\uFEFF";

    private LooseName() {}

    /** The name without blanks at its ends. */
    public static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && BLANKS.indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && BLANKS.indexOf(name.charAt(to - 1)) >= 0) {
            to--;
        }
        return name.substring(from, to);
    }

    /** What names that mean the same have in common. */
    public static String key(String name) {
        return trimmed(name).toLowerCase(Locale.ROOT);
    }
}
