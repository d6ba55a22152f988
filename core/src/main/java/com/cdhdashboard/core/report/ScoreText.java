package com.cdhdashboard.core.report;

import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.metric.Score;
import com.cdhdashboard.core.metric.Score.Format;

/** Scores of a row in words and digits, with what is known of their precision. */
final class ScoreText {
    private final ReportData data;
    private final Score score;

    ScoreText(ReportData data, String score) {
        this.data = data;
        this.score = data.score(score);
    }

    String name() {
        return score.name();
    }

    /** The number; a rate with as many decimals as its interval justifies. */
    String value(ScoredRows rows, int row) {
        double value = rows.number(row, score.name());
        return score.format() == Format.PERCENT
                ? NumberText.percent(value, (high(rows, row) - low(rows, row)) / 2)
                : NumberText.of(value, score.format());
    }

    /** The number with its interval or p-value, and the count behind it. */
    String hover(ScoredRows rows, int row) {
        double value = rows.number(row, score.name());
        String text = score.format() == Format.PERCENT
                ? NumberText.percentWithInterval(value, low(rows, row), high(rows, row))
                : value(rows, row);
        if (score.name().equals("Lift_Z_Score")) {
            text = "z = " + text + ", " + NumberText.pValue(rows.number(row, "Lift_P_Val"));
        }
        return score.name().equals(ReportData.COUNT) ? text : text + ", " + count(rows, row);
    }

    static String count(ScoredRows rows, int row) {
        return "n = " + NumberText.of(rows.number(row, ReportData.COUNT), Format.COUNT);
    }

    double low(ScoredRows rows, int row) {
        return bound(rows, row, "_Low");
    }

    double high(ScoredRows rows, int row) {
        return bound(rows, row, "_High");
    }

    private double bound(ScoredRows rows, int row, String end) {
        return data.bound(score.name(), end).map(name -> rows.number(row, name)).orElse(Double.NaN);
    }
}
