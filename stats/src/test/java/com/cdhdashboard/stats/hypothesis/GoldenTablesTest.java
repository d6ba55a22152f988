package com.cdhdashboard.stats.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every test against tables solved with 80 digits (mpmath), and Fisher's against scipy 1.17.1. */
class GoldenTablesTest {
    private static final double PRECISION = 1e-12;

    static Stream<Arguments> allTables() {
        return Stream.concat(tables("two_by_two"), tables("r_by_two"));
    }

    static Stream<Arguments> pairs() {
        return tables("two_by_two");
    }

    private static Stream<Arguments> tables(String kind) {
        List<Arguments> cases = new ArrayList<>();
        TestData.json("stats/golden.json")
                .get(kind)
                .forEach(table -> cases.add(Arguments.of(table.get("name").asText(), table)));
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allTables")
    void chiSquareAndLikelihoodRatioMatchExactValues(String name, JsonNode golden) {
        ContingencyTable table = new ContingencyTable(groups(golden));
        JsonNode exact = golden.get("exact");

        assertThat(table.isTestable()).isEqualTo(!exact.has("degenerate"));
        assertThat(table.degreesOfFreedom()).isEqualTo(exact.get("dof").asInt());
        assertClose("expected", table.smallestExpectedCount(), exact.get("min_expected"));
        assertStatistic(table.chiSquare(), exact, "chi2");
        assertStatistic(table.likelihoodRatio(), exact, "g");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void zTestMatchesExactValues(String name, JsonNode golden) {
        TwoProportionTest test = new TwoProportionTest(first(golden), second(golden));
        JsonNode exact = golden.get("exact");

        assertClose("z", test.z(), exact.get("z_pooled"));
        assertClose("p", test.pValue(), exact.get("z_p_two_sided"));
        assertLogarithm(test.log10PValue(), exact.get("z_log10_p"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void oddsRatioMatchesExactValues(String name, JsonNode golden) {
        OddsRatio ratio = OddsRatio.of(first(golden), second(golden));
        OddsRatio corrected = OddsRatio.corrected(first(golden), second(golden));
        JsonNode exact = golden.get("exact");

        assertClose("odds ratio", ratio.value(), exact.get("odds_ratio"));
        assertInterval(ratio.interval(), exact.get("or_ci95"));
        assertThat(corrected.corrected()).isTrue();
        if (exact.has("haldane_anscombe")) {
            assertClose("+0.5", corrected.value(), exact.get("haldane_anscombe").get("odds_ratio"));
            assertInterval(corrected.interval(), exact.get("haldane_anscombe").get("ci95"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void fishersExactTestMatchesScipy(String name, JsonNode golden) {
        double p = new FisherExactTest(first(golden), second(golden)).pValue();
        JsonNode expected = golden.get("scipy").get("fisher_exact_p");

        if (golden.get("exact").has("degenerate")) {
            assertThat(p).isNaN();
        } else if (expected != null) {
            assertThat(p).isCloseTo(expected.asDouble(), within(1e-9 * expected.asDouble()));
        } else {
            assertThat(p).isBetween(0.0, 1.0);
        }
    }

    private static void assertStatistic(ChiSquareStatistic statistic, JsonNode exact, String name) {
        assertClose(name, statistic.value(), exact.get(name));
        assertClose(name + " p", statistic.pValue(), exact.get(name + "_p"));
        assertLogarithm(statistic.log10PValue(), exact.get(name + "_log10_p"));
    }

    private static void assertInterval(Interval interval, @Nullable JsonNode expected) {
        assertClose("low", interval.low(), expected == null ? null : expected.get(0));
        assertClose("high", interval.high(), expected == null ? null : expected.get(1));
    }

    private static void assertClose(String name, double actual, @Nullable JsonNode expected) {
        if (expected == null || !expected.isNumber()) {
            assertThat(actual).as(name).isNaN();
        } else {
            double value = expected.asDouble();
            assertThat(actual).as(name).isCloseTo(value, within(PRECISION * Math.abs(value)));
        }
    }

    private static void assertLogarithm(double actual, @Nullable JsonNode expected) {
        if (expected == null) {
            assertThat(actual).isNaN();
        } else {
            double value = expected.asDouble();
            assertThat(actual).isCloseTo(value, within(Math.max(1e-11, 1e-15 * Math.abs(value))));
        }
    }

    private static List<Proportion> groups(JsonNode golden) {
        List<Proportion> groups = new ArrayList<>();
        golden.get("table")
                .forEach(row -> groups.add(
                        new Proportion(row.get(0).asLong(), row.get(1).asLong())));
        return groups;
    }

    private static Proportion first(JsonNode golden) {
        return groups(golden).get(0);
    }

    private static Proportion second(JsonNode golden) {
        return groups(golden).get(1);
    }
}
