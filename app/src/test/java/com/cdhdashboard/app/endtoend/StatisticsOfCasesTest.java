package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores of small exports whose numbers are known from elsewhere. */
class StatisticsOfCasesTest {
    @TempDir
    private Path temporary;

    private CaseStore imported(String name, String file, String... options) {
        Path configuration = TestData.path("cases", name).resolve("case.toml");
        CaseStore store =
                Files.exists(configuration) ? CaseStore.in(temporary, configuration) : CaseStore.in(temporary);
        Object[] all = Stream.concat(Stream.of(options), Stream.of(TestData.path("cases", name, file)))
                .toArray();
        InstalledProgram.Outcome outcome = store.importing(all);
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        return store;
    }

    private static JsonNode row(JsonNode rows, String column, String value) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.get(column).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static void assertFigures(JsonNode row, Map<String, Double> figures, double relative) {
        figures.forEach((name, figure) ->
                assertThat(row.get(name).asDouble()).as(name).isCloseTo(figure, within(relative * Math.abs(figure))));
    }

    @Test
    void aTestFarInTheTailKeepsItsDigits() {
        JsonNode row = imported("31-chi2-tail", "data.json").query("experiment").get(0);
        assertFigures(
                row,
                Map.of(
                        "chi2_stat", 84.411636995,
                        "chi2_p_val", 4.01776e-20,
                        "z_score", 9.187580584,
                        "g_stat", 106.693466652,
                        "g_p_val", 5.19637e-25,
                        "g_odds_ratio_stat", 1081.0),
                1e-5);
    }

    @Test
    void armsWithoutPositivesOrNegativesHaveWhatCanBeHad() {
        JsonNode rows = imported("32-zero-arms", "data.json").query("experiment");
        JsonNode all = row(rows, "ExperimentName", "all-or-nothing");
        assertFigures(all, Map.of("chi2_stat", 10.0), 1e-9);
        assertFigures(all.get("pairs").get(0), Map.of("fisher_p_val", 0.00793651), 1e-6);
        JsonNode none = row(rows, "ExperimentName", "none-positive");
        Stream.of("chi2_stat", "chi2_p_val", "g_stat", "z_score", "g_odds_ratio_stat")
                .forEach(name -> assertThat(none.get(name).isNull()).as(name).isTrue());
        JsonNode zero = row(rows, "ExperimentName", "zero-control");
        assertFigures(zero, Map.of("chi2_stat", 6.6666667), 1e-7);
        assertFigures(
                zero.get("pairs").get(0), Map.of("fisher_p_val", 0.0237207, "corrected_odds_ratio", 16.1836735), 1e-5);
    }

    @Test
    void armsOfUnequalSizeAreSaid() {
        JsonNode row = imported("33-srm", "data.json").query("experiment").get(0);
        assertThat(row.get("sample_ratio_stat").asDouble()).isCloseTo(47.451, within(5e-4));
        assertThat(row.get("sample_ratio_p_val").asDouble()).isCloseTo(5.64e-12, within(5e-15));
        assertThat(row.get("note").asText())
                .startsWith(
                        "The arms have 400 : 620 interactions; were they meant to be equally large, chance alone would"
                                + " set them so far apart with p < 0.001, and the assignment is to be checked first.");
    }

    @ParameterizedTest
    @CsvSource({"Web, 0.5, 0.5", "SMS, 0.5, 0.25", "Mobile, 0.75, 0.82093154", "Email, 0.87363418, 0.20740668"})
    void equalScoresCountHalf(String channel, double area, double precision) {
        JsonNode row = imported("34-auc-ties", "data.json").total("model_ml_scores", "--filter", "Channel=" + channel);
        assertFigures(row, Map.of("roc_auc", area, "average_precision", precision), 1e-7);
    }

    @Test
    void quantilesFollowTheirRule() {
        JsonNode rows = imported("35-quantiles", "data.json.gz").query("descriptive", "--group-by", "Channel");
        assertQuantiles(row(rows, "Channel", "Jump"), 5.75, 10.5, 15.25, 18.1, 50018.05);
        assertQuantiles(row(rows, "Channel", "Die"), 2, 3, 5, 6, 6);
    }

    private static void assertQuantiles(JsonNode row, double... expected) {
        List<String> names = List.of("Priority_p25", "Priority_Median", "Priority_p75", "Priority_p90", "Priority_p95");
        for (int i = 0; i < expected.length; i++) {
            assertFigures(row, Map.of(names.get(i), expected[i]), 1e-9);
        }
    }

    @Test
    void quantilesOfATotalKeepTheirRank() {
        JsonNode row = imported("42-pooled-totals", "data.json").total("descriptive");
        assertThat(row.get("Priority_p75").asDouble()).isCloseTo(747.75, within(5.0));
        assertThat(row.get("Priority_p90").asDouble()).isCloseTo(899.1, within(5.0));
    }

    @Test
    void purchasesOfOneDayAreOne() {
        JsonNode rows =
                imported("28-clv-same-day", "holdings.ndjson", "--holdings").query("clv");
        assertFigures(
                row(rows, "CustomerID", "A"),
                Map.of(
                        "frequency", 3.0,
                        "recency", 52.0,
                        "tenure", 302.0,
                        "monetary_value", 120.0,
                        "lifetime_value", 435.0,
                        "unique_holdings", 8.0),
                0);
        assertFigures(row(rows, "CustomerID", "B"), Map.of("frequency", 0.0, "recency", 0.0, "monetary_value", 0.0), 0);
    }

    @Test
    void refundsMakeAMeanValueBelowZero() {
        JsonNode rows =
                imported("30-clv-refunds", "holdings.ndjson", "--holdings").query("clv");
        List<Double> values = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get("monetary_value").asDouble())
                .toList();
        assertThat(values).containsExactlyInAnyOrder(-100.0, 0.0, 30.0, 20.0, 0.0);
    }
}
