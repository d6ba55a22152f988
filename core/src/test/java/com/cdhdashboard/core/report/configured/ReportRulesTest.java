package com.cdhdashboard.core.report.configured;

import static com.cdhdashboard.core.report.TestingReports.GLOBAL_FILTERS;
import static com.cdhdashboard.core.report.TestingReports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Scores;
import com.cdhdashboard.core.report.TestingReports;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportRulesTest {
    private static final String DIMENSIONS =
            "Dimensions: Day, Issue, Channel, ModelControlGroup, Week, Month, Quarter, Year.";
    private static final String SCORES = "Scores: CTR, Lift, Count, Positives, Negatives, StdErr, CTR_Low, CTR_High,"
            + " Lift_Low, Lift_High, Lift_Z_Score, Lift_P_Val.";
    private static final String LINE_KEYS =
            "Allowed: x, y, color, facet_row, facet_column, form, scale, cards, log_y," + " height.";

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultyReports")
    void everyFaultIsSaidWithItsPlaceAndItsRemedy(String message, ReportConfig report) {
        assertThat(check(report)).extracting(Problem::toString).containsExactly(message);
    }

    static Stream<Arguments> faultyReports() {
        return Stream.of(
                arguments(
                        "test.toml:10:1 reports.r.type: \"lines\" is not a report type of engagement metrics; did you mean"
                                + " \"line\"? Allowed: line, bar_polar, gauge, treemap, heatmap, scatter, generic.",
                        report("engagement", "lines", "x", "Day", "y", "CTR")),
                arguments(
                        "test.toml:9:1 reports.r.x: the key is missing; a report of type \"line\" needs the dimension along"
                                + " the horizontal axis. " + DIMENSIONS,
                        report("engagement", "line", "y", "CTR")),
                arguments(
                        "test.toml:12:1 reports.r.y: the key is missing; a report of type \"line\" needs the score along"
                                + " the vertical axis. " + SCORES,
                        report("engagement", "line", "x", "Day", "y", "---")),
                arguments(
                        "test.toml:11:1 reports.r.x: \"Chanel\" is not a dimension of metric \"engagement\"; did you mean"
                                + " \"Channel\"? " + DIMENSIONS + " More can be added to group_by of the metric.",
                        report("engagement", "line", "x", "Chanel", "y", "CTR")),
                arguments(
                        "test.toml:12:1 reports.r.y: \"Revenue\" is not a score of engagement metrics. " + SCORES,
                        report("engagement", "line", "x", "Day", "y", "Revenue")),
                arguments(
                        "test.toml:11:1 reports.r.x: found 3; the key is the dimension along the horizontal axis. Write one"
                                + " name in quotes.",
                        report("engagement", "line", "x", 3L, "y", "CTR")),
                arguments(
                        "test.toml:13:1 reports.r.colour: \"colour\" is not a key of a report of type \"line\"; did you mean"
                                + " \"color\"? " + LINE_KEYS,
                        report("engagement", "line", "x", "Day", "y", "CTR", "colour", "Channel")),
                arguments(
                        "test.toml:13:1 reports.r.theta: a report of type \"line\" does not read this key; remove it.",
                        report("engagement", "line", "x", "Day", "y", "CTR", "theta", "Channel")),
                arguments(
                        "test.toml:13:1 reports.r.height: found -3; the key is the least height of the chart in pixels."
                                + " Write a whole number of pixels from 100 to 4000.",
                        report("engagement", "line", "x", "Day", "y", "CTR", "height", -3L)),
                arguments(
                        "test.toml:13:1 reports.r.scale: found \"ln\"; the key is whether the vertical axis is linear or"
                                + " logarithmic. Write \"linear\" or \"log\".",
                        report("engagement", "line", "x", "Day", "y", "CTR", "scale", "ln")),
                arguments(
                        "test.toml:14:1 reports.r.showlegend: found \"maybe\"; the key is whether the colours are"
                                + " explained; true if absent. Write true or false.",
                        report(
                                "engagement",
                                "bar_polar",
                                "r",
                                "CTR",
                                "theta",
                                "Issue",
                                "color",
                                "Channel",
                                "showlegend",
                                "maybe")),
                arguments(
                        "test.toml:9:1 reports.r.group_by: a report of type \"gauge\" groups by 1 to 2 dimensions, but"
                                + " group_by names 3.",
                        report("engagement", "gauge", List.of("Day", "Issue", "Channel"), "value", "CTR")),
                arguments(
                        "test.toml:12:1 reports.r.reference.Web: found much; a target is a number, such as 0.02 for 2 %.",
                        report(
                                "engagement",
                                "gauge",
                                List.of("Channel"),
                                "value",
                                "CTR",
                                "reference",
                                Map.of("Web", "much"))),
                arguments(
                        "test.toml:12:1 reports.r.reference: found 0.5; write a table of targets by group, such as"
                                + " { Web = 0.02 }.",
                        report("engagement", "gauge", List.of("Channel"), "value", "CTR", "reference", 0.5)),
                arguments(
                        "test.toml:12:1 reports.r.y: x and y are both \"Issue\"; a heat map needs two dimensions.",
                        report("engagement", "heatmap", "x", "Issue", "y", "Issue", "color", "CTR")),
                arguments(
                        "test.toml:9:1 reports.r.group_by: \"Channel\" is on no axis of the report, so it is summed over;"
                                + " remove it from group_by.",
                        report(
                                "engagement",
                                "heatmap",
                                List.of("Day", "Issue", "Channel"),
                                "x",
                                "Day",
                                "y",
                                "Issue",
                                "color",
                                "CTR")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("soundReports")
    void aSoundReportHasNoProblems(String what, ReportConfig report) {
        assertThat(check(report)).isEmpty();
    }

    static Stream<Arguments> soundReports() {
        return Stream.of(
                arguments(
                        "a count as measure",
                        report("engagement", "heatmap", "x", "Day", "y", "Issue", "color", "Negatives")),
                arguments("the arm as dimension", report("engagement", "line", "x", "ModelControlGroup", "y", "CTR")),
                arguments("a free chart without any key", report("engagement", "generic")),
                arguments("none written as ---", report("engagement", "line", "x", "Day", "y", "CTR", "color", "---")),
                arguments(
                        "polar bars without showlegend",
                        report("engagement", "bar_polar", "r", "CTR", "theta", "Issue", "color", "Channel")),
                arguments(
                        "flags as words",
                        report(
                                "engagement",
                                "scatter",
                                List.of("Day", "Issue", "Channel"),
                                "x",
                                "Count",
                                "y",
                                "Lift",
                                "size",
                                "CTR",
                                "color",
                                "Issue",
                                "animation_frame",
                                "Day",
                                "animation_group",
                                "Channel",
                                "log_x",
                                "True",
                                "log_y",
                                "off")));
    }

    @Test
    void allProblemsOfAReportAreFoundAtOnce() {
        assertThat(check(report("engagement", "line", "x", "Dya", "y", "CRT", "height", "tall")))
                .extracting(Problem::path)
                .containsExactly("reports.r.x", "reports.r.y", "reports.r.height");
    }

    @Test
    void everyScoreOfAFamilyIsALegalMeasure() {
        for (Score score : Scores.of(Family.ENGAGEMENT)) {
            assertThat(check(report("engagement", "line", "x", "Day", "y", score.name())))
                    .as(score.name())
                    .isEmpty();
        }
    }

    @Test
    void aKeyAnotherKindReadsIsOnlyAWarning() {
        assertThat(check(report("engagement", "line", "x", "Day", "y", "CTR", "theta", "Channel")))
                .extracting(Problem::severity)
                .containsExactly(Severity.WARNING);
    }

    private static List<Problem> check(ReportConfig report) {
        return ReportKinds.check(report, TestingReports.engagement("Day", "Issue"), GLOBAL_FILTERS);
    }
}
