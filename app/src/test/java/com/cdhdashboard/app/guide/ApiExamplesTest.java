package com.cdhdashboard.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions to the API in the documents are answered, and by what is shown there. */
class ApiExamplesTest {
    private static final String ELLIPSIS = "…";
    private static final List<String> OTHER_EACH_TIME = List.of("data_version", "imported_at");
    /** A question, and the answer where it is shown right below. */
    private static final Pattern EXAMPLE = Pattern.compile(
            "^ {4}curl 'http://127.0.0.1:8501(/[^']*)'\n(?:\n```json\n(.*?)```)?", Pattern.MULTILINE | Pattern.DOTALL);

    /** A question to a tool, and its answer. */
    private static final Pattern TOOL = Pattern.compile(
            "^ {4}curl -H 'Content-Type: application/json' -d '([^']*)' 'http://127.0.0.1:8501(/[^']*)'\n\n```json\n(.*?)```",
            Pattern.MULTILINE | Pattern.DOTALL);

    private static InstalledProgram.Server server;

    @BeforeAll
    static void importTheExportOfTheTutorial(@TempDir Path folder) {
        Path export = folder.resolve("export");
        Path data = folder.resolve("data");
        run("sample", export, "--days", 30, "--interactions", 20_000);
        run("import", "--data", data, export.resolve("interactions"));
        run("import", "--data", data, export.resolve("holdings"));
        server = InstalledProgram.serve(Optional.empty(), data, List.of());
    }

    private static void run(Object... words) {
        InstalledProgram.Outcome outcome = InstalledProgram.run(words);
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String pages() throws IOException {
        String pages = "";
        for (String page : List.of("README.md", "docs/cli.md", "docs/api.md")) {
            pages += Files.readString(Path.of("..").resolve(page));
        }
        return pages;
    }

    static Stream<Arguments> examples() throws IOException {
        List<MatchResult> examples = EXAMPLE.matcher(pages()).results().toList();
        assertThat(examples).hasSizeGreaterThan(8);
        return examples.stream().map(found -> Arguments.of(found.group(1), Optional.ofNullable(found.group(2))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void aQuestionIsAnsweredAsShown(String address, Optional<String> shown) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + address))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        ObjectMapper json = new ObjectMapper();
        if (shown.isPresent()) {
            String whole = shown.get().replaceAll(",\\s*" + ELLIPSIS + "\\s*]", "]");
            boolean shortened = !whole.equals(shown.get());
            assertSame(json.readTree(whole), json.readTree(answer.body()), shortened);
        }
    }

    @Test
    void aToolAnswersAsShown() throws Exception {
        List<MatchResult> examples = TOOL.matcher(pages()).results().toList();
        assertThat(examples).hasSize(1);
        for (MatchResult example : examples) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.url() + example.group(2)))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(example.group(1)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            ObjectMapper json = new ObjectMapper();
            assertSame(json.readTree(example.group(3)), json.readTree(answer.body()), false);
        }
    }

    /** @param shortened whether lists that are shown may end early */
    private static void assertSame(JsonNode shown, JsonNode answered, boolean shortened) {
        if (shown.isTextual() && shown.textValue().endsWith(ELLIPSIS)) {
            assertThat(answered.textValue()).startsWith(shown.textValue().replace(ELLIPSIS, ""));
        } else if (shown.isArray()) {
            assertThat(answered.size()).matches(size -> size == shown.size() || (shortened && size > shown.size()));
            for (int i = 0; i < shown.size(); i++) {
                assertSame(shown.get(i), answered.get(i), shortened);
            }
        } else if (shown.isObject()) {
            assertThat(shown.fieldNames()).toIterable().containsExactlyElementsOf(answered::fieldNames);
            shown.fieldNames().forEachRemaining(name -> {
                if (!OTHER_EACH_TIME.contains(name)) {
                    assertSame(shown.get(name), answered.get(name), shortened);
                }
            });
        } else {
            assertThat(answered).isEqualTo(shown);
        }
    }
}
