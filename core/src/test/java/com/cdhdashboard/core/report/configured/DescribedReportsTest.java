package com.cdhdashboard.core.report.configured;

import static com.cdhdashboard.core.report.TestingReports.in;
import static com.cdhdashboard.core.report.TestingReports.json;
import static com.cdhdashboard.core.report.TestingReports.report;
import static com.cdhdashboard.core.report.TestingReports.text;
import static com.cdhdashboard.core.report.TestingReports.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.TestingSummaries;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DescribedReportsTest {
    private static final ReportConfig LINE =
            report("descriptive", "line", "x", "Channel", "y", "Propensity", "score", "Median");
    private static final ReportConfig BOXES = report("descriptive", "boxplot", "x", "Channel", "y", "Propensity");
    private static final ReportConfig HISTOGRAM =
            report("descriptive", "histogram", "x", "Propensity", "facet_column", "Channel");
    private static final ReportConfig FUNNEL = report(
            "descriptive",
            "funnel",
            "x",
            "Outcome",
            "stages",
            List.of("Impression", "Seen", "Clicked", "Conversion"),
            "color",
            "Channel");

    private static TestingSummaries data() {
        return TestingSummaries.described(true, text("Channel"), text("Outcome"))
                .values(100, new double[] {1, 2, 3, 4, 5}, "Web", "Impression")
                .values(20, new double[] {100}, "Web", "Clicked")
                .values(30, new double[] {7, 7}, "Email", "Impression")
                .values(5, new double[] {}, "Fax", "Conversion");
    }

    @Test
    void aLineAsksForNoMoreThanItsScoreNeeds() {
        TestingSummaries data = data();
        ReportView view = data.draw(LINE, Map.of());

        assertThat(data.cubes().questions())
                .flatExtracting(RollUp::summaries)
                .extracting(Summary::name)
                .containsExactly("quantiles:Propensity");
        assertThat(view.table().columns())
                .extracting(Column::name)
                .startsWith("Channel", "Count", "Propensity_Count", "Propensity_Median");
        assertThat(json(view).get("data").get(0).get("hovertext").get(2).asText())
                .isEqualTo("Web<br><b>Propensity, median</b>: 3.50, n = 6");
    }

    @Test
    void controlsOfferEachScoreOnceAndOnlyThoseAColumnHas() {
        ReportView numbers = data().draw(LINE, Map.of());
        assertThat(control(numbers, "score").options())
                .extracting(Control.Option::value)
                .doesNotHaveDuplicates()
                .contains("Count", "Median", "p95");
        assertThat(control(numbers, "y").options())
                .extracting(Control.Option::value)
                .containsExactly("Propensity", "Outcome");

        ReportView texts = data().draw(LINE, Map.of("y", "Outcome"));
        assertThat(control(texts, "score").options())
                .extracting(Control.Option::value)
                .containsExactly("Count");
        assertThat(control(texts, "score").chosen()).isEqualTo("Count");
        assertThat(texts(json(texts).get("data").get(0).get("y"))).containsExactly("30.0", "5.0", "120.0");
        assertThat(texts.notes()).contains("Outcome holds no numbers, so its count is drawn.");
    }

    @Test
    void whiskersAreTukeysAsFarAsASummaryKnows() {
        JsonNode box = json(data().draw(BOXES, Map.of())).get("data").get(0);

        assertThat(texts(box.get("x"))).containsExactly("Email", "Web");
        // Of 1, 2, 3, 4, 5 and 100: quartiles 2.25 and 4.75, so the whisker ends at 8.5.
        assertThat(box.get("q1").get(1).asDouble()).isEqualTo(2.25);
        assertThat(box.get("upperfence").get(1).asDouble()).isEqualTo(8.5);
        assertThat(box.get("lowerfence").get(1).asDouble()).isEqualTo(1);
        assertThat(box.has("notched")).isFalse();
        assertThat(box.get("upperfence").get(0).asDouble()).isEqualTo(7);
    }

    @Test
    void notchesNeedThirtyValues() {
        TestingSummaries data = TestingSummaries.described(true, text("Channel"), text("Outcome"))
                .values(100, IntStream.range(0, 100).asDoubleStream().toArray(), "Web", "Impression")
                .values(29, IntStream.range(0, 29).asDoubleStream().toArray(), "Fax", "Impression");
        JsonNode box = json(data.draw(BOXES, Map.of())).get("data").get(0);

        assertThat(box.get("notchspan").get(0).asDouble()).isZero();
        assertThat(box.get("notchspan").get(1).asDouble()).isEqualTo(1.57 * 49.5 / 10);
    }

    @Test
    void everyColourIsInTheLegendEvenIfTheFirstChartLacksIt() {
        ReportView view = data().draw(BOXES, Map.of("x", "Outcome", "facet_column", "Channel", "color", "Outcome"));
        assertThat(json(view).get("data"))
                .filteredOn(trace -> trace.path("type").asText().equals("box")
                        && trace.path("showlegend").asBoolean())
                .extracting(trace -> trace.get("name").asText())
                .containsExactlyInAnyOrder("Impression", "Clicked");
    }

    @ParameterizedTest
    @MethodSource("ofNumbers")
    void aColumnWithoutNumbersSaysWhatThereIs(ReportConfig config, String key) {
        assertThat(data().draw(config, Map.of(key, "Outcome")).reason())
                .hasValue(
                        "Outcome holds no numbers in the imported data, so it can only be counted. Columns with numbers:"
                                + " Propensity.");
    }

    private static List<Arguments> ofNumbers() {
        return List.of(Arguments.of(BOXES, "y"), Arguments.of(HISTOGRAM, "x"));
    }

    @Test
    void allChartsOfAHistogramHaveTheSameBinsAndHoldEveryValue() {
        ReportView view = data().draw(HISTOGRAM, Map.of());
        JsonNode data = json(view).get("data");

        assertThat(data.get(0).get("x")).isEqualTo(data.get(2).get("x"));
        assertThat(view.table().columns()).extracting(Column::name).containsExactly("Channel", "from", "to", "Count");
        assertThat(view.table().rows()).contains(List.of("Email", 5.0, 10.0, 2L), List.of("Web", 95.0, 100.0, 1L));
        assertThat(view.notes())
                .contains(
                        "8 of 8 values lie in the bins, which are the same in every chart; a bin holds its lower edge, the"
                                + " last one its upper edge, too.");
    }

    @Test
    void aHistogramNeedsNoFacets() {
        ReportView view = data().draw(HISTOGRAM, Map.of("facet_column", "", "share", "true"));

        assertThat(json(view).get("data")).hasSize(1);
        assertThat(json(view).get("data").get(0).get("y").get(0).asDouble()).isEqualTo(4 / 8.0);
    }

    @Test
    void aConstantIsOneBar() {
        TestingSummaries data = TestingSummaries.described(true, text("Channel"), text("Outcome"))
                .values(3, new double[] {7, 7, 7}, "Web", "Impression");

        assertThat(data.draw(HISTOGRAM, Map.of("clip", "true")).table().rows())
                .containsExactly(List.of("Web", 6.5, 7.5, 3L));
    }

    @Test
    void withoutKeptValuesThereIsNoHistogram() {
        TestingSummaries averaged = TestingSummaries.described(false, text("Channel"), text("Outcome"))
                .values(3, new double[] {7, 8, 9}, "Web", "Impression");

        assertThat(averaged.draw(HISTOGRAM, Map.of()).reason())
                .hasValue(
                        "With use_t_digest = false a metric keeps averages of quantiles, which do not tell how values are"
                                + " distributed. Set it to true and import the files again.");
    }

    @Test
    void aFunnelCountsWhatReachedAtLeastEachStage() {
        ReportView view = data().draw(FUNNEL, Map.of());

        assertThat(view.table().columns())
                .extracting(Column::name)
                .containsExactly(
                        "Channel", "Stage", "Outcomes", "Reached_Least", "Reached_Most", "Of_Previous", "Of_First");
        assertThat(view.table().rows())
                .contains(
                        Arrays.asList("Web", "Impression", 100L, 100L, 120L, null, 1.0),
                        List.of("Web", "Seen", 0L, 20L, 20L, 0.2, 0.2),
                        List.of("Web", "Clicked", 20L, 20L, 20L, 1.0, 0.2),
                        List.of("Web", "Conversion", 0L, 0L, 0L, 0.0, 0.0),
                        Arrays.asList("Fax", "Impression", 0L, 5L, 5L, null, 1.0));
        assertThat(view.notes()).contains("No interaction has the outcome Seen.");
        JsonNode web = json(view).get("data").get(2);
        assertThat(texts(web.get("y"))).containsExactly("Impression", "Seen", "Clicked", "Conversion");
        assertThat(texts(web.get("x"))).containsExactly("100", "20", "20", "0");
        assertThat(web.get("text").get(1).asText()).isEqualTo("20 (20.0\u00a0%)");
    }

    @Test
    void aFunnelOfNothingSaysSo() {
        assertThat(data().draw(FUNNEL, Map.of(), in("Channel", "Post")).reason())
                .hasValue("No rows match: Channel = Post. Clear or widen a filter.");
    }

    @Test
    void aHeatMapShowsAScoreOfAColumn() {
        ReportConfig heatMap = report(
                "descriptive", "heatmap", "x", "Outcome", "y", "Channel", "property", "Propensity", "score", "Mean");
        JsonNode trace = json(data().draw(heatMap, Map.of())).get("data").get(0);

        assertThat(texts(trace.get("y"))).containsExactly("Email", "Fax", "Web");
        assertThat(trace.get("z").get(2).get(0).asDouble()).isEqualTo(100);
        assertThat(trace.get("z").get(1).get(0).isNull()).isTrue();
    }

    @Test
    void aFreeChartStartsWithTheFirstColumn() {
        ReportView view = data().draw(report("descriptive", "generic"), Map.of());

        assertThat(view.reason()).isEmpty();
        assertThat(control(view, "y").chosen()).isEqualTo("Propensity");
        assertThat(control(view, "score").chosen()).isEqualTo("Count");
    }

    private static Control control(ReportView view, String name) {
        return view.controls().stream()
                .filter(control -> control.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
