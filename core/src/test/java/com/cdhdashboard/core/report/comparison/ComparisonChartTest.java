package com.cdhdashboard.core.report.comparison;

import static com.cdhdashboard.core.report.TestingReports.json;
import static com.cdhdashboard.core.report.TestingReports.text;
import static com.cdhdashboard.core.report.TestingReports.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.report.InMemoryCubes;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.TestingReports;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonChartTest {
    private static final ReportConfig Z = TestingReports.report("experiment", "line");
    private static final ReportConfig ODDS = TestingReports.report("experiment", "line", "x", "g_odds_ratio_stat");

    /** Cells of an experiment by channel. */
    private static final class Data {
        private final List<List<@Nullable Object>> cells = new ArrayList<>();

        Data arm(String channel, String experiment, String arm, long positives, long count) {
            cells.add(TestingReports.row(channel, experiment, arm, positives, count - positives));
            return this;
        }

        ReportView draw(ReportConfig report, Map<String, String> choices, Filter... filters) {
            MetricConfig config = new MetricConfig.Experiment(
                    new MetricConfig.Common(
                            "experiment",
                            new Position("test.toml", 1, 1),
                            List.of("Channel"),
                            Optional.empty(),
                            List.of("z_score")),
                    new MetricConfig.Responses(List.of("Clicked"), List.of("Impression")),
                    "Experiment",
                    "Arm",
                    Optional.empty());
            CubeSchema schema = new CubeSchema(
                    "experiment",
                    List.of(text("Channel"), text("Experiment"), text("Arm")),
                    TestingReports.metric(config).measures());
            return TestingReports.reports(new InMemoryCubes().add(schema, cells), List.of(config), report)
                    .view(new ReportRequest("r", choices, List.of(filters)));
        }

        ReportView draw(ReportConfig report) {
            return draw(report, Map.of());
        }
    }

    /** Hero: B ahead by far; Words: A behind by far, B alike; Lonely: one arm. */
    private static Data data() {
        return new Data()
                .arm("Web", "Hero", "Control", 20, 1000)
                .arm("Web", "Hero", "B", 60, 1000)
                .arm("Web", "Lonely", "Control", 5, 100)
                .arm("Web", "Words", "A", 10, 1000)
                .arm("Web", "Words", "B", 51, 1000)
                .arm("Web", "Words", "Control", 50, 1000);
    }

    private static JsonNode trace(ReportView view, String name) {
        for (JsonNode trace : json(view).get("data")) {
            if (trace.get("name").asText().equals(name)) {
                return trace;
            }
        }
        throw new AssertionError("no trace " + name);
    }

    @Test
    void zIsBarsSortedFromTheLargestOnABandOfChance() {
        ReportView view = data().draw(Z);

        JsonNode figure = json(view);
        assertThat(texts(figure.at("/layout/yaxis/ticktext"))).containsExactly("Hero: B", "Words: B", "Words: A");
        JsonNode treatment = trace(view, "treatment better");
        assertThat(treatment.get("type").asText()).isEqualTo("bar");
        assertThat(texts(treatment.get("y"))).containsExactly("0");
        assertThat(treatment.get("x").get(0).asDouble()).isCloseTo(4.564, within(0.001));
        assertThat(texts(trace(view, "undecided").get("y"))).containsExactly("1");
        assertThat(texts(trace(view, "control better").get("y"))).containsExactly("2");
        assertThat(trace(view, "control better").at("/marker/pattern/shape").asText())
                .isEqualTo("/");
        JsonNode band = figure.at("/layout/shapes/0");
        assertThat(band.get("x0").asDouble()).isCloseTo(-1.96, within(1e-4));
        assertThat(band.get("fillcolor").asText()).isEqualTo("var(--chart-neutral-band)");
        assertThat(view.notes())
                .containsExactly(
                        "1 row has nothing to draw; the column note of the table says why.",
                        "The grey band (|z| < 1.96) holds what chance alone gives 19 times out of 20. Of 3 comparisons, p"
                                + " is below 0.05 in 2; after Holm's correction for looking at all of them, in 2.");
    }

    @Test
    void oddsRatiosArePointsWithIntervalsOnALogarithmicAxis() {
        ReportView view = data().draw(ODDS);

        JsonNode figure = json(view);
        assertThat(figure.at("/layout/xaxis/type").asText()).isEqualTo("log");
        assertThat(texts(figure.at("/layout/xaxis/ticktext"))).contains("1").isNotEmpty();
        assertThat(figure.at("/layout/shapes/0/x0").asDouble()).isEqualTo(1);
        JsonNode points = trace(view, "treatment better");
        double ratio = 60.0 * 980 / (940 * 20);
        assertThat(points.get("x").get(0).asDouble()).isCloseTo(ratio, within(1e-12));
        assertThat(points.at("/marker/symbol/0").asText()).isEqualTo("triangle-right");
        assertThat(points.at("/error_x/arrayminus/0").asDouble()).isBetween(0.1, ratio - 1);
        assertThat(trace(view, "control better").at("/marker/symbol/0").asText())
                .isEqualTo("triangle-left");
    }

    @Test
    void hoverHasRatesCountsPValuesAndTheInterval() {
        String hover =
                trace(data().draw(Z), "treatment better").at("/hovertext/0").asText();

        assertThat(hover.replace('\u00a0', ' '))
                .isEqualTo("<b>Hero</b><br>B: 6.00 % (60 of 1,000)<br>Control: 2.00 % (20 of 1,000) (control)"
                        + "<br>difference 4.0 % (2.3 to 5.8 %)<br>z = 4.56, p &lt; 0.001, adjusted after Holm p &lt; 0.001"
                        + "<br>odds ratio 3.1 (1.9 to 5.2)");
    }

    @Test
    void theTableHasALineForEachComparisonAndEachGroupWithout() {
        Table table = data().draw(Z).table();

        assertThat(table.columns().stream().map(Column::name))
                .startsWith(
                        "Experiment",
                        "treatment",
                        "control",
                        "treatment_Count",
                        "treatment_rate",
                        "control_Count",
                        "control_rate",
                        "z_score",
                        "z_p_val",
                        "z_p_holm")
                .endsWith("note");
        assertThat(table.rows()).hasSize(4);
        assertThat(table.rows().get(0)).startsWith("Hero", "B", "Control", 1000L, 0.06, 1000L, 0.02);
        assertThat(table.rows().get(1)).startsWith("Lonely", (Object) null);
        assertThat(table.rows().get(1))
                .endsWith("Only the arm \"Control\" has interactions, so there is nothing to compare.");
    }

    @Test
    void aCountOfZeroIsDrawnHollowWithHalfAdded() {
        ReportView view = new Data()
                .arm("Web", "X", "Control", 0, 100)
                .arm("Web", "X", "B", 30, 100)
                .draw(ODDS);

        JsonNode points = trace(view, "treatment better");
        assertThat(points.at("/marker/symbol/0").asText()).isEqualTo("triangle-right-open");
        assertThat(points.get("x").get(0).asDouble()).isCloseTo(30.5 * 100.5 / (70.5 * 0.5), within(1e-9));
        assertThat(view.notes())
                .containsExactly(
                        "Whiskers are 95 % intervals (Woolf); an arm is called better where its interval leaves"
                                + " out 1. Hollow marks have a count of 0, so 1/2 is added to each of their counts"
                                + " (Haldane-Anscombe). Intervals of small arms run beyond the axis.");
    }

    @Test
    void facetsShareTheLinesByName() {
        ReportView view = data().arm("Mail", "Hero", "Control", 20, 1000)
                .arm("Mail", "Hero", "B", 20, 1000)
                .draw(Z, Map.of("facet_column", "Channel"));

        JsonNode figure = json(view);
        assertThat(texts(figure.at("/layout/yaxis/ticktext"))).containsExactly("Hero: B", "Words: A", "Words: B");
        assertThat(figure.at("/layout/shapes")).hasSize(2);
        assertThat(figure.at("/layout/annotations/0/text").asText()).isEqualTo("Mail");
        assertThat(figure.at("/layout/annotations/0/name").asText()).isEqualTo("column");
        assertThat(figure.at("/layout/meta").toString()).isEqualTo("{\"rows\":1,\"columns\":2}");
        assertThat(view.table().columns().get(0).name()).isEqualTo("Channel");
    }

    @Test
    void theLegendHasEveryVerdictEvenWhereTheFirstFacetLacksIt() {
        ReportView view = data().arm("Mail", "Hero", "Control", 20, 1000)
                .arm("Mail", "Hero", "B", 20, 1000)
                .draw(ODDS, Map.of("facet_column", "Channel"));

        JsonNode better = trace(view, "treatment better");
        assertThat(better.get("showlegend").asBoolean()).isTrue();
        assertThat(better.get("x").toString()).isEqualTo("[null]");
        assertThat(texts(json(view).at("/layout/xaxis/ticktext"))).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void otherDimensionsOnTheAxisKeepExperimentsApart() {
        ReportView view = data().draw(Z, Map.of("y", "Channel"));

        assertThat(texts(json(view).at("/layout/yaxis/ticktext")))
                .containsExactly("Web · Hero: B", "Web · Words: B", "Web · Words: A");
    }

    @Test
    void heightFollowsTheNumberOfLinesUpToAHundred() {
        Data many = new Data();
        for (int i = 0; i < 120; i++) {
            String name = String.format("E%03d", i);
            many.arm("Web", name, "Control", 20, 1000 + i).arm("Web", name, "B", 30, 1000 + i);
        }
        ReportView view = many.draw(Z);

        assertThat(json(view).at("/layout/yaxis/ticktext")).hasSize(100);
        assertThat(json(view).at("/layout/height").asInt()).isEqualTo(101 * 24 + 110);
        assertThat(view.table().rows()).hasSize(120);
        assertThat(view.notes())
                .contains(
                        "The chart shows the 100 largest of 120 comparisons; the table has all. Filter to see others.");
    }

    @Test
    void whatCannotBeComparedSaysWhy() {
        ReportView alone = new Data().arm("Web", "X", "Control", 1, 10).draw(Z);
        ReportView none = data().draw(Z, Map.of(), TestingReports.in("Channel", "Fax"));

        assertThat(alone.reason())
                .contains(
                        "No arm can be compared with its control: Only the arm \"Control\" has interactions, so there is"
                                + " nothing to compare.");
        assertThat(alone.table().rows()).hasSize(1);
        assertThat(none.reason())
                .contains(
                        "No rows match: Channel = Fax. Clear or widen a filter. Rows without an experiment or an arm are"
                                + " left out.");
    }

    @Test
    void aFreeChartNeedsTheExperimentSomewhere() {
        ReportConfig free = TestingReports.report("experiment", "generic");

        assertThat(data().draw(free).figure()).isPresent();
        assertThat(data().draw(free, Map.of("x", "Channel", "color", "Experiment"))
                        .figure())
                .isPresent();
        assertThat(data().draw(free, Map.of("x", "Channel")).reason())
                .contains("Arms are compared within one experiment. Choose \"Experiment\" for an axis, the colour or a"
                        + " facet.");
        assertThat(data().draw(free, Map.of("x", "Arm")).reason())
                .contains("The values of \"Arm\" are compared with each other, so they cannot be on an axis. Choose"
                        + " another dimension.");
    }

    @Test
    void aScoreThatComparesNothingIsRefused() {
        ReportView view = data().draw(TestingReports.report("experiment", "line", "x", "Count"));

        assertThat(view.reason())
                .contains(
                        "reports.r.x: found \"Count\"; the key is z_score, or an odds ratio such as g_odds_ratio_stat."
                                + " Write \"z_score\" or \"g_odds_ratio_stat\"; type = \"generic\" draws other scores over a"
                                + " dimension.");
    }

    @Test
    void hostileNamesAreText() {
        ReportView view = new Data()
                .arm("Web", "<img src=x>", "Control", 20, 1000)
                .arm("Web", "<img src=x>", "<b>", 60, 1000)
                .draw(Z);

        JsonNode figure = json(view);
        assertThat(figure.toString()).contains("&lt;img src=x&gt;: &lt;b&gt;");
        // What the marks lead to is no text of the chart: the menu writes it as it stands
        figure.get("data").forEach(trace -> ((ObjectNode) trace).remove("meta"));
        assertThat(figure.toString()).doesNotContain("<img");
    }
}
