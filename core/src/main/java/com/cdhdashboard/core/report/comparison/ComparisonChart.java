package com.cdhdashboard.core.report.comparison;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.metric.score.ExperimentScores;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.chart.CubeChart;
import com.cdhdashboard.core.report.chart.Facets;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.definition.Allowed;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.CommonKeys;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.core.report.definition.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The arms of experiments against their controls: bars of z, or points of odds ratios with their intervals. Experiments
 * have it in the place of a line chart, as the score lies along x.
 */
public record ComparisonChart(String by, String y, Facets facets, OptionalInt height) implements CubeChart {
    public static final String BY_Z = ExperimentScores.Z_SCORE;
    static final String BY_ODDS_RATIO = "g_odds_ratio_stat";

    /** Any score of a test names the odds ratio beside it. */
    private static final Key BY = new Key(
            "x",
            Role.COMPARED,
            false,
            "Compared by",
            "z_score, or an odds ratio such as g_odds_ratio_stat",
            new Allowed.Scores(
                    List.of(BY_Z, BY_ODDS_RATIO),
                    score -> score.equals(BY_Z) || score.startsWith("g_") || score.startsWith("chi2_"),
                    "\"z_score\" or \"g_odds_ratio_stat\"; type = \"generic\" draws other scores over a dimension"));

    private static final Key ROWS =
            Key.optional("y", Role.DIMENSION, "Rows", "the dimension with one group of rows a value");

    public static final ChartKind<CubeChart> KIND = ChartKind.of("line", "Comparison of arms", ComparisonChart::read)
            .over(
                    Groups.UNUSED,
                    CommonKeys.all(List.of(BY, ROWS), CommonKeys.FACETS, List.of(CommonKeys.HEIGHT)),
                    Family.EXPERIMENT);

    public ComparisonChart {
        by = by.equals(BY_Z) ? BY_Z : BY_ODDS_RATIO;
    }

    private static CubeChart read(ReportReading report) {
        Settings settings = report.settings();
        return new ComparisonChart(
                settings.text("x").orElse(BY_Z),
                settings.text("y").orElseGet(() -> report.fields().dimensions().get(0)),
                Facets.of(settings),
                settings.height());
    }

    @Override
    public List<String> grouping() {
        return facets.grouping(List.of(), Optional.of(y));
    }

    @Override
    public List<String> scores() {
        return List.of(by);
    }

    @Override
    public Drawing draw(ReportData data) {
        return new ComparisonPlot(this, data).draw();
    }

    @Override
    public Map<String, String> shown() {
        return Map.of("x", by, "y", y);
    }
}
