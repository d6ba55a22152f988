package com.cdhdashboard.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.fixture.FixtureWorkspace;
import com.cdhdashboard.assistant.tool.Tools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tools as addresses, and the description of all addresses. */
class ToolsApiTest {
    private static final String CTR = "{\"metric\":\"engagement\",\"scores\":[\"CTR\"],\"group_by\":[\"Channel\"]}";

    @TempDir
    private static Path folder;

    private static Site site;

    @BeforeAll
    static void start() {
        site = new Site(FixtureWorkspace.withData(), folder, 1000);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static HttpResponse<String> ask(String tool, String arguments, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.url() + "/api/v1/tools/" + tool))
                .header("Content-Type", "application/json")
                // What is refused unread would otherwise break the connection while it is sent
                .expectContinue(arguments.length() > 1 << 20)
                .POST(HttpRequest.BodyPublishers.ofString(arguments));
        return site.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=utf-8");
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void aToolAnswersWhatTheMetricAnswers() throws IOException {
        JsonNode rows = json(ask("query_metric", CTR)).path("rows");

        JsonNode metric = site.json("/api/v1/metrics/engagement?group_by=Channel");
        assertThat(rows).hasSameSizeAs(metric);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).at("/values/CTR")).isEqualTo(metric.get(i).get("CTR"));
            assertThat(rows.get(i).at("/values/Count")).isEqualTo(metric.get(i).get("Count"));
        }
        String address = "/api/v1/tools/query_metric?arguments=" + Site.encode(CTR);
        assertThat(site.json(address).path("rows")).isEqualTo(rows);
        assertThat(json(ask("query_metric", CTR)).path("page").asText())
                .isEqualTo("/question?metric=engagement&type=line&x=Channel&y=CTR");
    }

    @Test
    void theListHasWhatEachToolTakes() {
        JsonNode list = site.json("/api/v1/tools");

        assertThat(list.findValuesAsText("name")).containsAll(Tools.all().names());
        list.forEach(tool -> {
            assertThat(tool.path("description").asText()).isNotBlank();
            assertThat(tool.at("/parameters/additionalProperties").asBoolean(true))
                    .isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "query_metrics | {} | 404 | \"query_metrics\" is not a tool; did you mean \"query_metric\"? There are:",
                "query_metric | [] | 400 | the arguments of query_metric are a list; a JSON object is expected",
                "query_metric | {} | 400 | query_metric: metric is missing: name of a metric, as list_metrics tells",
                "query_metric | {\"metric\":\"engagment\"} | 404 | \"engagment\" is not a metric; did you mean \"engagement\"?",
            })
    void whatIsWrongIsSaidAsEverywhere(String tool, String arguments, int status, String message) throws IOException {
        HttpResponse<String> answer = ask(tool, arguments);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).at("/error/message").asText()).startsWith(message);
    }

    @Test
    void programsAskAndOtherSitesDoNot() {
        assertThat(ask("data_health", "").statusCode()).isEqualTo(200);
        assertThat(ask("data_health", "", "Origin", site.url()).statusCode()).isEqualTo(200);
        assertThat(ask("data_health", "", "Origin", "http://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(ask("data_health", "", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(site.post("/api/v1/tools/data_health", "{}").body())
                .contains("with the header Content-Type: application/json");
        assertThat(site.post("/api/v1/tools", "{}").statusCode()).isEqualTo(403);
        assertThat(ask("data_health", " ".repeat(2 << 20)).statusCode()).isEqualTo(413);
    }

    @Test
    void everyCallIsWrittenDown() throws IOException {
        ask("query_metric", CTR, "User-Agent", "a program");
        ask("query_metric", "{\"metric\":\"nothing\"}");

        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("audit/tools.ndjson"), UTF_8)) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.path("door").asText()).isEqualTo("api");
            assertThat(line.path("client").asText()).isEqualTo("a program");
            assertThat(line.path("tool").asText()).isEqualTo("query_metric");
            assertThat(line.path("arguments").asText()).isEqualTo(CTR);
            assertThat(line.path("rows").asInt()).isEqualTo(6);
            assertThat(line.path("milliseconds").isIntegralNumber()).isTrue();
        });
        assertThat(lines)
                .anySatisfy(
                        line -> assertThat(line.path("refused").asText()).startsWith("\"nothing\" is not a metric"));
    }

    @Test
    void theDescriptionHasEveryAddressAndEveryTool() {
        JsonNode description = site.json("/api/v1/openapi.json");

        assertThat(description.path("openapi").asText()).isEqualTo("3.1.0");
        List<String> paths = new ArrayList<>();
        description.path("paths").fieldNames().forEachRemaining(paths::add);
        List<String> expected = new ArrayList<>(List.of(
                "/api/v1/status",
                "/api/v1/metrics",
                "/api/v1/metrics/{metric}",
                "/api/v1/reports",
                "/api/v1/reports/{key}",
                "/api/v1/bundle",
                "/api/v1/tools",
                "/api/v1/openapi.json"));
        Tools.all().names().forEach(name -> expected.add("/api/v1/tools/" + name));
        assertThat(paths).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(description
                        .at("/paths/~1api~1v1~1tools~1query_metric/post/requestBody/content")
                        .toString())
                .contains("\"group_by\"");
        List<String> ids = description.findValuesAsText("operationId");
        assertThat(ids)
                .doesNotHaveDuplicates()
                .hasSize(expected.size() + Tools.all().names().size());
    }

    @Test
    void everyAddressOfTheDescriptionIsThere() {
        for (Map.Entry<String, JsonNode> path :
                site.json("/api/v1/openapi.json").path("paths").properties()) {
            String address = path.getKey().replace("{metric}", "engagement").replace("{key}", "none");
            assertThat(site.get(address).body()).as(address).doesNotContain("There is no page at this address");
        }
    }
}
