package com.cdhdashboard.core.metric;

import static com.cdhdashboard.core.metric.TestingMetrics.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The scores of whole experiments against tables solved with 80 digits. */
class ExperimentGoldenTablesTest {
    private static final double RELATIVE = 1e-9;

    static Stream<Arguments> pairs() throws IOException {
        return tables("two_by_two");
    }

    static Stream<Arguments> many() throws IOException {
        return tables("r_by_two");
    }

    private static Stream<Arguments> tables(String kind) throws IOException {
        List<Arguments> cases = new ArrayList<>();
        TestData.json("stats/golden.json")
                .get(kind)
                .forEach(table -> cases.add(Arguments.of(table.get("name").asText(), table)));
        return cases.stream();
    }

    /** The first row of a table is the treatment, the second the control. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void aTreatmentAgainstItsControl(String name, JsonNode golden) {
        Table scored = scored(golden, "treatment", "control");
        JsonNode exact = golden.get("exact");

        assertOverall(scored, exact);
        assertClose(cell(scored, 0, "z_score"), exact.get("z_pooled"));
        assertClose(cell(scored, 0, "z_p_val"), exact.get("z_p_two_sided"));
        for (String prefix : List.of("g", "chi2")) {
            assertOddsRatio(scored, prefix + "_odds_ratio_stat", prefix + "_odds_ratio", exact);
        }
        Table pairs = TestingMetrics.nested(scored, 0, "pairs");
        if (!exact.has("degenerate")) {
            assertPair(pairs, golden, exact);
        }
        if (exact.has("degenerate") || !hasInterval(exact)) {
            assertThat(cell(scored, 0, "note")).isNotNull();
        }
    }

    private static void assertPair(Table pairs, JsonNode golden, JsonNode exact) {
        assertClose(cell(pairs, 0, "z_score"), exact.get("z_pooled"));
        assertClose(cell(pairs, 0, "rate_difference"), exact.get("rate_difference"));
        double log10 = exact.get("z_log10_p").asDouble();
        assertThat((Double) cell(pairs, 0, "z_log10_p"))
                .isCloseTo(log10, within(Math.max(1e-9, 1e-15 * Math.abs(log10))));
        assertOddsRatio(pairs, "odds_ratio", "odds_ratio", exact);
        Object corrected = cell(pairs, 0, "corrected_odds_ratio");
        assertThat(corrected == null).isEqualTo(hasInterval(exact));
        if (corrected != null && exact.has("haldane_anscombe")) {
            assertClose(corrected, exact.get("haldane_anscombe").get("odds_ratio"));
        }
        Object fisher = cell(pairs, 0, "fisher_p_val");
        assertThat(fisher != null).isEqualTo(exact.get("min_expected").asDouble() < 5);
        if (fisher != null) {
            assertClose(fisher, golden.get("scipy").get("fisher_exact_p"));
        }
    }

    private static boolean hasInterval(JsonNode exact) {
        return exact.has("or_ci95") && exact.get("or_ci95").get(0).isNumber();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("many")
    void anyNumberOfArms(String name, JsonNode golden) {
        String[] arms = new String[golden.get("table").size()];
        for (int i = 0; i < arms.length; i++) {
            arms[i] = String.format("arm %02d", i);
        }
        Table scored = scored(golden, arms);

        if (golden.get("exact").has("degenerate")) {
            assertThat(cell(scored, 0, "note")).isNotNull();
        } else {
            assertOverall(scored, golden.get("exact"));
            assertThat(cell(scored, 0, "chi2_dof"))
                    .isEqualTo(golden.get("exact").get("dof").asLong());
        }
    }

    private static Table scored(JsonNode golden, String... arms) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < arms.length; i++) {
            JsonNode counts = golden.get("table").get(i);
            rows.add(ExperimentMetricTest.row(
                    "Golden", arms[i], counts.get(0).asLong(), counts.get(1).asLong()));
        }
        ExperimentMetric metric = TestingMetrics.experiment(Optional.empty());
        return metric.score(ExperimentMetricTest.table(rows));
    }

    private static void assertOverall(Table scored, JsonNode exact) {
        for (String test : List.of("chi2", "g")) {
            assertClose(cell(scored, 0, test + "_stat"), exact.get(test));
            assertClose(cell(scored, 0, test + "_p_val"), exact.get(test + "_p"));
        }
    }

    private static void assertOddsRatio(Table table, String value, String interval, JsonNode exact) {
        assertClose(cell(table, 0, value), exact.get("odds_ratio"));
        JsonNode ends = exact.get("or_ci95");
        assertClose(cell(table, 0, interval + "_ci_low"), ends == null ? null : ends.get(0));
        assertClose(cell(table, 0, interval + "_ci_high"), ends == null ? null : ends.get(1));
    }

    /** What has no number there is not available here. */
    private static void assertClose(@Nullable Object actual, @Nullable JsonNode expected) {
        if (expected == null || !expected.isNumber()) {
            assertThat(actual).isNull();
        } else {
            double value = expected.asDouble();
            assertThat((Double) actual).isCloseTo(value, within(RELATIVE * Math.abs(value) + Double.MIN_NORMAL));
        }
    }
}
