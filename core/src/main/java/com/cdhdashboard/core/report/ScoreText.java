package com.cdhdashboard.core.report;

import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.metric.Score;
import com.cdhdashboard.core.metric.Score.Format;
import java.util.Optional;

/** Scores of a row in words and digits, with what is known of their precision. */
final class ScoreText {
    /** The AUC of a model that knows nothing. */
    private static final double CHANCE = 0.5;

    private final ReportData data;
    private final Score score;
    private final Optional<String> low;
    private final Optional<String> high;

    ScoreText(ReportData data, String score) {
        this.data = data;
        this.score = data.score(score);
        this.low = data.bound(score, "_Low");
        this.high = data.bound(score, "_High");
    }

    String name() {
        return score.name();
    }

    /** The number; a rate with as many decimals as its interval justifies. */
    String value(ScoredRows rows, int row) {
        double value = rows.number(row, score.name());
        String text = score.format() == Format.PERCENT
                ? NumberText.percent(value, (high(rows, row) - low(rows, row)) / 2)
                : NumberText.of(value, score.format());
        return isOfBits() && Double.isFinite(value) ? text + " bits" : text;
    }

    /** The number with its interval or p-value, and the count behind it. */
    String hover(ScoredRows rows, int row) {
        String text = valueWithInterval(rows, row);
        if (score.name().equals("Lift_Z_Score")) {
            text = "z = " + text + ", " + NumberText.pValue(rows.number(row, "Lift_P_Val"));
        }
        if (isUpsideDown(rows, row)) {
            text += ", below " + CHANCE + ": ranks upside down";
        }
        return score.name().equals(data.countOf(score.name())) ? text : text + ", " + count(rows, row);
    }

    private String valueWithInterval(ScoredRows rows, int row) {
        double value = rows.number(row, score.name());
        return switch (score.format()) {
            case PERCENT -> NumberText.percentWithInterval(value, low(rows, row), high(rows, row));
            case INDEX -> NumberText.indexWithInterval(value, low(rows, row), high(rows, row));
            case COUNT, MONEY, NUMBER, P_VALUE, RATIO, TEXT, TABLE -> value(rows, row);
        };
    }

    /** Whether the row is an AUC that is worse than chance. */
    boolean isUpsideDown(ScoredRows rows, int row) {
        return score.name().equals("roc_auc") && rows.number(row, score.name()) < CHANCE;
    }

    private boolean isOfBits() {
        return score.display().unit().equals("bits");
    }

    String count(ScoredRows rows, int row) {
        return "n = " + NumberText.of(rows.number(row, data.countOf(score.name())), Format.COUNT);
    }

    double low(ScoredRows rows, int row) {
        return bound(rows, row, low);
    }

    double high(ScoredRows rows, int row) {
        return bound(rows, row, high);
    }

    private static double bound(ScoredRows rows, int row, Optional<String> bound) {
        return bound.map(name -> rows.number(row, name)).orElse(Double.NaN);
    }
}
