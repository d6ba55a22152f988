package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoreText;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.util.List;
import java.util.stream.IntStream;

/** What has to be said of the numbers of a score where they are drawn. */
record ScoreNotes(ReportData data, Score score, ChartNotes notes) {
    static final String Z_SCORE = "Lift_Z_Score";

    void explain(ScoredRows rows, boolean intervalsDrawn) {
        data.bound(score.name(), "_Low").ifPresent(low -> {
            notes.add(
                    intervalsDrawn
                            ? "Whiskers and bands are 95 % intervals (" + method(score.name()) + ")."
                            : "There is no room for so many whiskers or bands; the 95 % intervals ("
                                    + method(score.name()) + ") are in the hovers and in the table.");
            ScoreText text = new ScoreText(data, score.name());
            long without = IntStream.range(0, rows.size())
                    .filter(row -> text.lacksInterval(rows, row))
                    .count();
            if (without > 0) {
                notes.add("Without an interval: " + NumberText.count(without) + " of the points, as there is none "
                        + data.score(low).meaning().notAvailable() + ".");
            }
        });
        if (score.name().equals(Z_SCORE)) {
            long tests = rows.numbers(Z_SCORE).stream().filter(Double::isFinite).count();
            notes.add("The grey band (|z| < 1.96) holds what chance alone gives 19 times out of 20; of " + tests
                    + (tests == 1 ? " comparison" : " comparisons") + " expect about "
                    + NumberText.of(Math.round(tests * 0.5) / 10.0, Format.COUNT)
                    + " outside of it without any effect.");
        }
    }

    /** A series without a single point would be missed by nobody. */
    void explainAbsent(List<String> series) {
        if (!series.isEmpty()) {
            String when = score.meaning().notAvailable();
            notes.add(score.title() + " is not available for " + CurvePlot.listed(series)
                    + (when.isEmpty() ? "." : ": there is none " + when + "."));
        }
    }

    private static String method(String score) {
        return switch (score) {
            case "Lift" -> "Katz";
            case "roc_auc" -> "logit, DeLong";
            case "average_precision" -> "logit";
            default -> "Wilson";
        };
    }
}
