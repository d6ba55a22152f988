package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.explanation.RowNumbers;
import java.util.Optional;

/** Scores of a row in words and digits, with what is known of their precision. */
public final class ScoreText {
    /** The AUC of a model that knows nothing. */
    private static final double CHANCE = 0.5;

    private final ReportData data;
    private final Score score;
    private final Optional<String> low;
    private final Optional<String> high;

    public ScoreText(ReportData data, String score) {
        this.data = data;
        this.score = data.score(score);
        this.low = data.bound(score, "_Low");
        this.high = data.bound(score, "_High");
    }

    public String name() {
        return score.name();
    }

    /** The number. */
    public String value(ScoredRows rows, int row) {
        String text =
                RowNumbers.of(score.name(), score.format(), rows.numbersOf(row)).text();
        return isOfBits() && Double.isFinite(rows.number(row, score.name()))
                ? text + (text.equals("1") ? " bit" : " bits")
                : text;
    }

    /** The number with its interval or p-value, and the count behind it. */
    public String hover(ScoredRows rows, int row) {
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
        if (lacksInterval(rows, row)) {
            return value(rows, row) + " (no interval)";
        }
        double low = low(rows, row);
        double high = high(rows, row);
        return Double.isFinite(low) && Double.isFinite(high)
                ? NumberText.withInterval(rows.number(row, score.name()), score.format(), low, high)
                : value(rows, row);
    }

    /** Whether the row has a value, and no interval though the score has some. */
    public boolean lacksInterval(ScoredRows rows, int row) {
        return low.isPresent() && Double.isFinite(rows.number(row, score.name())) && !Double.isFinite(low(rows, row));
    }

    /** Whether the row is an AUC that is worse than chance. */
    public boolean isUpsideDown(ScoredRows rows, int row) {
        return score.name().equals("roc_auc") && rows.number(row, score.name()) < CHANCE;
    }

    private boolean isOfBits() {
        return score.display().unit().equals("bits");
    }

    public String count(ScoredRows rows, int row) {
        return "n = " + NumberText.of(rows.number(row, data.countOf(score.name())), Format.COUNT);
    }

    public double low(ScoredRows rows, int row) {
        return bound(rows, row, low);
    }

    public double high(ScoredRows rows, int row) {
        return bound(rows, row, high);
    }

    private static double bound(ScoredRows rows, int row, Optional<String> bound) {
        return bound.map(name -> rows.number(row, name)).orElse(Double.NaN);
    }
}
