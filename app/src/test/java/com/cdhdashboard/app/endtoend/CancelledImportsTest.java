package com.cdhdashboard.app.endtoend;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An import ends within two seconds of a cancel or a signal, at any moment; the store is as before, and the next works. */
@Timeout(120)
class CancelledImportsTest {
    private static final Path GOOD = TestData.path("cases", "06-pxresults", "oneline.json");
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int LATEST_MILLIS = 800;
    private static final int CANCELS = 3;

    private static final LongExports EXPORTS = new LongExports();
    private static final Map<LongExports.Kind, Path> FILES = new EnumMap<>(LongExports.Kind.class);
    private static InstalledProgram.Server server;

    @TempDir
    static Path shared;

    @TempDir
    Path temporary;

    private final Random random = new Random(23);

    @BeforeAll
    static void start() throws IOException {
        for (LongExports.Kind kind : LongExports.Kind.values()) {
            FILES.put(kind, EXPORTS.write(kind, shared));
        }
        server = InstalledProgram.serve(Optional.empty(), shared.resolve("data"), List.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private Path oneRow() throws IOException {
        return Files.writeString(Files.createTempFile(temporary, "next", ".json"), EXPORTS.row());
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    @ParameterizedTest
    @EnumSource(LongExports.Kind.class)
    void byUpload(LongExports.Kind kind) throws Exception {
        Uploading upload = Uploading.to(server);
        upload.importing(GOOD);
        for (int i = 0; i < CANCELS; i++) {
            List<JsonNode> before = numbers(upload.http());
            upload.begin(List.of(requireNonNull(FILES.get(kind))), "");
            Thread.sleep(random.nextInt(LATEST_MILLIS));
            assertThat(upload.runs()).isTrue();
            upload.cancel();
            long asked = System.nanoTime();
            JsonNode job = upload.awaitEnd();
            assertThat(since(asked)).as("%s", job).isLessThan(SOON);
            assertThat(job.get("state").asText()).as("%s", job).isEqualToIgnoringCase("cancelled");
            assertThat(FileLine.of(job))
                    .extracting(FileLine::message)
                    .singleElement(STRING)
                    .endsWith("cancelled before it was read; import again to read it");
            assertThat(numbers(upload.http())).isEqualTo(before);
            assertThat(FileLine.of(upload.importing(oneRow())))
                    .extracting(FileLine::kept)
                    .containsExactly(1L);
        }
    }

    private static List<JsonNode> numbers(HttpApi http) throws IOException, InterruptedException {
        return List.of(
                http.json("/api/v1/status").get("rows"), http.json("/api/v1/metrics/engagement?group_by=Day,Name"));
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143, true", "INT, 130, true", "TERM, 143, false"})
    void bySignal(String signal, int code, boolean later) throws Exception {
        CaseStore store = CaseStore.in(temporary.resolve("data"));
        if (later) {
            store.importing(GOOD);
        }
        Optional<JsonNode> before = later ? Optional.of(byDay(store)) : Optional.empty();
        StartedProgram program = StartedProgram.start(
                temporary,
                StartedProgram.NO_LIMIT,
                "import",
                "--data",
                store.data(),
                requireNonNull(FILES.get(LongExports.Kind.ENDLESS_GZIP)));
        while (program.runs() && Files.notExists(store.data().resolve("default").resolve("importing"))) {
            Thread.sleep(10);
        }
        Thread.sleep(random.nextInt(LATEST_MILLIS));
        assertThat(program.runs()).as(program.said()).isTrue();
        long asked = System.nanoTime();
        program.signal(signal);
        assertThat(program.await()).as(program.said()).isEqualTo(code);
        assertThat(since(asked)).isLessThan(SOON);
        before.ifPresent(numbers -> assertThat(byDay(store)).isEqualTo(numbers));
        InstalledProgram.Outcome next = store.importing(oneRow());
        assertThat(next.code()).as(next.out() + next.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void explainedAndEndedBySignalNothingStays(String signal, int code) throws Exception {
        StartedProgram program = StartedProgram.start(
                temporary,
                StartedProgram.NO_LIMIT,
                "import",
                "--explain",
                requireNonNull(FILES.get(LongExports.Kind.ENDLESS_GZIP)));
        while (program.runs() && explained().stream().noneMatch(CancelledImportsTest::isImporting)) {
            Thread.sleep(10);
        }
        assertThat(program.runs()).as(program.said()).isTrue();
        program.signal(signal);
        assertThat(program.await()).as(program.said()).isEqualTo(code);
        assertThat(explained()).isEmpty();
    }

    private List<Path> explained() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("cdhdashboard-explain"))
                    .toList();
        }
    }

    private static boolean isImporting(Path data) {
        return Files.exists(data.resolve("default").resolve("importing"));
    }

    private static JsonNode byDay(CaseStore store) {
        return store.query("engagement", "--group-by", "Day");
    }
}
