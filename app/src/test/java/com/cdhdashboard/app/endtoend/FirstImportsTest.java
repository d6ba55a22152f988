package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever became of the first import, an empty store takes the real export as if nothing had been before. */
@Timeout(120)
class FirstImportsTest {
    private static final Path REAL = TestData.path("cases", "16-channel-outcomes", "data.json");
    private static final int LATEST_MILLIS = 1200;

    @TempDir
    static Path shared;

    private static Path odd;
    private static List<JsonNode> expected;

    @TempDir
    Path temporary;

    @BeforeAll
    static void importIntoAnEmptyStore() throws IOException {
        odd = new LongExports().writeOdd(shared);
        CaseStore fresh = CaseStore.in(shared.resolve("fresh"));
        fresh.importing(REAL);
        expected = answers(fresh);
    }

    private static List<JsonNode> answers(CaseStore store) {
        List<JsonNode> answers = new ArrayList<>();
        for (String dimension : List.of("Channel", "Name", "Group", "Direction", "Day")) {
            answers.add(store.query("engagement", "--group-by", dimension));
        }
        answers.add(store.query("descriptive", "--group-by", "Outcome"));
        return answers;
    }

    private void assertTaken() {
        CaseStore store = CaseStore.in(temporary.resolve("data"));
        InstalledProgram.Outcome real = store.importing(REAL);
        assertThat(real.code()).as(real.out() + real.err()).isZero();
        assertThat(real.err()).doesNotContain("--remove-existing");
        assertThat(answers(store)).isEqualTo(expected);
    }

    private InstalledProgram.Server server() {
        return InstalledProgram.serve(Optional.empty(), temporary.resolve("data"), List.of());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("com.cdhdashboard.app.endtoend.FailedImportsTest#useless")
    void afterAUselessUpload(String kind, byte[] content) throws Exception {
        Path useless = Files.write(temporary.resolve("useless.json"), content);
        try (InstalledProgram.Server server = server()) {
            JsonNode job = Uploading.to(server).importing(useless);
            assertThat(FileLine.of(job)).as(kind).extracting(FileLine::kept).containsExactly(0L);
        }
        assertTaken();
    }

    @Test
    void afterACancelledUpload() throws Exception {
        Random random = new Random(5);
        try (InstalledProgram.Server server = server()) {
            Uploading upload = Uploading.to(server);
            for (int i = 0; i < 3; i++) {
                upload.begin(List.of(odd), "");
                Thread.sleep(random.nextInt(LATEST_MILLIS));
                upload.cancel();
                assertThat(upload.awaitEnd().get("state").asText()).isEqualToIgnoringCase("cancelled");
            }
        }
        assertTaken();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void afterAKill(long seed) throws Exception {
        StartedProgram program = StartedProgram.start(
                temporary, StartedProgram.NO_LIMIT, "import", "--data", temporary.resolve("data"), odd);
        while (program.runs()
                && Files.notExists(temporary.resolve("data").resolve("default").resolve("import.lock"))) {
            Thread.sleep(5);
        }
        Thread.sleep(new Random(seed).nextInt(LATEST_MILLIS));
        program.signal("KILL");
        program.await();
        assertTaken();
    }
}
