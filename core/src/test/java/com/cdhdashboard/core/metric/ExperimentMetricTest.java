package com.cdhdashboard.core.metric;

import static com.cdhdashboard.core.metric.TestingMetrics.cell;
import static com.cdhdashboard.core.metric.TestingMetrics.nested;
import static com.cdhdashboard.core.metric.TestingMetrics.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.answer.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentMetricTest {
    private static final ExperimentMetric METRIC = TestingMetrics.experiment(Optional.empty(), "Day");
    private static final List<Column> BY_EXPERIMENT =
            List.of(Column.dimension("Experiment", ValueType.TEXT), Column.dimension("Arm", ValueType.TEXT));

    @Test
    void theGrainHasBothColumnsOfTheExperiment() {
        assertThat(METRIC.grain()).containsExactly("Day", "Channel", "Experiment", "Arm");
        assertThat(METRIC.neededColumns()).endsWith("Experiment", "Arm");
        assertThat(METRIC.measures()).extracting(Column::name).containsExactly("Positives", "Negatives");
    }

    @Test
    void theExperimentIsAlwaysAGroupAndTheArmComesLast() {
        assertThat(METRIC.rollUpBy(List.of("Channel"))).containsExactly("Channel", "Experiment", "Arm");
        assertThat(METRIC.rollUpBy(List.of("Experiment", "Day"))).containsExactly("Experiment", "Day", "Arm");
        assertThat(Question.ofAllScores(METRIC, List.of("Day"), List.of()).notes())
                .containsExactly("Grouped by Experiment too: arms are compared within one experiment.");
        assertThat(Question.ofAllScores(METRIC, List.of("Experiment"), List.of())
                        .notes())
                .isEmpty();
    }

    /** Worked out by hand: 40 of 1000 against 20 of 1000. */
    @Test
    void twoArmsGiveTheOverallTestsZAndTheOddsRatio() {
        Table scored = METRIC.score(table(row("Colour", "Control", 20, 980), row("Colour", "Test", 40, 960)));

        assertThat(TestingMetrics.names(scored)).startsWith("Experiment").doesNotContain("Arm");
        assertThat(scored.rows()).hasSize(1);
        assertThat(scored.rows().get(0)).startsWith("Colour", 2000L, 60L, 1940L);
        assertNumber(scored, "chi2_stat", 6.872852233676976);
        assertNumber(scored, "chi2_p_val", 0.008751, 1e-6);
        assertThat(cell(scored, 0, "chi2_dof")).isEqualTo(1L);
        assertNumber(scored, "g_stat", 7.002151, 1e-6);
        assertNumber(scored, "g_p_val", 0.008141, 1e-6);
        assertThat(cell(scored, 0, "g_dof")).isEqualTo(1L);
        assertNumber(scored, "z_score", Math.sqrt(6.872852233676976));
        assertNumber(scored, "z_p_val", 0.008751, 1e-6);
        for (String prefix : List.of("g", "chi2")) {
            assertNumber(scored, prefix + "_odds_ratio_stat", 40.0 * 980 / (960 * 20));
            assertNumber(scored, prefix + "_odds_ratio_ci_low", 1.184925, 1e-6);
            assertNumber(scored, prefix + "_odds_ratio_ci_high", 3.517863, 1e-6);
        }
        assertThat(cell(scored, 0, "control")).isEqualTo("Control");
        assertThat(cell(scored, 0, "note")).isNull();
    }

    @Test
    void armsAndPairsAreTablesWithinTheRow() {
        Table scored = METRIC.score(table(row("Colour", "Control", 20, 980), row("Colour", "Test", 40, 960)));

        Table arms = nested(scored, 0, "arms");
        assertThat(TestingMetrics.names(arms))
                .containsExactly("arm", "Count", "Positives", "Negatives", "rate", "rate_ci_low", "rate_ci_high");
        assertThat(arms.rows()).hasSize(2);
        assertThat(arms.rows().get(0)).startsWith("Control", 1000L, 20L, 980L, 0.02);
        assertThat(arms.rows().get(1)).startsWith("Test", 1000L, 40L, 960L, 0.04);
        Table pairs = nested(scored, 0, "pairs");
        assertThat(pairs.rows()).hasSize(1);
        assertThat(pairs.rows().get(0)).startsWith("Test");
        assertThat(cell(pairs, 0, "z_p_holm")).isEqualTo(cell(scored, 0, "z_p_val"));
        assertThat((Double) cell(pairs, 0, "rate_difference")).isCloseTo(0.02, within(1e-15));
        assertThat((Double) cell(pairs, 0, "rate_difference_ci_low")).isBetween(0.004, 0.006);
        assertThat((Double) cell(pairs, 0, "rate_difference_ci_high")).isBetween(0.034, 0.037);
        assertThat(cell(pairs, 0, "fisher_p_val")).isNull();
        assertThat(cell(pairs, 0, "corrected_odds_ratio")).isNull();
    }

    /** 10, 20 and 30 of 1000: chi-square 10.204082, G 10.669048, both with 2 degrees of freedom. */
    @Test
    void moreArmsGiveTheOverallTestsAndPairsAdjustedAfterHolm() {
        Table scored =
                METRIC.score(table(row("X", "A", 10, 990), row("X", "B", 20, 980), row("X", "Control", 30, 970)));

        assertNumber(scored, "chi2_stat", 10.204082, 1e-6);
        assertNumber(scored, "chi2_p_val", 0.006084, 1e-6);
        assertNumber(scored, "g_stat", 10.669048, 1e-6);
        assertThat(cell(scored, 0, "g_dof")).isEqualTo(2L);
        assertThat(cell(scored, 0, "z_score")).isNull();
        assertThat(cell(scored, 0, "g_odds_ratio_stat")).isNull();
        Table pairs = nested(scored, 0, "pairs");
        assertThat(pairs.rows()).extracting(row -> row.get(0)).containsExactly("A", "B");
        double first = number(pairs, 0, "z_p_val");
        double second = number(pairs, 1, "z_p_val");
        assertThat(cell(pairs, 0, "z_p_holm")).isEqualTo(2 * first);
        assertThat(cell(pairs, 1, "z_p_holm")).isEqualTo(second);
        assertThat((Double) cell(pairs, 0, "z_score")).isNegative();
    }

    @Test
    void rowsWithoutAnExperimentOrAnArmAreLeftOut() {
        Table scored = METRIC.score(table(
                row("N/A", "Control", 5, 5),
                row("", "Control", 5, 5),
                row(null, "Control", 5, 5),
                row("Colour", "Control", 20, 980),
                row("Colour", "Test", 40, 960),
                row("Colour", "", 1, 1),
                row("Colour", "none", 1, 1),
                row("Colour", null, 1, 1)));

        assertThat(scored.rows()).hasSize(1);
        assertThat(scored.rows().get(0)).startsWith("Colour", 2000L, 60L, 1940L);
    }

    @Test
    void groupsStayApartAndKeepTheirOrder() {
        List<Column> columns = new ArrayList<>(List.of(Column.dimension("Channel", ValueType.TEXT)));
        columns.addAll(BY_EXPERIMENT);
        Table scored = METRIC.score(rolledUp(
                columns,
                List.of(
                        Arrays.asList("Mail", "X", "A", 1L, 9L),
                        Arrays.asList("Mail", "X", "B", 2L, 8L),
                        Arrays.asList("Web", "X", "B", 3L, 7L),
                        Arrays.asList(null, "X", "A", 4L, 6L))));

        assertThat(scored.rows()).hasSize(3);
        assertThat(scored.rows().get(0)).startsWith("Mail", "X", 20L);
        assertThat(scored.rows().get(1)).startsWith("Web", "X", 10L);
        assertThat(scored.rows().get(2)).startsWith(null, "X", 10L);
        assertThat(cell(scored, 1, "control")).isEqualTo("A");
        assertThat(cell(scored, 1, "note"))
                .isEqualTo("Only the arm \"B\" has interactions, so there is nothing to compare.");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, Test, CONTROL, CONTROL",
                "-, Beta, Alpha, Alpha",
                "-, Control, control, Control",
                "beta, Beta, Alpha, Beta",
                "Alpha, alpha, Alpha, Alpha",
                "Zeta, Beta, Alpha, Zeta"
            })
    void theControlIsTheConfiguredArmElseControlElseTheFirst(
            @Nullable String configured, String first, String second, String control) {
        ExperimentMetric metric = TestingMetrics.experiment(Optional.ofNullable(configured));

        Table scored = metric.score(table(row("X", first, 1, 9), row("X", second, 2, 8)));

        assertThat(cell(scored, 0, "control")).isEqualTo(control);
    }

    @Test
    void aControlWithoutRowsIsComparedWithNothing() {
        ExperimentMetric metric = TestingMetrics.experiment(Optional.of("Zeta"));

        Table scored = metric.score(table(row("X", "A", 100, 900), row("X", "B", 200, 800)));

        assertThat(cell(scored, 0, "chi2_stat")).isNotNull();
        assertThat(cell(scored, 0, "z_score")).isNull();
        assertThat(nested(scored, 0, "pairs").rows()).isEmpty();
        assertThat(cell(scored, 0, "note"))
                .isEqualTo("The control arm \"Zeta\" has no interactions here, so no arm is compared with it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0|0|0|0|No data: no arm has interactions.",
                "0|0|5|10|The arm \"A\" has no interactions and is left out. Only the arm \"B\" has interactions, so"
                        + " there is nothing to compare.",
                "0|10|0|10|No arm has a positive response, so no difference can be tested.",
                "10|0|10|0|No arm has a negative response, so no difference can be tested.",
                "0|10|5|10|Small counts: p-values are approximate; Fisher's exact p = 0.061. The odds ratio is not"
                        + " estimable, as \"A\" has no positive response; with 1/2 added to each count"
                        + " (Haldane-Anscombe) it is 11 (1 to 225).",
                "5|10|0|10|Small counts: p-values are approximate; Fisher's exact p = 0.061. The odds ratio is 0"
                        + " without an interval, as \"B\" has no positive response; with 1/2 added to each count"
                        + " (Haldane-Anscombe) it is 0.091 (0.004 to 1.861).",
                "600|600|0|400|The arms have 1,200 : 400 interactions; were they meant to be equally large, chance alone would"
                        + " set them so far apart with p < 0.001, and the assignment is to be checked first. The odds ratio is 0 without an interval, as \"B\" has no positive response; with 1/2 added"
                        + " to each count (Haldane-Anscombe) it is 0.001 (0.000 to 0.020).",
                "100|900|110|890|-"
            })
    void whatIsMissingOrMisleadingIsSaid(long s1, long f1, long s2, long f2, @Nullable String note) {
        Table scored = METRIC.score(table(row("X", "A", s1, f1), row("X", "B", s2, f2)));

        assertThat(cell(scored, 0, "note")).isEqualTo(note);
    }

    @Test
    void armsWhoseNamesDifferInCaseAreOne() {
        ExperimentMetric metric = TestingMetrics.experiment(Optional.of("control"));
        Table scored = metric.score(
                table(row("X", "Control", 60, 340), row("X", "control", 40, 560), row("X", "TEST", 90, 910)));

        assertThat(cell(scored, 0, "control")).isEqualTo("Control");
        assertThat(nested(scored, 0, "arms").rows()).hasSize(2);
        assertThat(nested(scored, 0, "arms").rows().get(0)).startsWith("Control", 1000L, 100L, 900L);
        assertThat(cell(scored, 0, "chi2_dof")).isEqualTo(1L);
        assertThat(cell(scored, 0, "note")).isEqualTo("Taken as one arm: \"Control\", \"control\".");
    }

    /** (110² + 110²)/510. */
    @Test
    void sizesOfArmsAreComparedWithEqualShares() {
        Table scored = METRIC.score(table(row("X", "A", 30, 370), row("X", "B", 50, 570), row("Y", "A", 30, 370)));

        assertNumber(scored, "sample_ratio_stat", 24200 / 510.0);
        assertNumber(scored, "sample_ratio_p_val", 5.64e-12, 5e-15);
        assertThat(cell(scored, 1, "sample_ratio_stat")).isNull();
        assertThat(cell(scored, 1, "sample_ratio_p_val")).isNull();
    }

    @Test
    void figuresThatCannotBeHadAreNull() {
        Table scored = METRIC.score(table(row("X", "A", 0, 10), row("X", "B", 0, 10)));

        Stream.of("chi2_stat", "chi2_p_val", "chi2_dof", "g_stat", "g_p_val", "g_dof", "z_score", "z_p_val")
                .forEach(name -> assertThat(cell(scored, 0, name)).as(name).isNull());
        Stream.of("g_odds_ratio_stat", "chi2_odds_ratio_stat", "g_odds_ratio_ci_low", "g_odds_ratio_ci_high")
                .forEach(name -> assertThat(cell(scored, 0, name)).as(name).isNull());
    }

    @Test
    void ofManyArmsTheNoteNamesEmptyOnesAndThePairsThatHaveANote() {
        Table scored = METRIC.score(
                table(row("X", "A", 0, 20), row("X", "B", 5, 15), row("X", "Control", 4, 16), row("X", "D", 0, 0)));

        assertThat(cell(scored, 0, "note"))
                .isEqualTo("The arm \"D\" has no interactions and is left out. Small counts: p-values are approximate."
                        + " See the notes of the pairs: \"A\", \"B\".");
        assertThat(cell(nested(scored, 0, "pairs"), 1, "note"))
                .isEqualTo("Small counts: p-values are approximate; Fisher's exact p = 1.000.");
        assertThat(nested(scored, 0, "arms").rows()).hasSize(4);
        assertThat(cell(scored, 0, "chi2_dof")).isEqualTo(2L);
    }

    @Test
    void countsOfBillionsAndTinyPValuesKeepTheirDigits() {
        long n = 4_000_000_000L;

        Table scored = METRIC.score(table(row("X", "A", n / 2, n / 2), row("X", "B", n / 4, 3 * (n / 4))));

        assertThat(cell(scored, 0, "Count")).isEqualTo(2 * n);
        assertThat(cell(scored, 0, "z_p_val")).isEqualTo(0.0);
        // p = 3/8, so that z² = 2n·(1/4)²/(2·p(1 − p)·2) = n/7.5.
        assertNumber(scored, "z_score", -Math.sqrt(n / 7.5));
        assertThat(String.valueOf(cell(scored, 0, "note")))
                .matches("p of z is below 1e-300: log10 p = −[\\d,.]+\\d\\. p of chi-square is below 1e-300: log10 p ="
                        + " −[\\d,.]+\\d\\. p of G is below 1e-300: log10 p = −[\\d,.]+\\d\\.");
        assertThat((Double) cell(nested(scored, 0, "pairs"), 0, "z_log10_p"))
                .isCloseTo(-n / 15.0 / Math.log(10), within(10.0));
    }

    @SafeVarargs
    private static Table table(List<@Nullable Object>... rows) {
        List<List<@Nullable Object>> list = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            list.add(row);
        }
        return table(list);
    }

    static Table table(List<List<@Nullable Object>> rows) {
        return rolledUp(BY_EXPERIMENT, rows);
    }

    private static Table rolledUp(List<Column> dimensions, List<List<@Nullable Object>> rows) {
        List<Column> columns = new ArrayList<>(dimensions);
        columns.addAll(METRIC.measures());
        return new Table(columns, rows);
    }

    static List<@Nullable Object> row(
            @Nullable String experiment, @Nullable String arm, long positives, long negatives) {
        return Arrays.asList(experiment, arm, positives, negatives);
    }

    private static void assertNumber(Table scored, String column, double expected) {
        assertNumber(scored, column, expected, Math.abs(expected) * 1e-12);
    }

    private static void assertNumber(Table scored, String column, double expected, double tolerance) {
        assertThat((Double) cell(scored, 0, column)).as(column).isCloseTo(expected, within(tolerance));
    }
}
