package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files in odd forms are read; damaged ones fail by name, and good ones beside them are whole, now and later. */
@Timeout(120)
class DamagedAndOddFilesTest {
    private static final int GOOD_ROWS = 354;

    @TempDir
    Path temporary;

    private CaseStore store() {
        return CaseStore.in(temporary.resolve("data"));
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of("06-pxresults", "oneline.json", 3, 1),
                Arguments.of("06-pxresults", "pretty.json", 3, 1),
                Arguments.of("07-zip-backslash", "export.zip", 2, 1),
                Arguments.of("18-nested-pages", "nested_beside.json", 3, 1),
                Arguments.of("45-pretty-objects", "data.json", 3, 1),
                Arguments.of("46-os-artefacts", "export.zip", 3, 1));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void isRead(String name, String file, int count, int positives) {
        InstalledProgram.Outcome outcome = store().importing(TestData.path("cases", name, file));
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        JsonNode total = store().total("engagement");
        assertThat(total.get("Count").asInt()).isEqualTo(count);
        assertThat(total.get("Positives").asInt()).isEqualTo(positives);
    }

    @Test
    void whatSystemsPutIntoArchivesIsPassedOver() throws Exception {
        Path export = TestData.path("cases", "46-os-artefacts", "export.zip");
        InstalledProgram.Outcome outcome = store().importing(export);
        assertThat(FileLine.of(outcome)).containsExactly(new FileLine("export.zip", "imported", 3, 0, 0, 0, 3, "-"));
        try (InstalledProgram.Server server =
                InstalledProgram.serve(Optional.empty(), temporary.resolve("by-upload"), List.of())) {
            Uploading upload = Uploading.to(server);
            assertThat(FileLine.of(upload.importing(export))).isEqualTo(FileLine.of(outcome));
            JsonNode total = upload.http().json("/api/v1/metrics/engagement").get(0);
            assertThat(total.get("Count").asInt()).isEqualTo(3);
            assertThat(total.get("Positives").asInt()).isEqualTo(1);
        }
    }

    static Stream<Arguments> damaged() {
        String damaged = ". Copy or export the file again";
        return Stream.of(
                Arguments.of(
                        List.of("hostile/01-zip-zstd-hang/z-method93-zstd.zip"),
                        "z-method93-zstd.zip!a.json: the data is damaged (Unknown frame descriptor)" + damaged),
                Arguments.of(
                        List.of("hostile/01-zip-zstd-hang/z-method95-xz.zip"),
                        "z-method95-xz.zip!a.json: the data is damaged (Input is not in the XZ format)" + damaged),
                Arguments.of(
                        List.of("hostile/08-parquet-bit/a.parquet"),
                        "a.parquet: the engine cannot read it (Could not read enough bytes from file \"a.parquet\""),
                Arguments.of(
                        List.of("cases/18-nested-pages/extract.json"),
                        "extract.json: its rows do not hold \"pxInteractionID\", \"pxOutcomeTime\", \"pyOutcome\" themselves, but in the page \"IHFact\"."
                                + " Export the properties of the page as properties of the row"));
    }

    private static Path good() {
        return TestData.path("hostile", "04-lone-surrogate-row", "z-good.zip");
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void failsByNameAloneAndBesideAGoodFile(List<String> files, String message) {
        Path bad = TestData.path(files.get(0));
        InstalledProgram.Outcome alone = store().importing(bad);
        assertThat(alone.code()).isNotZero();
        assertThat(alone.out() + alone.err()).contains(message).doesNotContain("unexpectedly");
        InstalledProgram.Outcome beside = store().importing(bad, good());
        assertThat(beside.out() + beside.err()).contains(message).contains(String.valueOf(GOOD_ROWS));
        InstalledProgram.Outcome again = store().importing(bad, TestData.path("cases/06-pxresults/oneline.json"));
        assertThat(again.out() + again.err()).contains(message).contains("oneline.json");
    }

    @Test
    void anUploadOfGoodAndDamagedFilesEndsAndSoDoesTheNext() throws Exception {
        try (InstalledProgram.Server server =
                InstalledProgram.serve(Optional.empty(), temporary.resolve("data"), List.of(temporary))) {
            Uploading upload = Uploading.to(server);
            List<String> messages = new ArrayList<>();
            List<Path> bad = damaged()
                    .map(row -> {
                        messages.add((String) row.get()[1]);
                        return TestData.path(((List<?>) row.get()[0]).get(0).toString());
                    })
                    .toList();
            List<Path> all = new ArrayList<>(bad);
            all.add(good());
            for (List<Path> batch : List.of(bad, all)) {
                upload.importing(batch.toArray(Path[]::new));
                String page = upload.http().page("/import").text();
                assertThat(page).contains(messages).doesNotContain("inside the program");
            }
            upload.importing(TestData.path("cases/06-pxresults/oneline.json"));
            assertThat(upload.http().page("/import").select("#job-files .pill").text())
                    .isEqualTo("imported");
        }
    }
}
