package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every hostile file costs itself or its row, by name and with its own reason, within a minute; good files beside it are
 * whole, in an empty store and in one that has data.
 */
@Timeout(60)
class HostileFilesTest {
    private static final String AGAIN = ". Copy or export the file again";
    private static final String WORKBOOK = "the workbook is damaged: its part \"xl/";

    /** Of 1,000 to 4,000 columns. */
    private static final String EQUAL_NAMES =
            "found: \"a\", \"a 2\", \"a 3\", \"a 4\", \"a 5\", \"a 6\", \"a 7\", \"a 8\", …";

    /** Half a character. */
    private static final String HALF = "\ud800";

    /** Good files, and how many of their rows are kept. */
    private static final Map<Path, Integer> GOOD = good();

    @TempDir
    static Path shared;

    @TempDir
    Path temporary;

    /** A file, how many of its rows are kept, and what is said of it; empty where nothing is. */
    private record Hostile(String folder, String file, int kept, String said) {
        Path path() {
            return TestData.path("hostile", folder, file);
        }
    }

    private static Map<Path, Integer> good() {
        Map<Path, Integer> good = new LinkedHashMap<>();
        good.put(TestData.path("hostile", "04-lone-surrogate-row", "z-good.zip"), 354);
        good.put(TestData.path("hostile", "02-xlsx-crash-hang", "product-holdings-good.zip"), 2108);
        return good;
    }

    static List<Hostile> hostile() {
        return List.of(
                new Hostile(
                        "01-zip-zstd-hang",
                        "z-method93-zstd.zip",
                        0,
                        "z-method93-zstd.zip!a.json: the data is damaged (Unknown frame descriptor)" + AGAIN),
                new Hostile(
                        "01-zip-zstd-hang",
                        "z-method95-xz.zip",
                        0,
                        "z-method95-xz.zip!a.json: the data is damaged (Input is not in the XZ format)" + AGAIN),
                new Hostile(
                        "02-xlsx-crash-hang",
                        "product-holdings-bad.xlsx",
                        0,
                        "product-holdings-bad.xlsx: " + WORKBOOK + "sharedStrings.xml\" does not fit its checksum"
                                + AGAIN),
                new Hostile(
                        "03-xlsx-checksum",
                        "product-holdings-flipped.xlsx",
                        0,
                        "product-holdings-flipped.xlsx: " + WORKBOOK
                                + "worksheets/sheet1.xml\" does not fit its checksum" + AGAIN),
                new Hostile(
                        "04-lone-surrogate-row",
                        "a-bad.json",
                        1,
                        "the first rejected, row 2: value of column \"pyPropensity\" is \"" + HALF
                                + "\", a number is expected"),
                new Hostile("06-two-arrays", "a.json", 5, ""),
                new Hostile("07-empty-key", "a-bad.json", 2, ""),
                new Hostile(
                        "08-parquet-bit",
                        "a.parquet",
                        0,
                        "a.parquet: the engine cannot read it (Could not read enough bytes from file \"a.parquet\":"
                                + " attempted to read 10089 bytes from location 10995). It is damaged: copy or export it"
                                + " again; if it is not, memory or disk ran out: make room"),
                new Hostile("09-csv-dup-header", "n1000.csv", 0, EQUAL_NAMES),
                new Hostile("09-csv-dup-header", "n2000.csv", 0, EQUAL_NAMES),
                new Hostile("09-csv-dup-header", "n4000.csv", 0, EQUAL_NAMES),
                new Hostile(
                        "11-future-row",
                        "a-future.json",
                        0,
                        "its only row was rejected; the first rejected, row 1: OutcomeTime is 2999-12-31 23:59:59, a year"
                                + " from 1900 to 2200 is expected"),
                new Hostile(
                        "13-xlsx-long-number",
                        "x-badnum2.xlsx",
                        0,
                        "all 7 rows were rejected; the first rejected, row 1: the cell G2 of the sheet \"Holdings\" holds a"
                                + " number of 300000 digits, more than 100"));
    }

    static Stream<String> folders() {
        return hostile().stream().map(Hostile::folder).distinct();
    }

    /** Data of both kinds from days before those of the files. */
    @BeforeAll
    static void fillAStore() throws IOException {
        Path export = shared.resolve("export");
        assertThat(InstalledProgram.run(
                                "sample",
                                export,
                                "--rows",
                                200,
                                "--days",
                                2,
                                "--end",
                                "2026-10-20",
                                "--seed",
                                7,
                                "--format",
                                "json",
                                "--holdings-format",
                                "ndjson")
                        .code())
                .isZero();
        // Exports count their interactions and holdings alike
        try (Stream<Path> files = Files.walk(export)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(
                        file, Files.readString(file).replaceAll("(InteractionID|HoldingID)\":\"", "$1\":\"other"));
            }
        }
        InstalledProgram.Outcome filled = CaseStore.in(shared.resolve("filled"))
                .importing(export.resolve("interactions"), export.resolve("holdings"));
        assertThat(filled.code()).as(filled.out() + filled.err()).isZero();
    }

    private CaseStore filled() throws IOException {
        Path from = shared.resolve("filled");
        Path copy = temporary.resolve("filled");
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, copy.resolve(from.relativize(path)));
            }
        }
        return CaseStore.in(copy);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void costsItselfAloneByCommandLine(String folder) throws IOException {
        List<Hostile> files = of(folder);
        CaseStore empty = CaseStore.in(temporary.resolve("empty"));
        assertSaid(empty.importing((Object[]) paths(files, false)), files);
        for (CaseStore store : List.of(CaseStore.in(temporary.resolve("both")), filled())) {
            InstalledProgram.Outcome beside = store.importing((Object[]) paths(files, true));
            assertSaid(beside, files);
            assertWhole(FileLine.of(beside));
        }
        InstalledProgram.Outcome next = empty.importing(GOOD.keySet().toArray());
        assertThat(next.code()).as(next.out() + next.err()).isZero();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void costsItselfAloneByUpload(String folder) throws Exception {
        List<Hostile> files = of(folder);
        try (InstalledProgram.Server server =
                InstalledProgram.serve(Optional.empty(), temporary.resolve("served"), List.of())) {
            Uploading upload = Uploading.to(server);
            assertSaid(FileLine.of(upload.importing(paths(files, false))), files, false);
            List<FileLine> beside = FileLine.of(upload.importing(paths(files, true)));
            assertSaid(beside, files, true);
            assertWhole(beside);
            assertThat(FileLine.of(upload.importing(TestData.path("cases", "06-pxresults", "oneline.json"))))
                    .extracting(FileLine::kept)
                    .containsExactly(3L);
            Assertions.assertTimeout(Duration.ofSeconds(5), () -> upload.http().page("/dashboard"));
        }
    }

    private static List<Hostile> of(String folder) {
        return hostile().stream().filter(file -> file.folder().equals(folder)).toList();
    }

    private static Path[] paths(List<Hostile> files, boolean withGood) {
        List<Path> paths = new ArrayList<>(files.stream().map(Hostile::path).toList());
        if (withGood) {
            paths.addAll(GOOD.keySet());
        }
        return paths.toArray(Path[]::new);
    }

    private static void assertWhole(List<FileLine> lines) {
        GOOD.forEach((file, kept) -> {
            FileLine line = line(lines, file.getFileName().toString());
            assertThat(line.kept()).as(line.toString()).isEqualTo((long) kept);
            assertThat(line.status()).isEqualTo("imported");
        });
    }

    private static void assertSaid(InstalledProgram.Outcome outcome, List<Hostile> files) {
        assertThat(outcome.err()).doesNotContain("unexpectedly");
        assertSaid(FileLine.of(outcome), files, false);
        assertThat(outcome.code()).isEqualTo(files.stream().allMatch(file -> file.kept() > 0) ? 0 : 1);
    }

    /** @param again whether those of which rows count are unchanged from before */
    private static void assertSaid(List<FileLine> lines, List<Hostile> files, boolean again) {
        for (Hostile file : files) {
            FileLine line = line(lines, file.file());
            if (again && file.kept() > 0) {
                assertThat(line.status()).isEqualTo("unchanged");
            } else {
                assertThat(line.kept()).as(line.toString()).isEqualTo(file.kept());
                assertThat(line.message()).endsWith(file.said().isEmpty() ? "-" : file.said());
            }
        }
    }

    private static FileLine line(List<FileLine> lines, String file) {
        return lines.stream()
                .filter(line -> line.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " is not in: " + lines));
    }
}
