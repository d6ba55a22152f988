package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the disk takes no more, the import says so and where, and changes nothing; with room the next one works. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class FullDiskTest {
    @TempDir
    static Path shared;

    private static Path first;
    private static Path second;

    @TempDir
    Path temporary;

    @BeforeAll
    static void makeExports() throws IOException {
        assertThat(InstalledProgram.run("sample", shared, "--rows", 4000, "--days", 2, "--seed", 7, "--format", "json")
                        .code())
                .isZero();
        try (Stream<Path> files = Files.list(shared.resolve("interactions"))) {
            Path[] days = files.sorted().toArray(Path[]::new);
            first = days[0];
            second = days[1];
        }
    }

    /** How much each file may have: those that are written before the one that is full are smaller. */
    @ParameterizedTest
    @CsvSource({
        "false, false, 1000, the disk is full or cannot be written to (Could not write file \"#/gathering.duckdb\"",
        "false, false, 60000, the disk is full or cannot be written to (Failed to commit: Could not write file \"#/gathering.duckdb.wal\"",
        "false, true, 60000, the temporary folder #/spool cannot be written to (File too large). Make room on the disk",
        "false, false, 400000, Could not write file \"#/cubes.next\": File too large)",
        "true, false, 60000, the disk is full or cannot be written to (Failed to commit: Could not write file \"#/gathering.duckdb.wal\"",
        "true, false, 1200000, Could not write file \"#/cubes.next\": File too large)",
    })
    void isSaidAndChangesNothing(boolean later, boolean packed, long mostBytes, String message) throws Exception {
        CaseStore store = CaseStore.in(temporary.resolve("data"));
        Path file = packed ? Files.write(temporary.resolve("second.gz"), gzipped(second)) : second;
        if (later) {
            store.importing(first);
        }
        Optional<JsonNode> before = later ? Optional.of(byDay(store)) : Optional.empty();
        StartedProgram program = StartedProgram.start(temporary, mostBytes, "import", "--data", store.data(), file);
        assertThat(program.await()).as(program.said()).isEqualTo(1);
        assertThat(program.said())
                .contains(message.replace("#", store.data().resolve("default").toString()))
                .contains("Make room")
                .doesNotContain("damaged");
        before.ifPresent(numbers -> assertThat(byDay(store)).isEqualTo(numbers));
        InstalledProgram.Outcome again = store.importing(file);
        assertThat(again.code()).as(again.out() + again.err()).isZero();
        CaseStore fresh = CaseStore.in(temporary.resolve("fresh"));
        fresh.importing(later ? new Object[] {first, second} : new Object[] {second});
        assertThat(byDay(store)).isEqualTo(byDay(fresh));
    }

    private static JsonNode byDay(CaseStore store) {
        return store.query("engagement", "--group-by", "Day");
    }

    private static byte[] gzipped(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            Files.copy(file, packed);
        }
        return bytes.toByteArray();
    }
}
