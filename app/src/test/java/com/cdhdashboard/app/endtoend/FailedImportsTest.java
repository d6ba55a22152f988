package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A failed import leaves nothing behind that binds later ones, and harms nothing that was there. */
class FailedImportsTest {
    private static final Path EXPORT = TestData.path("cases", "42-pooled-totals", "data.json");
    private static final double CTR = 0.0900990;

    @TempDir
    Path temporary;

    static Stream<Arguments> useless() throws IOException {
        byte[] whole = Files.readAllBytes(TestData.path("cases", "46-os-artefacts", "export.zip"));
        String rejected = """
                {"pxInteractionID":7,"pyOutcome":true,"pxOutcomeTime":"yesterday","pyName":1,"pyIssue":2,"pyGroup":3,\
                "pxRank":"first","pyPropensity":0.5,"pyChannel":4,"pyDirection":5}
                """;
        return Stream.of(
                Arguments.of("a letter", "Dear reader, this is no export.\n".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("half an archive", Arrays.copyOf(whole, whole.length / 2)),
                Arguments.of("rejected rows", rejected.repeat(3).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("other columns", "{\"Name\":\"x\",\"Rank\":\"high\"}\n".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("no rows", "\n\n".getBytes(StandardCharsets.UTF_8)));
    }

    private Path useless(byte[] content) throws IOException {
        return Files.write(temporary.resolve("useless.json"), content);
    }

    private static double rate(CaseStore store) {
        return store.total("engagement").get("CTR").asDouble();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("useless")
    void theRightExportIsImportedAfterAUselessFile(String kind, byte[] content) throws IOException {
        CaseStore store = CaseStore.in(temporary.resolve("data"));
        InstalledProgram.Outcome useless = store.importing(useless(content));
        assertThat(useless.err()).as(kind).contains("Nothing was imported.");
        InstalledProgram.Outcome right = store.importing(EXPORT);
        assertThat(right.code()).as(right.out() + right.err()).isZero();
        assertThat(rate(store)).isCloseTo(CTR, within(5e-8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("useless")
    void existingDataAreNotRemovedForAUselessFile(String kind, byte[] content) throws IOException {
        CaseStore store = CaseStore.in(temporary.resolve("data"));
        store.importing(EXPORT);
        store.importing("--remove-existing", useless(content));
        assertThat(rate(store)).as(kind).isCloseTo(CTR, within(5e-8));
        InstalledProgram.Outcome again = store.importing(EXPORT);
        assertThat(again.out()).contains("unchanged");
        assertThat(again.err()).contains("0 imported, 1 imported before, 0 not imported");
    }

    @Test
    void aWrongConfigurationOfAnEmptyStoreCanBeMended() throws IOException {
        Path data = temporary.resolve("data");
        Path wrong = Files.writeString(
                temporary.resolve("wrong.toml"),
                Files.readString(TestData.path("cases", "58-hive-daily", "c.toml"))
                        .replace("**/*.parquet", "**/*")
                        .replace(
                                "[metrics]\n",
                                "[ih.extensions]\nfilter = 'pl.col(\"Name\") == \"nobody\"'\n\n[metrics]\n"));
        Path export = TestData.path("cases", "58-hive-daily", "in");
        InstalledProgram.Outcome nothing = CaseStore.in(data, wrong).importing(export);
        assertThat(nothing.out()).contains("nothing kept").contains("no row passes the configured filter");
        Path right = Files.writeString(
                temporary.resolve("right.toml"), Files.readString(wrong).replace(" == \"nobody\"", " != \"nobody\""));
        InstalledProgram.Outcome kept = CaseStore.in(data, right).importing(export);
        assertThat(kept.code()).as(kept.out() + kept.err()).isZero();
        assertThat(CaseStore.in(data, right).total("engagement").get("Count").asLong())
                .isPositive();
    }

    @Test
    void aFileMostOfWhichIsRejectedIsNotWhole() throws IOException {
        String good = Files.readString(EXPORT).lines().findFirst().orElseThrow() + "\n";
        Path file = Files.writeString(temporary.resolve("mostly.json"), good + "{\"no\":\n".repeat(12));
        CaseStore store = CaseStore.in(temporary.resolve("data"));
        InstalledProgram.Outcome outcome = store.importing(file);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("partly imported")
                .contains("most rows were not kept: of 13 12 rejected; the first rejected, row 2: ");
        assertThat(outcome.err()).contains("Most rows of 1 were not kept, see its note.");
    }

    @Test
    void homeCountsOnlyFilesOfWhichRowsCount() throws Exception {
        Path data = temporary.resolve("data");
        CaseStore store = CaseStore.in(data);
        store.importing(EXPORT, useless("\n".getBytes(StandardCharsets.UTF_8)));
        try (InstalledProgram.Server server = InstalledProgram.serve(Optional.empty(), data, List.of(temporary))) {
            JsonNode home = new HttpApi(server.url()).json("/index.json");
            assertThat(home.get("files").asInt()).isEqualTo(1);
            assertThat(home.get("notes").toString()).doesNotContain("was interrupted");
        }
    }
}
