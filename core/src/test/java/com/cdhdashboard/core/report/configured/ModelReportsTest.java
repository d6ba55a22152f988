package com.cdhdashboard.core.report.configured;

import static com.cdhdashboard.core.report.TestingReports.in;
import static com.cdhdashboard.core.report.TestingReports.json;
import static com.cdhdashboard.core.report.TestingReports.report;
import static com.cdhdashboard.core.report.TestingReports.text;
import static com.cdhdashboard.core.report.TestingReports.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.TestingSummaries;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReportsTest {
    private static final ReportConfig AREA = report("model_ml_scores", "line", "x", "Month", "y", "roc_auc");

    /** Web ranks well, Email upside down, and no Fax was answered. */
    private static TestingSummaries data() {
        return TestingSummaries.models(true, text("Month"), text("Channel"))
                .scores(new double[] {0.8, 0.6}, new double[] {0.1, 0.2, 0.7}, "2024-11", "Web")
                .scores(new double[] {0.9}, new double[] {0.3, 0.2}, "2024-12", "Web")
                .scores(new double[] {0.1, 0.2}, new double[] {0.3, 0.15}, "2024-12", "Email")
                .scores(new double[] {}, new double[] {0.3, 0.15}, "2024-12", "Fax");
    }

    @Test
    void theAreaIsDrawnFromChanceWithItsIntervalAndSaysWhich() {
        ReportView view = data().draw(AREA, Map.of());
        JsonNode bars = json(view).get("data").get(0);

        assertThat(bars.get("base").asDouble()).isEqualTo(0.5);
        // Five of six pairs of November are in order.
        assertThat(bars.get("y").get(0).asDouble()).isEqualTo(5 / 6.0 - 0.5);
        assertThat(bars.get("hovertext").get(0).asText())
                .isEqualTo("Nov 2024<br><b>AUC</b>: 0.833 (no interval), n = 5");
        assertThat(view.notes())
                .contains(
                        "Whiskers and bands are 95 % intervals (logit, DeLong).",
                        "Without an interval: 2 of the points, as there is none unless there are 20 positive and 20 negative"
                                + " responses with a score, or where the scores separate them perfectly or not at all.",
                        "The dashed line at 0.5 is what scores reach that know nothing.");
        assertThat(view.cards()).isEmpty();
    }

    @Test
    void anAreaBelowChanceIsFlagged() {
        ReportView view = data().draw(AREA, Map.of("color", "Channel"), in("Channel", "Email"));

        assertThat(json(view).get("data").get(0).get("hovertext").get(0).asText())
                .endsWith("0.250 (no interval), below 0.5: ranks upside down, n = 4");
        assertThat(view.notes()).contains("AUC below 0.5, the scores rank upside down: Dec 2024 / Email (0.250).");
    }

    @Test
    void averagePrecisionHasTheShareOfPositivesAsItsReference() {
        ReportView view = data().draw(AREA, Map.of("y", "average_precision", "facet_row", "Channel"));
        List<JsonNode> references = StreamSupport.stream(json(view).get("data").spliterator(), false)
                .filter(trace -> trace.path("line").path("dash").asText().equals("dash"))
                .toList();

        assertThat(references)
                .extracting(trace -> trace.get("y").get(0).asDouble())
                .containsExactly(0.5, 0.0, 3 / 8.0);
        assertThat(view.notes())
                .contains(
                        "The dashed line is the share of positives, the average precision of scores that know nothing.");
        assertThat(view.cards()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "roc, false_positive_rate, true_positive_rate",
        "precision_recall, recall, precision",
        "gain, share_of_interactions, share_of_positives",
        "lift, share_of_interactions, lift",
    })
    void aViewNeedsNeitherColourNorFacetsAndHasItsPointsAsTable(String view, String x, String y) {
        ReportView drawn = data().draw(AREA, Map.of("view", view));

        assertThat(drawn.reason()).isEmpty();
        assertThat(drawn.table().columns()).extracting(Column::name).containsExactly("threshold", x, y);
        assertThat(drawn.table().rows()).isNotEmpty();
        assertThat(drawn.notes())
                .contains(
                        "Curves are of Propensity; all values of Month are taken together. Filter to see some of them.");
        assertThat(drawn.controls())
                .extracting(Control::name)
                .containsExactly("color", "facet_row", "facet_column", "view", "property");
    }

    @Test
    void curvesRunFromCornerToCornerAndNameTheirArea() {
        ReportView view = data().draw(AREA, Map.of("view", "roc", "color", "Channel"));
        JsonNode figure = json(view);

        JsonNode email = figure.get("data").get(0);
        assertThat(email.at("/meta/drill/is/0/label").asText()).isEqualTo("Email");
        assertThat(email.get("name").asText()).isEqualTo("Email  AUC 0.250");
        assertThat(texts(email.get("x"))).startsWith("0.0").endsWith("1.0");
        assertThat(texts(email.get("y"))).startsWith("0.0").endsWith("1.0");
        assertThat(view.table().rows().get(0)).containsExactly("Email", null, 0.0, 0.0);
        assertThat(view.notes())
                .contains(
                        "No curve, as positive or negative responses with a score are missing: Fax.",
                        "AUC below 0.5, the scores rank upside down: Email (0.250).");
    }

    @Test
    void precisionHasTheShareOfPositivesOfEachColourAsBaseline() {
        JsonNode data = json(data().draw(AREA, Map.of("view", "precision_recall", "color", "Channel")))
                .get("data");

        assertThat(data.get(0).get("line").get("dash").asText()).isEqualTo("dot");
        assertThat(data.get(0).get("y").get(0).asDouble()).isEqualTo(0.5);
        assertThat(data.get(2).get("y").get(0).asDouble()).isEqualTo(3 / 8.0);
        assertThat(data.get(3).get("name").asText()).isEqualTo("Web  AP 0.92");
    }

    @Test
    void calibrationShowsCountsAndIntervalsOfBinsThatKeepEqualScoresTogether() {
        TestingSummaries data = TestingSummaries.models(true, text("Month"))
                .scores(new double[] {0.5, 0.5}, new double[] {0.1, 0.1, 0.1, 0.1, 0.5, 0.5}, "2024-11");
        ReportView view = data.draw(AREA, Map.of("view", "calibration"));

        assertThat(view.table().columns())
                .extracting(Column::name)
                .containsExactly(
                        "lowest_score",
                        "highest_score",
                        "mean_predicted",
                        "observed_rate",
                        "observed_rate_Low",
                        "observed_rate_High",
                        "Count",
                        "Positives");
        assertThat(view.table().rows()).hasSize(2);
        assertThat(view.table().rows().get(1)).startsWith(0.5, 0.5, 0.5, 0.5).endsWith(4L, 2L);
        JsonNode trace = json(view).get("data").get(0);
        assertThat(trace.get("name").asText()).isEqualTo("all<br>ECE 5.00\u00a0%, observed / expected 0.83");
        assertThat(trace.get("error_y").get("array")).hasSize(2);
    }

    @Test
    void thePropertyReachesEveryView() {
        Map<String, String> of = Map.of("property", "FinalPropensity", "color", "Channel");
        assertThat(json(data().draw(AREA, with(of, "view", "roc")))
                        .get("data")
                        .get(0)
                        .get("name")
                        .asText())
                .isEqualTo("Email  AUC 0.750");
        assertThat(data().draw(AREA, with(of, "view", "calibration")).notes())
                .contains(
                        "Curves are of FinalPropensity; all values of Month are taken together. Filter to see some of them.");
        assertThat(json(data().draw(AREA, of)).toString()).contains("0.750 (no interval)");
    }

    @Test
    void withoutKeptScoresTheCourseIsApproximateAndCurvesSayWhyThereAreNone() {
        TestingSummaries averaged = TestingSummaries.models(false, text("Month"))
                .scores(new double[] {0.8, 0.6}, new double[] {0.1, 0.7}, "2024-11");

        assertThat(averaged.draw(AREA, Map.of()).notes())
                .contains(
                        "Approximate: with use_t_digest = false, quantiles, AUC and average precision are the exact values"
                                + " of the finest groups, averaged by their rows.");
        assertThat(averaged.draw(AREA, Map.of("view", "gain")).reason())
                .hasValue(
                        "With use_t_digest = false a metric keeps averages instead of the scores that curves are made of."
                                + " Set it to true and import the files again, or choose the view \"score over X\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"roc", "precision_recall", "calibration", "gain", "lift"})
    void aViewOfNothingSaysSo(String view) {
        assertThat(data().draw(AREA, Map.of("view", view), in("Channel", "Post"))
                        .reason())
                .hasValue("No rows match: Channel = Post. Clear or widen a filter.");
    }

    @Test
    void aViewOfOneClassSaysWhatIsMissing() {
        ReportView view = data().draw(AREA, Map.of("view", "roc"), in("Channel", "Fax"));

        assertThat(view.reason())
                .hasValue("AUC is not available in the only group: there is none unless there are positive and negative"
                        + " responses with a score.");
        assertThat(view.table().rows()).hasSize(1);
    }

    @Test
    void parentsOfATreemapAreRolledUpAndNotAveraged() {
        ReportConfig treemap = report("model_ml_scores", "treemap", List.of("Month", "Channel"), "color", "roc_auc");
        JsonNode trace = json(data().draw(treemap, Map.of())).get("data").get(0);
        int december = texts(trace.get("labels")).indexOf("Dec 2024");

        // 0.9 beats six negatives; 0.1 and 0.2 beat none and 2½ of them: 8.5 of 18 pairs.
        assertThat(trace.get("marker").get("colors").get(december).asDouble()).isCloseTo(8.5 / 18, within(1e-12));
        assertThat(texts(trace.get("text")).get(december)).isEqualTo("0.472<br>64.3\u00a0% of parent");
    }

    @Test
    void aHeatMapLeavesGapsAndWritesNoveltyInBits() {
        ReportConfig heatMap = report("model_ml_scores", "heatmap", "x", "Month", "y", "Channel", "color", "novelty");
        JsonNode trace = json(data().draw(heatMap, Map.of())).get("data").get(0);

        assertThat(texts(trace.get("y"))).containsExactly("Email", "Fax", "Web");
        assertThat(trace.get("z").get(0).get(0).isNull()).isTrue();
        assertThat(trace.get("text").get(0).get(1).asText()).isEqualTo("1 bit");
    }

    @Test
    void theScaleOfAreasIsCentredAtChance() {
        ReportConfig heatMap = report("model_ml_scores", "heatmap", "x", "Month", "y", "Channel", "color", "roc_auc");
        JsonNode trace = json(data().draw(heatMap, Map.of())).get("data").get(0);

        assertThat(trace.get("zmin").asDouble() + trace.get("zmax").asDouble()).isEqualTo(1);
    }

    @Test
    void onlySummariesOfWhatIsShownAreAskedFor() {
        TestingSummaries data = data();
        data.draw(AREA, Map.of());
        assertThat(data.cubes().questions())
                .flatExtracting(RollUp::summaries)
                .extracting(Summary::name)
                .containsOnly("scores:Propensity");
    }

    private static Map<String, String> with(Map<String, String> choices, String name, String value) {
        Map<String, String> all = new HashMap<>(choices);
        all.put(name, value);
        return all;
    }
}
