package com.cdhdashboard.core.report.comparison;

import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.metric.score.ExperimentScores;
import com.cdhdashboard.core.report.comparison.Comparisons.Arm;
import com.cdhdashboard.core.report.comparison.Comparisons.Comparison;
import java.util.ArrayList;
import java.util.List;

/** Everything known of one comparison, in lines. */
record ComparisonHover(ComparisonPlot.Line line, Comparison comparison) {
    private static final double SMALLEST_P = 1e-300;

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("<b>" + PlotText.escape(line.group()) + "</b>");
        lines.add(arm(comparison.arms().treatment()));
        lines.add(arm(comparison.arms().control()) + " (control)");
        lines.add("difference " + withInterval(ExperimentScores.RATE_DIFFERENCE, Format.PERCENT));
        lines.add("z = " + NumberText.of(comparison.number(ExperimentScores.Z_SCORE), Format.NUMBER) + ", "
                + PlotText.escape(pValue()) + ", adjusted after Holm "
                + PlotText.escape(NumberText.pValue(comparison.adjusted())));
        lines.add("odds ratio " + oddsRatio());
        if (!comparison.note().isEmpty()) {
            lines.add(wrapped(comparison.note()));
        }
        return String.join("<br>", lines);
    }

    private static String arm(Arm arm) {
        return PlotText.escape(arm.name()) + ": " + NumberText.of(arm.rate(), Format.PERCENT) + " ("
                + NumberText.of(arm.positives(), Format.COUNT) + " of " + NumberText.of(arm.count(), Format.COUNT)
                + ")";
    }

    private String pValue() {
        double p = comparison.number(ExperimentScores.Z_P_VALUE);
        return p < SMALLEST_P
                ? "p < 1e-300 (log10 p = " + NumberText.of(comparison.number(ExperimentScores.Z_LOG10_P), Format.NUMBER)
                        + ")"
                : NumberText.pValue(p);
    }

    private String withInterval(String name, Format format) {
        return NumberText.withInterval(
                comparison.number(name),
                format,
                comparison.number(name + ExperimentScores.LOW),
                comparison.number(name + ExperimentScores.HIGH));
    }

    private String oddsRatio() {
        String name = comparison.drawableOddsRatio();
        return withInterval(name, Format.RATIO) + (comparison.isCorrected() ? ", with 1/2 added to each count" : "");
    }

    /** Sentences on lines of their own, as a hover box does not wrap. */
    private static String wrapped(String note) {
        return PlotText.escape(note).replace(". ", ".<br>").replace("; ", ";<br>");
    }
}
