package com.cdhdashboard.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.app.start.Main;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An export whose every number was worked out by brute force, asked through the command line and through the API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OracleTest {
    private static final int FILES = 22;

    private Path temporary = Path.of("");
    private Path oracle = Path.of("");
    private InstalledProgram.Outcome imported = new InstalledProgram.Outcome(-1, "", "");
    private InstalledProgram.Outcome importedAgain = new InstalledProgram.Outcome(-1, "", "");
    private Optional<InstalledProgram.Server> server = Optional.empty();

    @BeforeAll
    void importTheExport(@TempDir Path folder) {
        temporary = folder;
        oracle = TestData.path("ih", "oracle");
        imported = importInto(data());
        // What is served was imported twice; an engine opens a store only once in a process.
        Path served = folder.resolve("served");
        importInto(served);
        importedAgain = importInto(served);
        server = Optional.of(InstalledProgram.serve(Optional.of(configuration()), served, List.of()));
    }

    private InstalledProgram.Outcome importInto(Path data) {
        return InstalledProgram.run("import", "--config", configuration(), "--data", data, oracle);
    }

    @AfterAll
    void stop() {
        server.ifPresent(InstalledProgram.Server::close);
    }

    private Path configuration() {
        return oracle.resolve("oracle.toml");
    }

    private Path data() {
        return temporary.resolve("data");
    }

    List<ExpectedView> views() throws IOException {
        List<ExpectedView> views = ExpectedView.read(oracle.resolve("expected.json"));
        assertThat(views).hasSize(34);
        return views;
    }

    @Test
    void aConfigurationIsDraftedFromTheExport() {
        Path drafted = temporary.resolve("drafted.toml");
        InstalledProgram.Outcome outcome =
                InstalledProgram.run("config", "draft", "--from", oracle, "--output", drafted);
        assertThat(outcome.err().lines())
                .containsExactly(
                        "Note: What these outcomes mean cannot be told from their names, so they are in no list: \"Loyal\"."
                                + " Choose what each counts as in the metric.",
                        "Drafted 6 metrics and 25 reports from 2,000 sampled rows into " + drafted + ".");
        assertThat(InstalledProgram.run("validate", drafted).out()).isEmpty();
        assertThat(InstalledProgram.run("config", "draft", "--from", oracle, "--output", drafted)
                        .err())
                .isEqualToIgnoringNewLines(
                        "cdhdashboard: " + drafted + " is there already, and is left as it is; name another file.");
        assertThat(InstalledProgram.run("config", "draft", "--from", oracle.resolve("oracle.toml"))
                        .err())
                .contains("is no sample: it is a configuration, not an export");
    }

    @Test
    void theImportTakesEveryFileAndSaysSo() {
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.err()).contains(FILES + " imported, 0 imported before, 0 not imported");
        assertThat(imported.out()).contains("Total", FILES + " files");
    }

    @ParameterizedTest
    @MethodSource("views")
    void theCommandLineAnswersTheExpectedNumbers(ExpectedView view) throws IOException {
        InstalledProgram.Outcome answer = InstalledProgram.run(query(view).toArray());
        assertThat(answer.code()).as(answer.err()).isZero();
        view.assertAnswered(new ObjectMapper().readTree(answer.out()));
    }

    private List<Object> query(ExpectedView view) {
        List<Object> args = new ArrayList<>(
                List.of("query", view.metric(), "--config", configuration(), "--data", data(), "--format", "json"));
        if (!view.groupBy().isEmpty()) {
            args.addAll(List.of("--group-by", String.join(",", view.groupBy())));
        }
        view.property().ifPresent(property -> args.addAll(List.of("--property", property)));
        view.filters()
                .forEach((name, values) -> args.addAll(List.of("--filter", name + "=" + String.join(",", values))));
        return args;
    }

    @ParameterizedTest
    @MethodSource("views")
    void theApiAnswersTheExpectedNumbers(ExpectedView view) throws Exception {
        String groups = "group_by=" + HttpApi.encode(String.join(",", view.groupBy()));
        String filters = view.filters().entrySet().stream()
                .flatMap(filter -> filter.getValue().stream()
                        .map(value -> "&filter." + HttpApi.encode(filter.getKey()) + "=" + HttpApi.encode(value)))
                .collect(Collectors.joining());
        String property = view.property().map("&property="::concat).orElse("");
        HttpApi api = new HttpApi(server.orElseThrow().url());
        view.assertAnswered(api.json("/api/v1/metrics/" + view.metric() + "?" + groups + property + filters));
    }

    @Test
    void everyReportWritesANumberInOneWay() throws Exception {
        HttpApi api = new HttpApi(server.orElseThrow().url());
        for (JsonNode entry : api.json("/api/v1/reports")) {
            new NumbersOfReport(api, entry).compare();
        }
    }

    @Test
    void aProcessOfItsOwnAnswersTheSame() throws Exception {
        ExpectedView view = views().get(2);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        query(view).forEach(argument -> command.add(String.valueOf(argument)));
        Path errors = temporary.resolve("errors.txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        view.assertAnswered(new ObjectMapper().readTree(out));
    }

    @Test
    void importingAgainTakesNothingAndIsNoFailure() {
        assertThat(importedAgain.code()).as(importedAgain.err()).isZero();
        assertThat(importedAgain.err()).contains("0 imported, " + FILES + " imported before, 0 not imported");
    }

    @Test
    void aFileThatCannotBeReadMakesTheExitCodeOneAndKeepsTheOthers() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("damaged"));
        try (Stream<Path> files = Files.list(oracle)) {
            Path good = files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            Files.copy(good, folder.resolve(good.getFileName().toString()));
        }
        Files.writeString(folder.resolve("interaction-0007-20250111235959_000.json.zip"), "PK\u0003\u0004 cut off");
        InstalledProgram.Outcome outcome = InstalledProgram.run(
                "import", "--config", configuration(), "--data", temporary.resolve("part"), folder);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("1 imported, 0 imported before, 1 not imported");
        assertThat(outcome.out()).contains("failed").doesNotContain("Exception");
    }
}
