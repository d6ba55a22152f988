package com.cdhdashboard.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.audit.AuditLog;
import com.cdhdashboard.app.audit.AuditedTools;
import com.cdhdashboard.app.fixture.FixtureWorkspace;
import com.cdhdashboard.app.mcp.StandardStreams;
import com.cdhdashboard.app.security.AgentToken;
import com.cdhdashboard.app.security.SignIn;
import com.cdhdashboard.app.start.Main;
import com.cdhdashboard.assistant.tool.Tools;
import com.cdhdashboard.core.config.AssistantSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agents, by the client of the official SDK, and by requests that no client makes. */
class AgentsTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final McpJsonMapper MAPPER = new JacksonMcpJsonMapper(new ObjectMapper());
    private static final AssistantSettings OPEN = new AssistantSettings(
            List.of(), List.of("CustomerType"), true, List.of("list_metrics", "query_metric", "data_health"));

    @TempDir
    private static Path folder;

    private static Site site;

    @BeforeAll
    static void start() {
        site = site(FixtureWorkspace.telling(OPEN), folder, Optional.of(TOKEN));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static Site site(FixtureWorkspace workspace, Path folder, Optional<String> token) {
        return new Site(workspace, folder, 1000, new SignIn(Optional.of("password"), new AgentToken(token)));
    }

    private static McpSyncClient client(McpClientTransport transport) {
        return McpClient.sync(transport)
                .clientInfo(McpSchema.Implementation.builder("a test", "7").build())
                .requestTimeout(Duration.ofSeconds(30))
                .jsonSchemaValidator((schema, value) -> JsonSchemaValidator.ValidationResponse.asValid(null))
                .build();
    }

    private static McpSyncClient overHttp() {
        return client(HttpClientStreamableHttpTransport.builder(site.url())
                .endpoint("/mcp")
                .jsonMapper(MAPPER)
                .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + TOKEN))
                .build());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    private static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    @Test
    void anAgentAsksOverHttp() throws IOException {
        try (McpSyncClient client = overHttp()) {
            assertThat(client.initialize().serverInfo().name()).isEqualTo("cdhdashboard");
            assertThat(client.listTools().tools())
                    .extracting(McpSchema.Tool::name)
                    .containsExactlyInAnyOrder("list_metrics", "query_metric", "data_health");
            JsonNode answer = new ObjectMapper()
                    .readTree(text(call(
                            client, "query_metric", Map.of("metric", "engagement", "group_by", List.of("Channel")))));
            JsonNode channels = site.jsonAs("/api/v1/metrics/engagement?group_by=Channel", "password");
            assertThat(answer.path("rows")).hasSameSizeAs(channels);
            assertThat(answer.at("/rows/0/values/CTR")).isEqualTo(channels.at("/0/CTR"));
            assertThat(answer.path("page").asText()).startsWith(site.url() + "/question?metric=engagement&");
            assertThat(client.listResources().resources()).hasSize(1);
            assertThat(((TextResourceContents) client.readResource(
                                            client.listResources().resources().get(0))
                                    .contents()
                                    .get(0))
                            .text())
                    .contains("\"engagement\"")
                    .doesNotContain("CustomerType");
        }
        assertThat(Files.readString(folder.resolve("audit/tools.ndjson")))
                .contains("\"door\":\"mcp\"", "\"tool\":\"query_metric\"");
    }

    @Test
    void whatIsWrongWithACallIsItsResult() {
        try (McpSyncClient client = overHttp()) {
            client.initialize();
            CallToolResult unknown = call(client, "query_metric", Map.of("metric", "engagment"));
            assertThat(unknown.isError()).isTrue();
            assertThat(text(unknown)).startsWith("\"engagment\" is not a metric; did you mean \"engagement\"?");
            CallToolResult withheld =
                    call(client, "query_metric", Map.of("metric", "engagement", "group_by", List.of("CustomerType")));
            assertThat(text(withheld))
                    .isEqualTo("\"…\" is not a dimension of metric \"engagement\". There are: Day,"
                            + " Channel, Name, ModelControlGroup.");
        }
    }

    private static HttpResponse<String> post(Site to, String body, String... headers) {
        return to.send(HttpRequest.newBuilder(URI.create(to.url() + "/mcp"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .headers(headers));
    }

    @Test
    void onlyWhoHasTheTokenIsAnswered(@TempDir Path other) {
        assertThat(post(site, PING, "Authorization", "Bearer " + TOKEN).statusCode())
                .isEqualTo(200);
        for (String wrong : List.of("Bearer 0123456789abcdeF", "Bearer ", "Basic " + TOKEN, TOKEN)) {
            HttpResponse<String> refused = post(site, PING, "Authorization", wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(401);
            assertThat(refused.body())
                    .contains("Agents need the token of this server, as the header Authorization: Bearer TOKEN");
        }
        assertThat(site.get("/api/v1/status", "Authorization", "Bearer " + TOKEN)
                        .statusCode())
                .isEqualTo(401);
        assertThat(post(site, PING, "Authorization", "Bearer " + TOKEN, "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(site, "x".repeat((1 << 20) + 1), "Authorization", "Bearer " + TOKEN)
                        .statusCode())
                .isBetween(400, 499);
        try (Site without = site(FixtureWorkspace.telling(OPEN), other, Optional.of("short"))) {
            assertThat(post(without, PING, "Authorization", "Bearer short").body())
                    .contains(
                            "The token of this server for agents is too short; start it with at least 16 characters in the"
                                    + " environment variable CDHDASHBOARD_MCP_TOKEN");
        }
        try (Site off = site(FixtureWorkspace.withData(), other, Optional.of(TOKEN))) {
            HttpResponse<String> refused = post(off, PING, "Authorization", "Bearer " + TOKEN);
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.body())
                    .contains("Agents are not answered by this configuration; set mcp = true under [assistant]");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [] | 400 | -32600 | Invalid message format
            {"jsonrpc":"2.0","id":1,"method":"tools/call"} | 500 | -32603 | The request has not the form of the protocol, or the program failed at it; its log has the cause
            """)
    void whatIsNoRequestIsRefusedWithoutInternals(String body, int status, int code, String message) {
        HttpResponse<String> refused = post(site, body, "Authorization", "Bearer " + TOKEN);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.body())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":" + code + ",\"message\":\"" + message
                        + "\"}}");
    }

    @Test
    void anAgentAsksAProcessThatItStarts(@TempDir Path data) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ServerParameters java = ServerParameters.builder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .args(
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + data,
                        "-cp",
                        classPath,
                        Main.class.getName(),
                        "mcp",
                        "--config",
                        "demo",
                        "--data",
                        data.toString())
                .build();
        try (McpSyncClient client = client(new StdioClientTransport(java, MAPPER))) {
            client.initialize();
            assertThat(client.listTools().tools()).hasSize(11);
            assertThat(text(call(client, "data_health", Map.of()))).contains("\"files\":0");
        }
        try (Stream<String> lines = Files.lines(data.resolve("audit/tools.ndjson"), UTF_8)) {
            assertThat(lines).singleElement().asString().contains("\"door\":\"mcp stdio\"", "\"client\":\"a test 7\"");
        }
    }

    @Test
    void whatWasAskedBeforeTheInputEndedIsAnswered(@TempDir Path data) throws InterruptedException {
        String asked = """
                {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2024-11-05","capabilities":{},\
                "clientInfo":{"name":"a test","version":"7"}}}
                {"jsonrpc":"2.0","method":"notifications/initialized"}
                no JSON
                {"id":{},"method":"ping"}
                {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"data_health","arguments":{}}}
                {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"list_metrics","arguments":{}}}""";
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        AuditedTools tools = new AuditedTools(Tools.all(), AuditLog.in(data, ""), Clock.systemUTC());
        new StandardStreams(FixtureWorkspace.telling(OPEN), tools)
                .answer(new ByteArrayInputStream(asked.getBytes(UTF_8)), answers);
        List<String> lines = answers.toString(UTF_8).lines().toList();
        assertThat(lines).filteredOn(line -> line.contains("\"result\":")).hasSize(3);
        assertThat(lines)
                .filteredOn(line -> !line.contains("\"result\":"))
                .containsExactly(
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"This line is no message of"
                                + " JSON-RPC 2.0\"}}",
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"This line is no message of"
                                + " JSON-RPC 2.0\"}}");
    }
}
