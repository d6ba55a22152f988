package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report that is in no configuration, as its address says it. */
@ExtendWith(OnceForAll.class)
class AskedReportTest {
    private static final String ASKED = "?metric=engagement&group_by=Channel&filter.Channel=Web,Email";

    @Test
    void itHasTheTableFiguresFilesAndExplanationsOfAConfiguredReport(Demo demo) throws Exception {
        HttpApi api = new HttpApi(demo.url());
        Document page = api.page("/question" + ASKED);
        assertThat(page.select("h1").text()).isEqualTo("Click-through rate by Channel");
        assertThat(page.select("#figure script")).hasSize(1);
        assertThat(page.select("#data td.text").eachText()).containsExactly("Email", "Web");
        assertThat(page.select("#control-x option[selected]").val()).isEqualTo("Channel");
        assertThat(page.select("#state input[type=hidden]").eachAttr("name")).contains("metric", "type");
        assertThat(page.select("#menu, .reset")).isEmpty();

        JsonNode twin = api.json("/question.json" + ASKED);
        JsonNode report = api.json("/explanations/question.json" + ASKED + "&row=2&column=CTR");
        assertThat(twin.get("rows")).hasSize(2);
        assertThat(report.get("group").get("Channel").asText()).isEqualTo("Web");
        assertThat(report.get("source").asText()).startsWith("/question?metric=engagement&type=line&x=Channel&y=CTR");
        assertThat(api.get("/question.csv" + ASKED).body()).startsWith("Channel,Count,Positives,Negatives,CTR");
        assertThat(api.page("/question-filters/engagement" + ASKED).select("[data-dimension=Direction]"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metric=%3Cscript%3E | 404 | There is no metric \"<script>\". Metrics: engagement,",
                "metric=engagement&type=corr | 400 | type: \"corr\" is not a report type of engagement metrics.",
                "metric=engagement&kind=bar | 400 | \"kind\" is not read by a report of type \"line\"."
            })
    void whatIsNoReportIsRefused(String query, int status, String message, Demo demo) throws Exception {
        HttpResponse<String> answer = new HttpApi(demo.url()).get("/question.json?" + query);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body().replace("\\\"", "\"")).contains(message);
    }

    @Test
    void whatIsWrongCanBeChosenOtherwise(Demo demo) throws Exception {
        Document page = new HttpApi(demo.url()).page("/question?metric=engagement&x=Chanel");
        assertThat(page.select("[data-reason]").text())
                .startsWith("x: \"Chanel\" is not a dimension of metric \"engagement\"; did you mean \"Channel\"?");
        assertThat(page.select("#control-x option")).hasSizeGreaterThan(5);
    }

    @Test
    void itIsSavedAsAReportOfADraft(Demo demo) throws Exception {
        Author author = Author.at(demo.url());
        HttpResponse<String> saved = author.send(author.page("/question" + ASKED), "#take", "as", "question");
        assertThat(saved.statusCode()).isEqualTo(303);
        String address = saved.headers().firstValue("Location").orElseThrow();
        assertThat(address).startsWith("/configuration/reports?draft=").endsWith("&item=engagement_report");
        String draft = address.replaceAll(".*draft=([0-9a-f]+).*", "$1");
        assertThat(author.text(draft)).contains("""
                [reports.engagement_report]
                metric = "engagement"
                type = "line"
                description = "Click-through rate by Channel"
                x = "Channel"
                y = "CTR"
                filters = ["Channel=Web,Email"]
                """);
        author.post("/configuration/discard", "draft", draft);
    }
}
