package com.cdhdashboard.assistant.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.core.config.AssistantSettings;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.answer.MetricQueries;
import com.cdhdashboard.core.metric.answer.Question;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every tool over real cubes. */
class ToolsTest {
    private static final Tools TOOLS = Tools.all();
    private static final AskedData DATA = AskedData.shared();

    private static JsonNode ask(String tool, String arguments) {
        return ask(DATA.now(), tool, arguments);
    }

    private static JsonNode ask(Snapshot now, String tool, String arguments) {
        return TOOLS.call(now, tool, arguments.replace('\'', '"')).content();
    }

    @Test
    void theCatalogueIsThatOfTheConfiguration() {
        assertThat(AssistantSettings.TOOLS).containsAll(TOOLS.names());
        assertThat(TOOLS.only(List.of("compute", "list_metrics")).names()).containsExactly("list_metrics", "compute");
        assertThat(TOOLS.only(List.of()).names()).isEqualTo(TOOLS.names());
    }

    @ParameterizedTest
    @CsvSource({"engagement,Channel", "conversion,Issue", "model_ml_scores,PropensitySource", "engagement_sales,Name"})
    void scoresAreThoseOfTheMetric(String metric, String dimension) {
        JsonNode answer =
                ask("query_metric", "{'metric':'" + metric + "','group_by':['" + dimension + "'],'limit':500}");

        Snapshot now = DATA.now();
        Metric asked = new MetricQueries(now.metrics()).metric(metric);
        Table expected =
                Question.ofAllScores(asked, List.of(dimension), List.of()).answer(now.cubes());
        assertThat(answer.path("rows")).hasSize(expected.rows().size()).isNotEmpty();
        for (int row = 0; row < expected.rows().size(); row++) {
            JsonNode told = answer.path("rows").get(row);
            assertThat(told.path("values").size()).isGreaterThan(2);
            for (int i = 1; i < expected.columns().size(); i++) {
                String name = expected.columns().get(i).name();
                if (told.path("values").has(name)) {
                    assertSame(
                            name,
                            told.path("values").path(name),
                            Content.cell(expected.rows().get(row).get(i)));
                }
            }
        }
    }

    /** What is summed in another order may differ in its last digit. */
    private static void assertSame(String name, JsonNode told, JsonNode expected) {
        if (expected.isDouble()) {
            assertThat(told.asDouble()).as(name).isCloseTo(expected.asDouble(), withinPercentage(1e-10));
        } else {
            assertThat(told).as(name).isEqualTo(expected);
        }
    }

    @Test
    void aComparisonIsTheDifferenceOfTwoQuestions() {
        JsonNode answer = ask(
                "query_metric",
                "{'metric':'engagement','scores':['CTR'],'group_by':['Channel'],"
                        + "'period':{'from':'2024-12-23','to':'2024-12-25'},'comparison':{'with':'previous_period'}}");

        Snapshot now = DATA.now();
        Metric engagement = new MetricQueries(now.metrics()).metric("engagement");
        Table before = Question.ofAllScores(engagement, List.of("Channel"), List.of(days("2024-12-20", "2024-12-22")))
                .answer(now.cubes());
        int rate = before.indexOf("CTR").orElseThrow();
        assertThat(answer.path("compared_with").toString())
                .isEqualTo("{\"from\":\"2024-12-20\",\"to\":\"2024-12-22\"}");
        for (int row = 0; row < before.rows().size(); row++) {
            JsonNode values = answer.path("rows").get(row).path("values");
            double earlier = (Double) before.rows().get(row).get(rate);
            double latest = values.path("CTR").asDouble();
            assertThat(values.path("CTR_before").asDouble()).isEqualTo(earlier);
            assertThat(values.path("CTR_difference").asDouble()).isEqualTo(latest - earlier);
            assertThat(values.path("CTR_relative_change").asDouble()).isEqualTo(latest / earlier - 1);
            assertThat(values.path("CTR_difference_Low").asDouble()).isLessThan(latest - earlier);
            assertThat(values.path("CTR_beyond_chance").isBoolean()).isTrue();
        }
    }

    private static Filter days(String from, String to) {
        return new Filter.Range("Day", Optional.of(from), Optional.of(to));
    }

    @Test
    void customersAreToldInGroupsOfFiveOrMore() {
        JsonNode answer = ask("query_customers", "{'group_by':['Arm']}");

        List<String> arms = new ArrayList<>();
        answer.path("rows")
                .forEach(row -> arms.add(row.path("group").path("Arm").asText()));
        assertThat(arms).containsExactly("Control", "Test");
        assertThat(answer.path("notes").get(0).asText())
                .isEqualTo("Left out: 2 groups, so that no group of fewer than 5 customers is told.");
        assertThat(ask("query_customers", "{}")
                        .at("/rows/0/values/customers_count")
                        .asInt())
                .isEqualTo(85);
        assertThat(ask("query_customers", "{'filters':[{'dimension':'Arm','is':['Small']}]}")
                        .path("rows"))
                .isEmpty();
    }

    @Test
    void noReportTellsSingleCustomers() {
        assertThatThrownBy(() -> ask("get_report", "{'key':'exposure'}"))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "report \"exposure\" shows single customers, who are not told here; query_customers asks about"
                                + " groups of them");
    }
}
