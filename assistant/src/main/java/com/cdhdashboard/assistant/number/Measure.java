package com.cdhdashboard.assistant.number;

import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Scores;

/** What kind of number an answer holds, which decides with which unit a text may write it. */
enum Measure {
    SHARE,
    /** The difference of two shares. */
    POINTS,
    RATIO,
    P_VALUE,
    PLAIN,
    UNKNOWN;

    private static final String BEFORE = "_before";
    private static final String DIFFERENCE = "_difference";
    private static final String RELATIVE_CHANGE = "_relative_change";

    /**
     * Of a column or field.
     *
     * @param shown as pages write the number; empty where the answer does not say
     */
    static Measure of(String column, String shown) {
        if (column.endsWith(RELATIVE_CHANGE)) {
            return SHARE;
        }
        if (column.contains(DIFFERENCE)) {
            Measure base = of(column.substring(0, column.indexOf(DIFFERENCE)), "");
            return base == SHARE ? POINTS : base;
        }
        if (column.endsWith(BEFORE)) {
            return of(column.substring(0, column.length() - BEFORE.length()), "");
        }
        if (shown.endsWith("pp") || shown.endsWith("%")) {
            return shown.endsWith("%") ? SHARE : POINTS;
        }
        return Scores.find(column).map(Measure::of).orElse(shown.isEmpty() ? UNKNOWN : RATIO);
    }

    private static Measure of(Score score) {
        return switch (score.format()) {
            case PERCENT, INDEX -> SHARE;
            case RATIO -> RATIO;
            case P_VALUE -> P_VALUE;
            case COUNT, MONEY, NUMBER, TEXT, TABLE -> PLAIN;
        };
    }

    boolean fits(Unit unit) {
        return switch (unit) {
            case NONE -> true;
            case PERCENT, PERMILLE -> this == SHARE || this == UNKNOWN;
            case POINTS, BASIS_POINTS -> this == POINTS || this == UNKNOWN;
            case TIMES -> this == RATIO || this == UNKNOWN;
            case FRACTION -> this == SHARE || this == RATIO || this == UNKNOWN;
            case PLACE, VAGUE -> false;
        };
    }
}
