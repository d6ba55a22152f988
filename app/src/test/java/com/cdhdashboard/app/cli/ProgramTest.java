package com.cdhdashboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.trial.Trials;
import com.cdhdashboard.assistant.provider.Models;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.report.ReportRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
    private final InMemoryWorkspaces workspaces = new InMemoryWorkspaces();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void queryAnswersAsJson() {
        assertThat(run("query", "engagement", "--group-by", "Channel", "--format", "json"))
                .isZero();
        assertThat(out.toString())
                .startsWith("[\n{\"Channel\":\"Channel\",")
                .contains("\"Count\":100,\"Positives\":25,\"Negatives\":75,\"CTR\":0.25,")
                .endsWith("}\n]\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void queryAsksForWhatItsOptionsSay() {
        run(
                "query",
                "engagement",
                "--config",
                "a.toml",
                "--data",
                "store",
                "--group-by",
                "Channel,\"Name, or so\"",
                "--filter",
                "Channel=Web,(missing)",
                "--filter",
                "\"Name, or so\"=\"Fixed/10 years, 3.5 %\"",
                "--filter",
                "Channel=(empty)");
        assertThat(workspaces.asked)
                .containsExactly(
                        new ConfigurationSource.File(Path.of("a.toml")),
                        Path.of("store"),
                        new RollUp(
                                "engagement",
                                List.of("Channel", "Name, or so"),
                                List.of(
                                        Filter.In.of(
                                                "Channel",
                                                List.of(Optional.of("Web"), Optional.empty(), Optional.of(""))),
                                        Filter.In.of("Name, or so", List.of(Optional.of("Fixed/10 years, 3.5 %"))))),
                        new RollUp("engagement", List.of("Channel"), List.of()),
                        "closed");
    }

    @Test
    void commandsHaveDefaults() {
        run("query", "engagement");
        assertThat(workspaces.asked)
                .startsWith(ConfigurationSource.Packaged.DEFAULT, Path.of("cdhdashboard-data"))
                .contains(new RollUp("engagement", List.of(), List.of()));
        assertThat(out.toString()).contains("CTR").contains("----");
    }

    @Test
    void theDemoConfigurationGoesByItsName() {
        run("query", "engagement", "--config", "demo", "--format", "csv");
        assertThat(workspaces.asked).startsWith(ConfigurationSource.Packaged.DEMO);
        assertThat(out.toString()).contains("CTR").endsWith("\r\n");
    }

    @Test
    void aFolderOfThatNameDoesNotHideIt() throws IOException {
        Path own = Files.createDirectory(Path.of("demo"));
        try {
            assertThat(run("validate", "demo")).isZero();
            assertThat(run("query", "engagement", "--config", "demo")).isZero();
            assertThat(run("run", "--config", "demo")).isZero();
            assertThat(workspaces.asked.stream().filter(ConfigurationSource.class::isInstance))
                    .containsExactly(
                            ConfigurationSource.Packaged.DEMO,
                            ConfigurationSource.Packaged.DEMO,
                            ConfigurationSource.Packaged.DEMO);
            assertThat(run("run", "--config", "./demo")).isEqualTo(1);
            assertThat(err.toString().strip())
                    .endsWith("there is no configuration in the folder ./demo; it would be a file"
                            + " whose name ends in .toml. Put one there, or name the file itself.");
        } finally {
            Files.delete(own);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                  | Name a command, such as \"demo\". See: cdhdashboard --help",
                "nonsense                          | \"nonsense\" is not a command; there are demo, run, import, export, query, report, validate, config, doctor, eval, sample, mcp. See: cdhdashboard --help",
                "config                            | Name a command, one of explain, format, schema, draft. See: cdhdashboard config --help",
                "config nonsense                   | \"nonsense\" is not a command; there are explain, format, schema, draft. See: cdhdashboard config --help",
                "config explain                    | Missing required parameter: 'KEY'. See: cdhdashboard config explain --help",
                "query                             | Missing required parameter: 'METRIC'. See: cdhdashboard query --help",
                "query engagement --filter Web     | Invalid value for --filter: Web – no \"=\" in it. See: cdhdashboard query --help",
                "query engagement --period last30  | Invalid value for --period: last30 – there are last7, last28, last90, month, lastmonth, all. See: cdhdashboard query --help",
                "query engagement --filter A=      | Invalid value for --filter: A= – a value is missing; the empty value is written (empty). See: cdhdashboard query --help",
                "query engagement --filter A=\"x   | Invalid value for --filter: A=\"x – a quote in it is not closed. See: cdhdashboard query --help",
                "query engagement --group-by \"A   | Invalid value for --group-by: \"A – a quote in it is not closed. See: cdhdashboard query --help",
                "query engagement --format xml     | Invalid value for option '--format': expected one of [TABLE, JSON, CSV] (case-insensitive) but was 'xml'. See: cdhdashboard query --help",
                "query engagement --colour         | Unknown option: '--colour'. See: cdhdashboard query --help",
                "import                            | Missing required parameter: 'PATH'. See: cdhdashboard import --help",
                "run --port 70000                  | Invalid value for --port: 70000 – must be from 0 to 65535. See: cdhdashboard run --help",
                "sample x --days 0                 | --days is 0, but must be between 1 and 3660. See: cdhdashboard sample --help",
                "sample x --rows 5 --interactions 5 | Error: --interactions=N, --rows=N are mutually exclusive (specify only one). See: cdhdashboard sample --help"
            })
    void whatIsNotUnderstoodIsSaidInOneSentence(String line, String message) {
        assertThat(run(line == null ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("cdhdashboard: " + message);
        assertThat(out.toString()).isEmpty();
        assertThat(workspaces.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "query engagment               | \"engagment\" is not a metric; did you mean \"engagement\"? There are: engagement.",
                "query engagement --group-by X | \"X\" is not a dimension of metric \"engagement\". There are: Channel, Name, or so."
            })
    void aQuestionThatCannotBeAnsweredFails(String line, String message) {
        assertThat(run(line.split(" "))).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("cdhdashboard: " + message);
        assertThat(out.toString()).isEmpty();
        assertThat(workspaces.asked).endsWith("closed");
    }

    @ParameterizedTest
    @MethodSource("errorsOfTheDisk")
    void aFileThatCannotBeUsedIsNoErrorOfTheProgram(IOException error, String reason) {
        Workspaces broken = new BrokenWorkspaces(new UncheckedIOException(error));
        assertThat(Program.run(broken, terminal(), "query", "engagement")).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("cdhdashboard: a file or folder cannot be used: " + reason
                        + "; make room on the disk, or allow reading and writing there, and try again.");
    }

    static Stream<Arguments> errorsOfTheDisk() {
        return Stream.of(
                Arguments.of(new IOException("No space left on device"), "No space left on device"),
                Arguments.of(new AccessDeniedException("/data/current"), "\"/data/current\": access is denied"),
                Arguments.of(new NoSuchFileException("/data/current"), "\"/data/current\": it is not there"),
                Arguments.of(
                        new FileSystemException("/data/current", null, "Read-only file system"),
                        "\"/data/current\": Read-only file system"));
    }

    @Test
    void anErrorOfTheProgramShowsNoStackTraceUnlessAsked() {
        Workspaces broken = new BrokenWorkspaces(new IllegalStateException("secret"));
        assertThat(Program.run(broken, terminal(), "query", "engagement")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("cdhdashboard: The program failed unexpectedly (IllegalStateException). Run the command with"
                        + " --debug to see where." + System.lineSeparator());
        assertThat(Program.run(broken, terminal(), "query", "engagement", "--debug"))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("java.lang.IllegalStateException: secret")
                .contains("\tat ");
    }

    @Test
    void messagesAreOneLineWithoutControlCharacters() {
        Workspaces broken = new BrokenWorkspaces(new UserException("a\u001b[2Jb\nc"));
        Program.run(broken, terminal(), "query", "engagement");
        assertThat(err.toString()).isEqualTo("cdhdashboard: a\uFFFD[2Jb c." + System.lineSeparator());
    }

    @Test
    void reportShowsItsTableWithCardsAndNotes() {
        assertThat(run("report", "ctr", "--set", "x=Day", "--set", "color=", "--filter", "Channel=Web"))
                .isZero();
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("x", "Day");
        choices.put("color", "");
        assertThat(workspaces.asked)
                .contains(new ReportRequest(
                        "ctr", choices, List.of(Filter.In.of("Channel", List.of(Optional.of("Web"))))));
        assertThat(out.toString().replace("\r", "")).isEqualTo("""
                Click-through rate
                  CTR: 5.00 % (Count 100)

                Channel       CTR
                ---------  ------
                Web        5.00\u00a0%
                (missing)       –
                """);
        assertThat(err.toString().strip()).isEqualTo("Note: 2 of 9 series");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "json   | `[\n{\"Channel\":\"Web\",\"CTR\":0.05},\n{\"Channel\":null,\"CTR\":null}\n]\n`",
                "csv    | `Channel,CTR\r\nWeb,0.05\r\n,\r\n`",
                "figure | `{\"data\":[],\"layout\":{\"height\":640}}\n`"
            })
    void reportAnswersInEveryFormat(String format, String answer) {
        assertThat(run("report", "ctr", "--format", format)).isZero();
        assertThat(out.toString()).isEqualTo(answer);
    }

    @Test
    void aReportThatCannotBeDrawnSaysWhy() {
        workspaces.reason = Optional.of("nothing is imported");
        assertThat(run("report", "ctr", "--format", "json")).isZero();
        assertThat(err.toString()).startsWith("Not drawn: nothing is imported");
        assertThat(run("report", "ctr", "--format", "figure")).isEqualTo(1);
        assertThat(err.toString()).contains("cdhdashboard: Report \"ctr\" cannot be drawn: nothing is imported.");
    }

    @Test
    void validateListsEveryProblemWithItsPlace() {
        workspaces.problems = List.of(
                new Problem(
                        Severity.ERROR,
                        Optional.of(new Position("c.toml", 41, 8)),
                        "reports.daily.type",
                        "\"lines\" is not a report type; did you mean \"line\"?"),
                new Problem(Severity.WARNING, Optional.of(new Position("c.toml", 50, 1)), "", "old key"));
        assertThat(run("validate", "c.toml")).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        "c.toml:41:8: error: reports.daily.type: \"lines\" is not a report type; did you mean \"line\"?",
                        "c.toml:50:1: warning: old key");
        assertThat(err.toString().strip()).isEqualTo("c.toml: 1 error, 1 warning.");
    }

    @Test
    void validateListsProblemsForOtherProgramsToo() {
        workspaces.problems = List.of(
                new Problem(Severity.ERROR, Optional.of(new Position("c.toml", 41, 8)), "ux.a", "\"é\" is wrong"),
                new Problem(Severity.WARNING, Optional.empty(), "", "old key"));
        assertThat(run("validate", "c.toml", "--format", "json")).isEqualTo(1);
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                [
                  {
                    "severity" : "error",
                    "file" : "c.toml",
                    "line" : 41,
                    "column" : 8,
                    "path" : "ux.a",
                    "message" : "\\"é\\" is wrong"
                  },
                  {
                    "severity" : "warning",
                    "file" : null,
                    "line" : null,
                    "column" : null,
                    "path" : "",
                    "message" : "old key"
                  }
                ]
                """);
        assertThat(err.toString().strip()).isEqualTo("c.toml: 1 error, 1 warning.");
    }

    @Test
    void noProblemsAreAnEmptyArray() {
        workspaces.problems = List.of();
        assertThat(run("validate", "c.toml", "--format", "json")).isZero();
        assertThat(out.toString().strip()).isEqualTo("[ ]");
    }

    @Test
    void configExplainTellsWhatAKeyMeans() {
        assertThat(run("config", "explain", "ux.refresh_interval")).isZero();
        assertThat(out.toString().lines())
                .startsWith("ux.refresh_interval", "Time between two of them.")
                .contains("type      whole number of milliseconds, 1000 to 86400000", "default   180000");
    }

    @Test
    void configExplainGuessesWhatWasMeant() {
        assertThat(run("config", "explain", "ux.refresh_intervall")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().strip())
                .isEqualTo("cdhdashboard: \"ux.refresh_intervall\" is neither a key nor a section of the"
                        + " configuration; did you mean \"ux.refresh_interval\"?");
    }

    @Test
    void configSchemaPrintsTheSchema() {
        assertThat(run("config", "schema")).isZero();
        assertThat(out.toString())
                .startsWith("{\n  \"$schema\" : \"http://json-schema.org/draft-07/schema#\",\n")
                .contains("\"maximum\" : 86400000");
    }

    @Test
    void warningsAloneAreNoFailure() {
        workspaces.problems = List.of(new Problem(Severity.WARNING, Optional.empty(), "ux", "old key"));
        assertThat(run("validate", "c.toml")).isZero();
        assertThat(out.toString().strip()).isEqualTo("warning: ux: old key");
        workspaces.problems = List.of();
        assertThat(run("validate", "c.toml")).isZero();
        assertThat(err.toString()).endsWith("c.toml: no problems." + System.lineSeparator());
    }

    @Test
    void importShowsWhatBecameOfEachFile() {
        assertThat(run("import", "--replace", "--data", "store", "a.zip", "b.zip"))
                .isZero();
        assertThat(workspaces.asked)
                .contains(new ImportRequest(List.of(Path.of("a.zip"), Path.of("b.zip")), true, false));
        assertThat(out.toString()).isEqualTo("""
                File   Status    Read  Filtered  Repeated  Rejected  Kept  Note
                -----  --------  ----  --------  --------  --------  ----  ----
                a.zip  imported    10         1         2         3     4  -
                b.zip  imported    10         1         2         3     4  -
                Total  2 files     20         2         4         6     8  -
                """);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Note: 2 metrics are off",
                        "Rejected rows, with reasons: rejected.ndjson",
                        "2 imported, 0 imported before, 0 not imported, in 10.0 s.");
    }

    @ParameterizedTest
    @CsvSource({"IMPORTED, 0", "UNCHANGED, 0", "CHANGED, 1", "FAILED, 1"})
    void importSucceedsOnlyIfEveryFileIsImported(FileSummary.Status status, int code) {
        workspaces.status = status;
        assertThat(run("import", "a.zip")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50  | 100 | Reading: 1/2 files, 150,000 rows, 15,000 rows/s, 0:10 left",
                "1   | 100 | Reading: 1/2 files, 150,000 rows, 15,000 rows/s",
                "100 | 100 | Reading: 1/2 files, 150,000 rows, 15,000 rows/s",
                "0   | 0   | Reading: 1/2 files, 150,000 rows, 15,000 rows/s"
            })
    void progressTellsPaceAndWhatRemains(long done, long total, String text) {
        assertThat(ImportReporter.describe(
                        new ImportProgress("Reading", 1, 2, 150_000, done, total, Duration.ofSeconds(10))))
                .isEqualTo(text);
    }

    @Test
    void theBarFills() {
        assertThat(ProgressLine.bar(0)).isEqualTo("[........................]");
        assertThat(ProgressLine.bar(0.5)).isEqualTo("[############............]");
        assertThat(ProgressLine.bar(7)).isEqualTo("[########################]");
    }

    @Test
    void runServesUntilTheServerEnds() {
        assertThat(run("run", "--data", "store", "--port", "0", "--root", "a", "--root", "b"))
                .isZero();
        assertThat(workspaces.asked)
                .endsWith(
                        new ServerAddress(
                                "127.0.0.1",
                                0,
                                Path.of("store", "uploads"),
                                List.of(Path.of("a"), Path.of("b")),
                                Optional.of("secret")),
                        "awaited",
                        "server closed",
                        "closed");
        assertThat(out.toString().strip()).isEqualTo("The dashboard is at http://127.0.0.1:0 (Ctrl+C ends it)");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aFileOfModelsThatIsNotThereEndsRun() {
        assertThat(run("run", "--data", "store", "--llm_config", "no/such.toml"))
                .isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("cdhdashboard: there is no file of models no/such.toml; give the path of a TOML file.");
        assertThat(workspaces.asked).isEmpty();
    }

    @Test
    void whatIsWrongWithAFileOfModelsIsSaidAndRunGoesOn() throws IOException {
        Path file = Files.writeString(folder.resolve("llm.toml"), "[defaults]\ntimeout = 0\n");

        assertThat(run("run", "--data", "store", "--port", "0", "--llm_config", file.toString()))
                .isZero();
        assertThat(err.toString().strip())
                .isEqualTo(file
                        + ":2:1: error: defaults.timeout: 0 is not a number from 1 to 3600; write one without quotes");
    }

    @Test
    void demoMakesImportsAndServes() {
        Path data = folder.resolve("demo");
        assertThat(run("demo", "--data", data.toString(), "--port", "0")).isZero();
        assertThat(workspaces.asked)
                .containsExactly(
                        ConfigurationSource.Packaged.DEMO,
                        data,
                        new ImportRequest(List.of(data.resolve("export/interactions")), false, false),
                        new ServerAddress(
                                "127.0.0.1", 0, data.resolve("uploads"), List.of(data), Optional.of("secret")),
                        "awaited",
                        "server closed",
                        "closed");
        assertThat(data.resolve("export/interactions").toFile().list()).hasSize(60);
        assertThat(err.toString()).contains("Making a demo export");
        run("demo", "--data", data.toString(), "--port", "0");
        assertThat(err.toString().split("Making a demo export", -1)).hasSize(2);
    }

    @Test
    void sampleSaysWhatItWrote() {
        Path target = folder.resolve("export");
        assertThat(run(
                        "sample",
                        target.toString(),
                        "--days",
                        "2",
                        "--rows",
                        "1000",
                        "--format",
                        "json",
                        "--end",
                        "2026-03-01"))
                .isZero();
        assertThat(out.toString())
                .startsWith(target.resolve("interactions") + ": 1,000 rows of ")
                .contains(" interactions in 2 files, 2026-02-28 to 2026-03-01")
                .contains(target.resolve("holdings") + ": ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "import",
                "query",
                "report",
                "validate",
                "config",
                "config explain",
                "config format",
                "config schema",
                "sample"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: cdhdashboard " + command);
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void runShowsSeveralConfigurations() throws IOException {
        Path files = Files.createDirectories(folder.resolve("ours"));
        for (String name : List.of("b.toml", "a.toml", ".hidden.toml", "c.txt")) {
            Files.writeString(files.resolve(name), "");
        }
        assertThat(run("run", "--config", files.toString(), "--config", "z.toml", "--config", "demo"))
                .isZero();
        assertThat(workspaces.asked)
                .startsWith(
                        new ConfigurationSource.File(files.resolve("a.toml")),
                        Path.of("cdhdashboard-data"),
                        new ConfigurationSource.File(files.resolve("b.toml")),
                        Path.of("cdhdashboard-data"),
                        new ConfigurationSource.File(Path.of("z.toml")),
                        Path.of("cdhdashboard-data"),
                        ConfigurationSource.Packaged.DEMO,
                        Path.of("cdhdashboard-data"))
                .endsWith("awaited", "server closed", "closed", "closed", "closed", "closed");
        assertThat(out.toString().lines())
                .startsWith(
                        "The dashboard is at http://127.0.0.1:8501 (Ctrl+C ends it)",
                        "Test: http://127.0.0.1:8501/v/test/");
    }

    @Test
    void aFolderWithoutConfigurationsIsSaid() {
        assertThat(run("run", "--config", folder.toString())).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("cdhdashboard: there is no configuration in the folder " + folder
                        + "; it would be a file whose name ends in .toml. Put one there, or name the file itself.");
    }

    @Test
    void severalConfigurationsAreCheckedTogether() throws IOException {
        Path first = Files.writeString(folder.resolve("a.toml"), "");
        Path second = Files.writeString(folder.resolve("b.toml"), "");
        workspaces.problems = List.of(new Problem(Severity.WARNING, Optional.empty(), "ux", "old key"));
        assertThat(run("validate", folder.toString(), "c.toml")).isZero();
        assertThat(out.toString().lines()).hasSize(3).containsOnly("warning: ux: old key");
        assertThat(err.toString().lines())
                .containsExactly(first + ": 1 warning.", second + ": 1 warning.", "c.toml: 1 warning.");
    }

    @Test
    void aFolderIsNoConfiguration() {
        assertThat(run("query", "engagement", "--config", folder.toString())).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("cdhdashboard: " + folder
                        + " is a folder, and one configuration is meant here; name one of its files.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "export", "query", "report"})
    void otherCommandsTakeOneConfiguration(String command) {
        assertThat(run(command, "x", "--config", "a.toml", "--config", "b.toml"))
                .isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("cdhdashboard: option '--config' (F) should be specified only once. See: cdhdashboard "
                        + command + " --help");
    }

    @Test
    void aProgramThatIsNotBuiltHasNoVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().strip()).isEqualTo("cdhdashboard (development)");
    }

    private int run(String... args) {
        return Program.run(workspaces, terminal(), args);
    }

    private Terminal terminal() {
        return new Terminal(new PrintWriter(out), new PrintWriter(err), false, Optional.of("secret"));
    }

    private record BrokenWorkspaces(RuntimeException failure) implements Workspaces {
        @Override
        public LoadedConfiguration check(ConfigurationSource source) {
            throw failure;
        }

        @Override
        public OpenWorkspace open(ConfigurationSource source, Path data) {
            throw failure;
        }

        @Override
        public RunningServer serve(List<OpenWorkspace> open, ServerAddress address, Models models) {
            throw failure;
        }

        @Override
        public Trials trials() {
            throw failure;
        }
    }
}
