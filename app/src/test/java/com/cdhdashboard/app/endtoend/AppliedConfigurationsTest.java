package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.app.configuration.ConfigurationApply;
import com.cdhdashboard.app.configuration.ConfigurationApply.Order;
import com.cdhdashboard.app.configuration.ConfigurationApply.Outcome;
import com.cdhdashboard.app.configuration.ConfigurationApply.Plan;
import com.cdhdashboard.app.imports.ImportJobs;
import com.cdhdashboard.app.imports.JobView;
import com.cdhdashboard.app.start.DataFolder;
import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configurations that take the place of one another while the server is read. */
class AppliedConfigurationsTest {
    private static final String TEXT = """
            [copyright]
            name = "Ours"

            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*.zip"
            late_outcome_days = 1

            [metrics]
            global_filters = ["Channel"]

            [metrics.engagement]
            group_by = ["Day"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [metrics.descriptive]
            group_by = ["Day"]
            columns = ["Propensity"]
            scores = ["Mean"]

            [holdings]
            file_type = "pega_ds_export"
            file_pattern = "**/product-holdings*"

            [metrics.clv]
            group_by = ["ControlGroup"]
            scores = ["lifetime_value"]
            customer_id_col = "CustomerID"

            [reports.rate]
            metric = "engagement"
            type = "line"
            description = "Rate by day"
            group_by = ["Day"]
            x = "Day"
            y = "CTR"
            """;
    private static final String CLICKS = "[\"Clicked\"]";
    private static final String OTHERS = "[\"Clicked\", \"Pending\"]";

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private final ImportJobs jobs = new ImportJobs(
            () -> (request, listener) -> {
                throw new AssertionError("nothing else is imported");
            },
            Clock.systemUTC());

    private Path file = Path.of("");
    private Path data = Path.of("");

    @BeforeAll
    static void importOnce() throws IOException {
        InstalledProgram.Outcome made =
                InstalledProgram.run("sample", shared.resolve("export"), "--days", 5, "--interactions", 300);
        assertThat(made.code()).as(made.err()).isZero();
        importInto(Files.writeString(shared.resolve("ours.toml"), TEXT), shared.resolve("data"));
    }

    @BeforeEach
    void copyImported() throws IOException {
        file = Files.writeString(folder.resolve("ours.toml"), TEXT);
        data = folder.resolve("data");
        DataFolder.copy(shared.resolve("data"), data);
    }

    private static void importInto(Path file, Path data) {
        for (String kind : List.of("interactions", "holdings")) {
            InstalledProgram.Outcome imported = InstalledProgram.run(
                    "import",
                    "--config",
                    file,
                    "--data",
                    data,
                    shared.resolve("export").resolve(kind));
            assertThat(imported.code()).as(imported.err() + imported.out()).isZero();
        }
    }

    private InstalledProgram.Server serve() {
        return InstalledProgram.serve(Optional.of(file), data, List.of());
    }

    private static Order order(ConfigurationApply apply, String text) {
        return new Order(text, apply.served().hash(), false);
    }

    private static ConfigurationApply apply(InstalledProgram.Server server) {
        return server.workspace().apply().orElseThrow();
    }

    private JobView ended() throws InterruptedException {
        Instant latest = Instant.now().plus(Duration.ofSeconds(60));
        while (jobs.current().orElseThrow().running() && Instant.now().isBefore(latest)) {
            Thread.sleep(10);
        }
        return jobs.current().orElseThrow();
    }

    private void applyWithImport(ConfigurationApply apply, String text) throws InterruptedException {
        assertThat(apply.apply(order(apply, text), jobs, served -> {})).isInstanceOf(Outcome.Importing.class);
        JobView job = ended();
        assertThat(job.state()).as(String.valueOf(job)).isEqualTo(JobView.State.DONE);
    }

    /** What pages and API show, by address; of pages without what each start of a server has anew. */
    private static Map<String, String> answers(InstalledProgram.Server server)
            throws IOException, InterruptedException {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : List.of(
                "/api/v1/metrics/engagement?group_by=Day,Channel",
                "/api/v1/metrics/descriptive?group_by=Day",
                "/api/v1/metrics/clv?group_by=ControlGroup",
                "/api/v1/metrics/clv?limit=20",
                "/api/v1/metrics",
                "/api/v1/reports/rate",
                "/dashboard",
                "/reports/rate",
                "/reports/rate.csv")) {
            HttpResponse<String> answer = new HttpApi(server.url()).get(path);
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
            answers.put(path, answer.body());
        }
        return answers;
    }

    private static Map<String, String> numbers(InstalledProgram.Server server)
            throws IOException, InterruptedException {
        Map<String, String> answers = answers(server);
        answers.keySet().removeIf(path -> path.equals("/dashboard") || path.equals("/reports/rate"));
        return answers;
    }

    @Test
    void whatIsOnlyShownIsServedAtOnce() throws IOException, InterruptedException {
        String text = TEXT.replace("name = \"Ours\"", "name = \"Theirs\"").replace("Rate by day", "Rate of days");
        try (InstalledProgram.Server server = serve()) {
            ConfigurationApply apply = apply(server);
            String version = new HttpApi(server.url())
                    .json("/api/v1/status")
                    .get("data_version")
                    .textValue();
            String before = new HttpApi(server.url()).get("/reports/rate").body();
            assertThat(before).contains("Rate by day").doesNotContain("Rate of days");
            List<String> told = new ArrayList<>();
            Outcome outcome = apply.apply(order(apply, text), jobs, served -> told.add(served.text()));
            assertThat(outcome).isEqualTo(new Outcome.Applied(apply.served()));
            assertThat(told).containsExactly(text);
            assertThat(Files.readString(file)).isEqualTo(text);
            assertThat(new HttpApi(server.url()).get("/reports/rate").body())
                    .contains("Rate of days", "Theirs")
                    .doesNotContain("Rate by day");
            assertThat(new HttpApi(server.url())
                            .json("/api/v1/status")
                            .get("data_version")
                            .textValue())
                    .startsWith(version + "/");
            // Back again: the answers of the text that the server was started with, to the byte
            apply.apply(order(apply, TEXT), jobs, served -> {});
            assertThat(new HttpApi(server.url()).get("/reports/rate").body()).isEqualTo(before);
        }
    }

    @Test
    void readersSeeTheOldAnswersOrTheNewAndNothingElse() throws IOException, InterruptedException {
        String text = TEXT.replace(CLICKS, OTHERS).replace("Rate by day", "Rate of both");
        try (InstalledProgram.Server server = serve()) {
            ConfigurationApply apply = apply(server);
            Map<String, String> before = answers(server);
            Map<String, Set<String>> seen = new ConcurrentHashMap<>();
            List<String> failed = new ArrayList<>();
            AtomicBoolean reading = new AtomicBoolean(true);
            List<Thread> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                readers.add(new Thread(() -> {
                    try {
                        while (reading.get()) {
                            answers(server)
                                    .forEach((path, answer) -> seen.computeIfAbsent(
                                                    path, none -> ConcurrentHashMap.newKeySet())
                                            .add(answer));
                        }
                    } catch (IOException | InterruptedException | AssertionError e) {
                        synchronized (failed) {
                            failed.add(e.toString());
                        }
                    }
                }));
            }
            readers.forEach(Thread::start);
            Plan plan = apply.plan(text);
            assertThat(plan.change().interactions().metrics()).containsExactly("engagement");
            assertThat(plan.missing()).isEmpty();
            applyWithImport(apply, text);
            Map<String, String> after = answers(server);
            reading.set(false);
            for (Thread reader : readers) {
                reader.join();
            }
            assertThat(failed).isEmpty();
            seen.forEach((path, answers) -> assertThat(List.of(before.get(path), after.get(path)))
                    .as(path)
                    .containsAll(answers));
            assertThat(after.get("/api/v1/reports/rate")).isNotEqualTo(before.get("/api/v1/reports/rate"));
            assertThat(seen.get("/api/v1/reports/rate")).contains(before.get("/api/v1/reports/rate"));
            assertThat(Files.readString(file)).isEqualTo(text);
            assertEqualToFreshImport(server);
        }
    }

    private void assertEqualToFreshImport(InstalledProgram.Server server) throws IOException, InterruptedException {
        Path fresh = folder.resolve("fresh");
        importInto(file, fresh);
        try (InstalledProgram.Server other = InstalledProgram.serve(Optional.of(file), fresh, List.of())) {
            assertThat(numbers(server)).isEqualTo(numbers(other));
        }
        // The version before is gone, and the next start reads the one there is
        assertThat(data.resolve("default").resolve("gathering.duckdb")).doesNotExist();
        try (InstalledProgram.Server again = serve()) {
            assertThat(numbers(again)).isEqualTo(numbers(server));
        }
    }

    @Test
    void twoInARowAndImportsAfterThemAddUp() throws IOException, InterruptedException {
        String first = TEXT.replace(CLICKS, OTHERS);
        String second = first.replace("customer_id_col", "rfm_segment_config = \"telco\"\ncustomer_id_col")
                .replace("\"Propensity\"", "\"Propensity\", \"Priority\"");
        try (InstalledProgram.Server server = serve()) {
            applyWithImport(apply(server), first);
            applyWithImport(apply(server), second);
            assertThat(Files.readString(file)).isEqualTo(second);
            assertEqualToFreshImport(server);
            importInto(file, data);
            assertThat(numbers(server)).isNotEmpty();
        }
    }

    @Test
    void aCancelLeavesEverythingAsItWas() throws IOException, InterruptedException {
        try (InstalledProgram.Server server = serve()) {
            ConfigurationApply apply = apply(server);
            Map<String, String> before = answers(server);
            apply.apply(order(apply, TEXT.replace(CLICKS, OTHERS)), jobs, served -> {});
            assertThatThrownBy(() -> apply.apply(order(apply, TEXT.replace("Ours", "Theirs")), jobs, served -> {}))
                    .isInstanceOf(UserException.class)
                    .hasMessage("An import is running; wait for its end or cancel it first");
            jobs.cancel();
            assertThat(ended().state()).isEqualTo(JobView.State.CANCELLED);
            assertThat(answers(server)).isEqualTo(before);
            assertThat(Files.readString(file)).isEqualTo(TEXT);
            try (var versions = Files.list(data.resolve("default").resolve("versions"))) {
                assertThat(versions).isEmpty();
            }
            applyWithImport(apply, TEXT.replace(CLICKS, OTHERS));
        }
    }

    @Test
    void filesThatAreGoneAreNamedAndMetricsWithoutThemHaveNoNumbers() throws IOException, InterruptedException {
        Path export = folder.resolve("export");
        copy(shared.resolve("export").resolve("interactions"), export);
        Path other = folder.resolve("other");
        InstalledProgram.Outcome imported = InstalledProgram.run("import", "--config", file, "--data", other, export);
        assertThat(imported.code()).isZero();
        List<Path> files = copy(export, folder.resolve("unused"));
        Path gone = export.resolve(files.get(0).getFileName());
        Files.delete(gone);
        String text = TEXT.replace(CLICKS, OTHERS);
        try (InstalledProgram.Server server = InstalledProgram.serve(Optional.of(file), other, List.of())) {
            ConfigurationApply apply = apply(server);
            assertThat(apply.plan(text).missing()).containsExactly(gone + " (gone)");
            assertThatThrownBy(() -> apply.apply(order(apply, text), jobs, served -> {}))
                    .isInstanceOf(UserException.class)
                    .hasMessage(
                            "metrics have to be counted again, which cannot be done from what is gone, is another by now,"
                                    + " or has no rows: " + gone
                                    + " (gone); put back what is gone, or apply without an import");
            assertThat(Files.readString(file)).isEqualTo(TEXT);
            String kept =
                    new HttpApi(server.url()).get("/api/v1/metrics/descriptive").body();
            Outcome outcome = apply.apply(new Order(text, apply.served().hash(), true), jobs, served -> {});
            assertThat(outcome).isInstanceOf(Outcome.Applied.class);
            assertThat(new HttpApi(server.url())
                            .get("/api/v1/metrics/engagement")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(new HttpApi(server.url())
                            .get("/api/v1/metrics/descriptive")
                            .body())
                    .isEqualTo(kept);
        }
        InstalledProgram.Outcome again =
                InstalledProgram.run("import", "--config", file, "--data", other, "--remove-existing", export);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(InstalledProgram.run("query", "engagement", "--config", file, "--data", other)
                        .code())
                .isZero();
    }

    private static List<Path> copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        Set<Path> copied = new LinkedHashSet<>();
        try (var files = Files.walk(from)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                copied.add(Files.copy(each, to.resolve(each.getFileName())));
            }
        }
        return List.copyOf(copied);
    }

    @Test
    void whatOthersChangedMeanwhileIsTold() throws IOException {
        String edited = TEXT.replace("Ours", "Edited beside");
        try (InstalledProgram.Server server = serve()) {
            ConfigurationApply apply = apply(server);
            Order order = order(apply, TEXT.replace("Ours", "Theirs"));
            Files.writeString(file, edited);
            assertThat(apply.apply(order, jobs, served -> {})).isEqualTo(new Outcome.Changed(edited));
            assertThat(Files.readString(file)).isEqualTo(edited);
        }
    }

    @Test
    void aFileThatAnotherProgramChangedStaysAndIsToldOf() throws Exception {
        try (InstalledProgram.Server server = serve()) {
            Author author = Author.at(server.url());
            Files.writeString(file, TEXT + "# by hand\n");
            HttpResponse<String> answer = author.send(author.review(author.draft(TEXT + "# mine\n")), "#apply");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("was changed by another program since this server read it");
            assertThat(Files.readString(file)).isEqualTo(TEXT + "# by hand\n");
        }
    }

    /** Whoever begins to apply asks what is served while another puts theirs in its place. */
    @Test
    void manyWhoApplyAtOnceAllHaveAnAnswer() throws Exception {
        ExecutorService authors = Executors.newFixedThreadPool(6);
        try (InstalledProgram.Server server = serve()) {
            Instant end = Instant.now().plusSeconds(2);
            List<Callable<Integer>> applying = new ArrayList<>();
            for (int number = 0; number < 6; number++) {
                String begin = TEXT + "# " + number + ".";
                applying.add(() -> timesApplied(Author.at(server.url()), begin, end));
            }
            int applied = 0;
            for (Future<Integer> one : authors.invokeAll(applying, 40, TimeUnit.SECONDS)) {
                assertThat(one.isCancelled()).as("waits for ever").isFalse();
                applied += one.get();
            }
            assertThat(applied).isPositive();
            assertThat(Files.readString(file)).isEqualTo(apply(server).served().text());
        } finally {
            authors.shutdownNow();
        }
    }

    private static int timesApplied(Author author, String begin, Instant end) throws Exception {
        int applied = 0;
        for (int round = 0; round == 0 || Instant.now().isBefore(end); round++) {
            Document review = author.review(author.draft(begin + round + "\n"));
            String answer = review.select("#apply").isEmpty()
                    ? ""
                    : author.send(review, "#apply")
                            .headers()
                            .firstValue("Location")
                            .orElse("");
            applied += answer.endsWith("/configuration/applied") ? 1 : 0;
        }
        return applied;
    }

    @Test
    void aConfigurationWithErrorsIsRefused() throws IOException {
        try (InstalledProgram.Server server = serve()) {
            ConfigurationApply apply = apply(server);
            String text = TEXT.replace("type = \"line\"", "type = \"lines\"");
            assertThatThrownBy(() -> apply.apply(order(apply, text), jobs, served -> {}))
                    .isInstanceOf(UserException.class)
                    .hasMessageStartingWith(
                            "the configuration has errors and cannot be applied; the first is " + file + ":")
                    .hasMessageContaining(
                            "\"lines\" is not a report type of engagement metrics; did you mean \"line\"?");
            assertThat(Files.readString(file)).isEqualTo(TEXT);
        }
    }

    @Test
    void thePackagedConfigurationIsSavedBesideTheData() throws IOException {
        Path own = folder.resolve("own");
        Path beside = own.resolve("configuration").resolve("default.toml");
        try (InstalledProgram.Server server = InstalledProgram.serve(Optional.empty(), own, List.of())) {
            ConfigurationApply apply = apply(server);
            assertThat(apply.served().target()).isEqualTo(beside);
            assertThat(apply.served().beside()).isTrue();
            assertThat(apply.served().text()).contains("[ih]");
            apply.apply(order(apply, TEXT), jobs, served -> {});
            assertThat(Files.readString(beside)).isEqualTo(TEXT);
        }
        try (InstalledProgram.Server server = InstalledProgram.serve(Optional.empty(), own, List.of())) {
            assertThat(apply(server).served().text()).isEqualTo(TEXT);
            assertThat(server.open().place().note())
                    .contains(
                            "The configuration is " + beside + ", which was applied in the product; remove that file to"
                                    + " go back to the one that comes with the program.");
        }
    }
}
