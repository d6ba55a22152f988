package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What filters list, and what they name that does not occur. */
@ExtendWith(OnceForAll.class)
class FilterValuesTest {
    private static final String WEBB = "Channel has no value \"Webb\"; did you mean \"Web\"?";

    private static List<String> values(JsonNode rows, String dimension) {
        return rows.findValuesAsText(dimension);
    }

    @Test
    void valuesAreListedOrRepeated(Demo demo) throws Exception {
        HttpApi api = new HttpApi(demo.url());
        String metric = "/api/v1/metrics/engagement?group_by=Channel";
        assertThat(values(api.json(metric + "&filter.Channel=Web,Mobile"), "Channel"))
                .containsExactly("Mobile", "Web")
                .isEqualTo(values(api.json(metric + "&filter.Channel=Web&filter.Channel=Mobile"), "Channel"))
                .isEqualTo(values(api.json(metric + "&filter.Channel=%22Web%22%2C%20Mobile"), "Channel"));
        assertThat(values(api.json(metric + "&filter.Channel.not=Web,Mobile"), "Channel"))
                .isNotEmpty()
                .doesNotContain("Web", "Mobile");
    }

    @Test
    void anOpenQuoteIsRefused(Demo demo) throws Exception {
        HttpResponse<String> answer = new HttpApi(demo.url()).get("/api/v1/metrics/engagement?filter.Channel=%22Web");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("filter.Channel: a quote in it is not closed: \\\"Web");
    }

    @Test
    void aValueThatDoesNotOccurIsTold(Demo demo) throws Exception {
        HttpApi api = new HttpApi(demo.url());
        HttpResponse<String> metric = api.get("/api/v1/metrics/engagement?group_by=Channel&filter.Channel=Webb,Web");
        assertThat(metric.statusCode()).isEqualTo(200);
        assertThat(new ObjectMapper()
                        .readTree(metric.headers().firstValue("X-Notes").orElseThrow()))
                .extracting(JsonNode::asText)
                .containsExactly(WEBB);
        assertThat(api.json("/api/v1/reports/daily_ctr?filter.Channel=Webb").get("notes"))
                .extracting(JsonNode::asText)
                .contains(WEBB);
        assertThat(api.json("/dashboard.json?filter.Channel=Webb").get("notes"))
                .extracting(JsonNode::asText)
                .containsExactly(WEBB);
        assertThat(api.page("/dashboard?filter.Channel=Webb")
                        .select(".notes li")
                        .eachText())
                .contains(WEBB);
        assertThat(api.page("/reports/daily_ctr?filter.Channel=Webb")
                        .select(".notes li")
                        .eachText())
                .contains(WEBB);
    }

    @Test
    void aValueThatOccursIsNot(Demo demo) throws Exception {
        HttpResponse<String> metric =
                new HttpApi(demo.url()).get("/api/v1/metrics/engagement?group_by=Channel&filter.Channel=Web");
        assertThat(metric.headers().firstValue("X-Notes")).isEmpty();
    }

    @Test
    void aDimensionThatDoesNotExistStaysAnError(Demo demo) throws Exception {
        HttpResponse<String> answer = new HttpApi(demo.url()).get("/api/v1/metrics/engagement?filter.Chanel=Web");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("did you mean \\\"Channel\\\"?");
    }

    @Test
    void customersTellItToo(Demo demo) throws Exception {
        HttpApi api = new HttpApi(demo.url());
        HttpResponse<String> answer = api.get("/api/v1/metrics/clv?filter.rfm_segment=Nobody%E2%80%A6");
        assertThat(answer.headers().firstValue("X-Notes").orElse(""))
                .startsWith("[\"rfm_segment has no value \\\"Nobody\\u2026\\\"");
        assertThat(api.page("/customers/clv?filter.rfm_segment=Nobody")
                        .select(".notes li")
                        .eachText())
                .hasSize(1);
    }

    @Test
    void theCommandLineTellsIt(@TempDir Path temporary) {
        CaseStore store = CaseStore.in(temporary.resolve("data"));
        store.importing(TestData.path("cases", "42-pooled-totals", "data.json"));
        InstalledProgram.Outcome answer = InstalledProgram.run(
                "query", "engagement", "--data", temporary.resolve("data"), "--filter", "Channel=Webb");
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).contains("Note: Channel has no value \"Webb\"");
    }
}
