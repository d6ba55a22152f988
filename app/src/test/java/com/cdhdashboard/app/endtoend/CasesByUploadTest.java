package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exports of the test data give the same messages and the same numbers by upload as by command line. That they give what
 * they must is tested for all of them elsewhere.
 */
@Timeout(60)
class CasesByUploadTest {
    /** Each as many-th of the exports is uploaded; 1 uploads all of them. */
    private static final int EVERY = Integer.getInteger("cdhdashboard.test.uploads", 4);

    /** A configuration that is no configuration on purpose. */
    private static final String INVALID = "string.toml";

    @TempDir
    Path temporary;

    /** An export with the configuration it is for. */
    record Case(Path folder, Optional<Path> configuration) {
        @Override
        public String toString() {
            return folder.getFileName()
                    + configuration.map(file -> "/" + file.getFileName()).orElse("");
        }

        List<Path> files() throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().endsWith(".toml"))
                        .sorted()
                        .toList();
            }
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(TestData.path("cases"))) {
            for (Path folder : folders.sorted().toList()) {
                cases.add(new Case(folder, configuration(folder)));
            }
        }
        return IntStream.range(0, cases.size())
                .filter(place -> place % EVERY == 0)
                .mapToObj(cases::get)
                .toList();
    }

    /** The first that is valid, where there are several. */
    private static Optional<Path> configuration(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".toml"))
                    .filter(file -> !file.endsWith(INVALID))
                    .min(Comparator.naturalOrder());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheSameAsByCommandLine(Case export) throws Exception {
        List<Path> files = export.files();
        CaseStore store = new CaseStore(temporary.resolve("by-command"), export.configuration());
        InstalledProgram.Outcome said = store.importing(files.toArray());
        Map<String, Object> numbers;
        try (InstalledProgram.Server server = InstalledProgram.serve(export.configuration(), store.data(), List.of())) {
            numbers = numbers(new HttpApi(server.url()));
        }
        try (InstalledProgram.Server server =
                InstalledProgram.serve(export.configuration(), temporary.resolve("by-upload"), List.of())) {
            Uploading upload = Uploading.to(server);
            JsonNode job = upload.importing(files.toArray(Path[]::new));
            assertThat(lines(FileLine.of(job))).isNotEmpty().isEqualTo(lines(FileLine.of(said)));
            assertThat(notes(job)).isEqualTo(notes(said));
            assertThat(numbers(upload.http())).isEqualTo(numbers);
        }
    }

    /**
     * What is told of the files under their own names, not those of their folders, nor numbered where an upload has two of
     * a name. Only the command line takes the name of a file for a hint of what it holds.
     */
    private static List<String> lines(List<FileLine> lines) {
        return lines.stream()
                .map(line -> line.toString()
                        .replaceFirst("file=(.*/|[0-9]+-)", "file=")
                        .replaceFirst("recognised as product holdings by its columns(; |(?=]))", "")
                        .replace("message=]", "message=-]"))
                .sorted()
                .toList();
    }

    private static List<String> notes(JsonNode job) {
        List<String> notes = new ArrayList<>();
        job.get("notes").forEach(note -> notes.add(note.asText()));
        return notes;
    }

    private static List<String> notes(InstalledProgram.Outcome said) {
        return said.err()
                .lines()
                .filter(line -> line.startsWith("Note: "))
                .map(line -> line.substring("Note: ".length()))
                .toList();
    }

    /** All that a server says of the whole store and of each metric, as a whole and by its first dimension. */
    private static Map<String, Object> numbers(HttpApi http) throws IOException, InterruptedException {
        Map<String, Object> numbers = new LinkedHashMap<>();
        JsonNode status = http.json("/api/v1/status");
        for (String name : List.of("rows", "from", "to", "days_counted_twice")) {
            numbers.put(name, status.get(name));
        }
        for (JsonNode metric : http.json("/api/v1/metrics")) {
            String path = "/api/v1/metrics/" + metric.get("name").asText();
            numbers.put(path, metric);
            if (metric.get("has_data").asBoolean()) {
                put(numbers, http, path);
                JsonNode dimensions = metric.get("dimensions");
                if (!dimensions.isEmpty()) {
                    put(numbers, http, path + "?group_by=" + dimensions.get(0).asText());
                }
            }
        }
        return numbers;
    }

    private static void put(Map<String, Object> numbers, HttpApi http, String path)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.get(path);
        numbers.put(path, new ObjectMapper().readTree(answer.body()));
        numbers.put(path + " notes", answer.headers().allValues("X-Notes"));
    }
}
