package com.cdhdashboard.assistant.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single tools make of the same numbers. */
class AnswersOfToolsTest {
    private static final Tools TOOLS = Tools.all();
    private static final AskedData DATA = AskedData.shared();
    private static final String WEB =
            "{'metric':'engagement','score':'CTR','filters':[{'dimension':'Channel','is':['Web']}]}";
    private static final String MOBILE = WEB.replace("Web", "Mobile");
    private static final String ALL = "{'metric':'engagement','score':'CTR'}";

    private static JsonNode ask(String tool, String arguments) {
        return TOOLS.call(DATA.now(), tool, arguments.replace('\'', '"')).content();
    }

    private static JsonNode compute(String operation, String... operands) {
        return ask("compute", "{'operation':'" + operation + "','operands':[" + String.join(",", operands) + "]}");
    }

    private static String note(JsonNode answer) {
        return answer.path("notes").path(0).asText();
    }

    @Test
    void whatIsComputedIsComputedOfAnswers() {
        double web = ask("explain_number", WEB).path("value").asDouble();
        double mobile = ask("explain_number", MOBILE).path("value").asDouble();

        JsonNode difference = compute("difference", WEB, MOBILE);
        assertThat(difference.path("value").asDouble()).isEqualTo(web - mobile);
        assertThat(difference.path("shown").asText()).isEqualTo("−2.8\u00a0pp");
        assertThat(difference.path("value_High").asDouble()).isNegative();
        assertThat(difference.path("beyond_chance").asBoolean()).isTrue();
        assertThat(compute("ratio", WEB, MOBILE).path("value").asDouble()).isEqualTo(web / mobile);
        assertThat(compute("relative_change", WEB, MOBILE).path("value").asDouble())
                .isEqualTo(web / mobile - 1);
        assertThat(note(compute("mean", WEB, MOBILE))).startsWith("A mean of CTR counts each operand alike");
        // Web is a part of all, so that the two are not independent
        assertThat(compute("difference", WEB, ALL).has("value_Low")).isFalse();
    }

    @Test
    void whatDoesNotAddUpIsNotSummed() {
        assertThatThrownBy(() -> compute("sum", WEB, MOBILE))
                .hasMessage(
                        "operands: CTR cannot be summed, as only counts and amounts add up; ask query_metric for it of"
                                + " all groups together");
        assertThatThrownBy(() -> compute("ratio", WEB, MOBILE, ALL)).hasMessage("ratio has two operands; there are 3");
        String experiment = "{'metric':'experiment','score':'z_score'}";
        assertThatThrownBy(() -> compute("ratio", experiment, experiment))
                .hasMessage("operands: z_score of experiment has 2 numbers, one a group; filter to one of them");
    }

    @Test
    void aNumberIsExplainedByItsSums() {
        JsonNode answer = ask("explain_number", WEB);

        double positives = answer.at("/sums/0/Positives").asDouble();
        double negatives = answer.at("/sums/0/Negatives").asDouble();
        assertThat(answer.path("value").asDouble()).isEqualTo(positives / (positives + negatives));
        assertThat(answer.path("here").asText()).isEqualTo("139 / (139 + 3,374) = 4.0\u00a0%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"customers_count", "mean_frequency", "mean_recency", "lifetime_value", "mean_monetary_value"})
    void aNumberOfCustomersIsExplainedAsItIsAnswered(String score) {
        JsonNode asked = ask("query_customers", "{'metric':'clv'}").path("rows");
        JsonNode answer = ask("explain_number", "{'metric':'clv','score':'" + score + "'}");

        assertThat(answer.path("value").asDouble())
                .isEqualTo(asked.get(0).at("/values/" + score).asDouble())
                .isPositive();
        assertThat(answer.path("definition").asText()).isNotEmpty();
        assertThat(answer.path("page").asText()).isEqualTo("/customers/clv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'score':'CTR' | \"CTR\" is not a score",
                "'score':'customers_count','period':{'from':'2024'} | period: a metric over customers has none; leave it out",
                "'score':'customers_count','property':'x' | property: a metric over customers has none; leave it out"
            })
    void whatCustomersDoNotHaveIsRefused(String arguments, String message) {
        assertThatThrownBy(() -> ask("explain_number", "{'metric':'clv'," + arguments + "}"))
                .hasMessageStartingWith(message);
    }

    @Test
    void reportsAndChartsHaveTheNumbersOfTheMetric() {
        String rest = "'filters':[{'dimension':'Channel','is':['Web']}]}";
        String question = "{'metric':'engagement','scores':['CTR'],'group_by':['Group']," + rest;
        JsonNode asked = ask("query_metric", question).path("rows");
        JsonNode chart = ask("draw_chart", question);
        JsonNode report = ask("get_report", "{'key':'ctr_by_group'," + rest).path("rows");

        assertThat(asked).isNotEmpty().hasSameSizeAs(report).hasSameSizeAs(chart.path("rows"));
        for (int row = 0; row < asked.size(); row++) {
            JsonNode rate = asked.get(row).at("/values/CTR");
            assertThat(report.get(row).at("/values/CTR")).isEqualTo(rate);
            assertThat(chart.path("rows").get(row).at("/values/CTR")).isEqualTo(rate);
        }
        assertThat(chart.path("page").asText())
                .isEqualTo("/question?metric=engagement&type=line&x=Group&y=CTR&filter.Channel=Web");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'engagement' | /question?metric=engagement&type=line&x=Year&y=CTR",
                "'engagement','group_by':['Day','Channel','Issue','Group'],'scores':['Lift'] | /question?metric=engagement&type=line&x=Day&color=Channel&facet_row=Issue&facet_column=Group&y=Lift",
                "'conversion','period':{'from':'2024-12-21'} | /question?metric=conversion&type=line&x=Year&y=ConversionRate&filter.Day.from=2024-12-21&filter.Day.to=2024-12-25",
                "'model_ml_scores','property':'FinalPropensity','filters':[{'dimension':'Channel','is':['Web']}] | /question?metric=model_ml_scores&type=line&x=Channel&y=roc_auc&property=FinalPropensity&filter.Channel=Web",
                "'descriptive','scores':['Mean'],'property':'Priority','group_by':['Issue'] | /question?metric=descriptive&type=line&x=Issue&y=Priority&score=Mean",
                "'experiment' | /question?metric=experiment&type=line",
            })
    void aQuestionHasAPageThatShowsIt(String question, String page) {
        assertThat(ask("query_metric", "{'metric':" + question + "}")
                        .path("page")
                        .asText())
                .isEqualTo(page);
    }

    @Test
    void valuesAreSearchedAndMisspeltOnesGuessed() {
        JsonNode found = ask("list_values", "{'metric':'engagement','dimension':'Group','search':'CARD'}");
        assertThat(found.findValuesAsText("value")).containsExactly("CreditCards");
        assertThat(note(ask("list_values", "{'metric':'engagement','dimension':'Channel','search':'Webb'}")))
                .isEqualTo("No value of Channel contains \"webb\"; did you mean \"Web\"?");
        assertThat(note(ask("query_metric", WEB.replace("Web", "Webb").replace("'score':'CTR',", ""))))
                .isEqualTo("Channel has no value \"Webb\"; did you mean \"Web\"?");
    }

    @Test
    void rowsAreLimitedAndThoseLeftOutCounted() {
        JsonNode answer = ask(
                "query_metric",
                "{'metric':'engagement','scores':['CTR'],'group_by':['Day','Group'],'sort':'-CTR','limit':3}");

        assertThat(answer.path("rows")).hasSize(3);
        assertThat(answer.path("rows_left_out").asInt())
                .isEqualTo(answer.path("row_count").asInt() - 3);
        assertThat(answer.at("/rows/0/values/CTR").asDouble())
                .isGreaterThanOrEqualTo(answer.at("/rows/1/values/CTR").asDouble());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'from':'2024-12-25','to':'2024-12-20' | the period begins on 2024-12-25 and ends on 2024-12-20; give the earlier day as from",
                "'from':'Christmas' | from of the period is \"Christmas\"; a day, month or year is expected, such as 2025-03-02, 2025-03 or 2025",
                "'from':'2024-13' | from of the period is \"2024-13\"; a day, month or year is expected, such as 2025-03-02, 2025-03 or 2025",
            })
    void aPeriodThatIsNoneIsRefused(String period, String message) {
        assertThatThrownBy(() -> ask("query_metric", "{'metric':'engagement','period':{" + period + "}}"))
                .isInstanceOf(UserException.class)
                .hasMessage(message);
    }

    @Test
    void aPeriodBeyondTheDataIsSaid() {
        assertThat(note(ask("query_metric", "{'metric':'engagement','period':{'from':'2024-12','to':'2024-12'}}")))
                .isEqualTo(
                        "The data reach from 2024-12-20 to 2024-12-25, so that they cover 2024-12-01 to 2024-12-31 only"
                                + " in part.");
        JsonNode health = ask("data_health", "");
        assertThat(health.at("/interactions/from").asText()).isEqualTo("2024-12-20");
        assertThat(health.path("days_without_data").asInt()).isZero();
        assertThat(health.at("/interactions/rows_left_out").toString())
                .isEqualTo("{\"filtered\":0,\"repeated\":116,\"rejected\":0}");
    }
}
