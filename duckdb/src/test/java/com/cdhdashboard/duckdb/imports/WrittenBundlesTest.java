package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.bundle.BundleFiles;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.metric.answer.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles of other programs: one that is written as the page says is taken in, a faulty one is refused whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrittenBundlesTest {
    @TempDir
    static Path temp;

    /** By the property there are more than a build has the time for. */
    private static final int FLIPS = Integer.getInteger("cdhdashboard.test.flips", 10);

    private TestingBundles store;
    private FileSummary taken;
    private Path bundle;

    @BeforeAll
    void takeOnce() throws IOException {
        store = new TestingBundles(temp.resolve("store"), WrittenBundle.configuration());
        bundle = WrittenBundle.documented().write(temp);
        taken = store.take(bundle);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void oneThatIsWrittenAsThePageSaysIsTakenIn() {
        assertThat(BundleFiles.isBundle(bundle)).isTrue();
        assertThat(taken.status()).as(taken.toString()).isEqualTo(FileSummary.Status.IMPORTED);
        assertThat(taken.message())
                .contains("a bundle: cells of engagement, 2025-03-02 to 2025-03-03 of \"Region North\"");
        assertThat(Question.ofAllScores(Metrics.of(store.configuration()).get(0), List.of("Channel"), List.of())
                        .answer(store.cubes())
                        .rows())
                .extracting(row -> row.subList(0, 4))
                .containsExactly(List.of("Email", 100L, 5L, 95L), List.of("Web", 550L, 32L, 518L));
        assertThat(store.loaded().rows()).isEqualTo(650);
    }

    private interface Fault {
        WrittenBundle in(WrittenBundle bundle);
    }

    private static Arguments fault(String name, Fault fault, String message) {
        return Arguments.of(name, fault, message);
    }

    static Stream<Arguments> faults() {
        return Stream.of(ofTheManifest(), ofMembers(), ofColumns(), ofRows()).flatMap(faults -> faults);
    }

    private static Stream<Arguments> ofTheManifest() {
        return Stream.of(
                fault(
                        "a later version",
                        bundle -> bundle.with("\"version\": 1", "\"version\": 2"),
                        "it is a bundle of version 2, this program reads version 1; use the version of the program that made it,"
                                + " or a later one"),
                fault(
                        "no JSON",
                        bundle -> bundle.with("\"rows\": 650,", "\"rows\": ,"),
                        "its manifest.json is not JSON: line 7, column 11"),
                fault(
                        "a key twice",
                        bundle -> bundle.with("\"rows\": 650,", "\"rows\": 650, \"rows\": 650,"),
                        "its manifest.json is not JSON: line 7, column 22"),
                fault(
                        "no count",
                        bundle -> bundle.with("\"rows\": 650", "\"rows\": -650"),
                        "its manifest.json is not valid: rows is -650; expected a whole number from 0 to 9007199254740992"),
                fault(
                        "more rows than can be counted",
                        bundle -> bundle.with("\"rows\": 650", "\"rows\": 9223372036854775807"),
                        "its manifest.json is not valid: rows is 9223372036854775807; expected a whole number from 0 to"
                                + " 9007199254740992"),
                fault(
                        "more rows of outcomes than can be added up",
                        bundle -> bundle.with(
                                "\"rows\": 650",
                                "\"uncounted_outcomes\": [{\"rows\": 9007199254740991}, {\"rows\": 2}], \"rows\": 650"),
                        "its manifest.json is not valid: uncounted_outcomes[1].rows is 2; expected at most 9007199254740992"
                                + " with those before"),
                fault(
                        "days in disorder",
                        bundle ->
                                bundle.with("[[\"2025-03-02\", \"2025-03-03\"]]", "[[\"2025-03-03\", \"2025-03-02\"]]"),
                        "its manifest.json is not valid: sources[0].days[0] is [\"2025-03-03\",\"2025-03-02\"]; expected the first"
                                + " and the last of some days from 1900-01-01 to 2200-12-31 after those before, such as"
                                + " [\"2025-03-02\", \"2025-03-05\"]"),
                fault(
                        "no days",
                        bundle -> bundle.with("[[\"2025-03-02\", \"2025-03-03\"]]", "[]"),
                        "its manifest.json does not say the days of engagement in its sources; export the bundle again"),
                fault(
                        "another family",
                        bundle -> bundle.with("\"family\": \"engagement\"", "\"family\": \"conversion\""),
                        "its manifest.json is not valid: metrics[0].metric is \"engagement\"; expected a name that begins with"
                                + " conversion"),
                fault(
                        "a name that leads out",
                        bundle -> bundle.with(
                                "\"member\": \"cells/engagement.parquet\"", "\"member\": \"../up.parquet\""),
                        "its manifest.json is not valid: metrics[0].cells.member is \"../up.parquet\"; expected a name of letters,"
                                + " digits, _, - and . in folders parted by /"),
                fault(
                        "other outcomes",
                        bundle -> bundle.with("\\\"Clicked\\\"", "\\\"Accepted\\\""),
                        "metric engagement does not count the same: positive_model_response is '\"Accepted\"' in the bundle,"
                                + " '\"Clicked\"' in the configuration. Use the configuration that is in the bundle, or export it"
                                + " again with this one"),
                fault(
                        "no metric of ours",
                        bundle -> bundle.with("\"metric\": \"engagement\"", "\"metric\": \"engagement_x\""),
                        "the configuration has none of its metrics, which are engagement_x; use the configuration that is in the"
                                + " bundle"));
    }

    private static Stream<Arguments> ofMembers() {
        return Stream.of(
                fault(
                        "a member that is not there",
                        bundle -> bundle.with("cells/engagement.parquet", "cells/other.parquet"),
                        "its manifest names \"cells/other.parquet\", which is not in it; export the bundle again"),
                fault(
                        "a member beside",
                        bundle -> bundle.beside("notes.txt", "x"),
                        "it holds \"notes.txt\", which its manifest does not name; export the bundle again"),
                fault(
                        "another content",
                        bundle -> bundle.with("\"rows\": 3,", "\"rows\": 4,"),
                        "cells/engagement.parquet has 3 rows, its manifest says 4; export the bundle again"),
                fault(
                        "a table that is cut off",
                        bundle -> bundle.damaged(bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
                        "cells/engagement.parquet cannot be read as parquet (No magic bytes found at end of file"
                                + " 'cells/engagement.parquet'); export the bundle again"),
                fault(
                        "a path that leads out",
                        bundle -> bundle.beside("../../out.txt", "x"),
                        "written.zip: the name of the member \"../../out.txt\" leads out of the archive, which may be an attack."
                                + " Pack the files again under plain names"));
    }

    private static Stream<Arguments> ofColumns() {
        return Stream.of(
                fault(
                        "a column too many",
                        bundle -> bundle.with("SELECT *", "SELECT *, 1 AS x"),
                        "cells/engagement.parquet has the column \"x\", which its manifest does not name; export the bundle again"),
                fault(
                        "a column too few",
                        bundle -> bundle.with("SELECT *", "SELECT * EXCLUDE (Channel)"),
                        "cells/engagement.parquet: the column \"Channel\" is missing, expected VARCHAR; export the bundle again"),
                fault(
                        "days as texts",
                        bundle -> bundle.with("SELECT *", "SELECT * REPLACE (CAST(Day AS VARCHAR) AS Day)"),
                        "cells/engagement.parquet: the column \"Day\" is VARCHAR, expected DATE; export the bundle again"),
                fault(
                        "days said to be texts",
                        bundle -> bundle.with("\"Day\", \"type\": \"date\"", "\"Day\", \"type\": \"text\""),
                        "cells/engagement.parquet: the column \"Day\" is said to be TEXT, expected DATE; export the bundle again"),
                fault(
                        "counts that are fractions",
                        bundle -> bundle.with("30, 470, 30, 470", "30.5, 470, 30, 470"),
                        "cells/engagement.parquet: the column \"Positives\" is DECIMAL(11,1), expected BIGINT; export the bundle"
                                + " again"),
                fault(
                        "a measure that is not said",
                        bundle -> bundle.with(
                                "{\"name\": \"Negatives\", \"type\": \"integer\", \"role\": \"measure\"},", ""),
                        "cells/engagement.parquet has no measure \"Negatives\", which metric engagement needs; export the bundle"
                                + " again"));
    }

    private static Stream<Arguments> ofRows() {
        return Stream.of(
                fault(
                        "a negative count",
                        bundle -> bundle.with("2, 48, 0, 0, 2, 48", "2, -48, 0, 0, 2, -48"),
                        "cells/engagement.parquet, row 2: Negatives should be a whole number from 0 to 9007199254740992; export"
                                + " the bundle again"),
                fault(
                        "a count that is missing",
                        bundle -> bundle.with("2, 48, 0, 0, 2, 48", "NULL, 48, 0, 0, 2, 48"),
                        "cells/engagement.parquet, row 2: Positives should be a whole number from 0 to 9007199254740992; export"
                                + " the bundle again"),
                fault(
                        "more in the arms than at all",
                        bundle -> bundle.with("30, 470, 30, 470, 0, 0", "30, 470, 31, 470, 0, 0"),
                        "cells/engagement.parquet, row 1: TestPositives + ControlPositives should be at most Positives; export the"
                                + " bundle again"),
                fault(
                        "a day that is not said",
                        bundle -> bundle.with("DATE '2025-03-03'", "DATE '2025-03-04'"),
                        "cells/engagement.parquet, row 3: Day should be one of the days that its manifest says, 2025-03-02 to"
                                + " 2025-03-03; export the bundle again"),
                fault(
                        "counts that add up to too many",
                        bundle -> bundle.with("30, 470, 30, 470", "9007199254740992, 470, 30, 470"),
                        "cells/engagement.parquet: the sum of \"Positives\" is above 9007199254740992; export the bundle again"),
                fault(
                        "a billion equal rows in a few bytes",
                        bundle -> bundle.with("FROM (VALUES", "FROM range(1000000), (VALUES")
                                .with("SELECT *", "SELECT * EXCLUDE (range)")
                                .with("\"rows\": 3,", "\"rows\": 3000000,"),
                        "more than an honest table of this size holds"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultyOneIsRefusedWhole(String name, Fault fault, String message) throws IOException {
        String version = store.cubes().dataVersion();
        Path faulty = fault.in(WrittenBundle.documented().with("Region North", "Region South"))
                .write(Files.createTempDirectory(temp, "faulty"));
        ImportSummary summary = store.take(new ImportRequest(List.of(faulty), false, false));
        assertThat(summary.files()).singleElement().satisfies(file -> {
            assertThat(file.status()).isEqualTo(FileSummary.Status.FAILED);
            assertThat(file.message())
                    .hasValueSatisfying(said -> assertThat(said).endsWith(message));
        });
        assertThat(store.cubes().dataVersion()).isEqualTo(version);
        assertThat(store.loaded().files()).isEqualTo(1);
        try (Stream<Path> left = Files.list(store.folder().bundles())) {
            assertThat(left).isEmpty();
        }
    }

    /** Whoever writes a manifest anew can give any checksum; a byte that is part of a value then makes another value. */
    @Test
    void aFlippedBitIsRefusedWholeOrAnotherValue() throws IOException {
        Random random = new Random(31);
        int refused = 0;
        try (TestingBundles into = new TestingBundles(temp.resolve("flipped"), WrittenBundle.configuration())) {
            into.take(bundle);
            for (int flip = 0; flip < FLIPS; flip++) {
                String version = into.cubes().dataVersion();
                Path flipped = WrittenBundle.documented()
                        .with("Region North", "Region South")
                        .damaged(bytes -> flipped(bytes, random))
                        .write(temp);
                FileSummary said = into.replace(flipped);
                if (said.status() == FileSummary.Status.FAILED) {
                    refused++;
                    assertThat(said.message())
                            .hasValueSatisfying(message -> assertThat(message)
                                    .startsWith("cells/engagement.parquet")
                                    .endsWith("export the bundle again")
                                    .doesNotContain(temp.toString()));
                    assertThat(into.cubes().dataVersion()).isEqualTo(version);
                }
            }
        }
        assertThat(refused).isBetween(1, FLIPS - 1);
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return bytes;
    }

    @Test
    void limitsOfUnpackingHold() throws IOException {
        ImportSummary summary = store.bundleImporter(new UnpackLimits(1_000, 200, 10, 1))
                .run(new ImportRequest(List.of(bundle), false, false), TestingStore.SILENT);
        assertThat(summary.files().get(0).message())
                .hasValueSatisfying(message -> assertThat(message).startsWith("written.zip: it unpacks to more than"));
    }

    /** As after a kill between the transaction and the file of the version. */
    @Test
    void whatWasNotPublishedIsPublishedByTheNextImport() throws IOException {
        try (TestingBundles killed = new TestingBundles(temp.resolve("killed"), WrittenBundle.configuration())) {
            killed.take(bundle);
            Files.delete(killed.folder().root().resolve("current"));
            assertThat(killed.cubes().schema("engagement")).isEmpty();
            assertThat(killed.take(bundle).status()).isEqualTo(FileSummary.Status.UNCHANGED);
            assertThat(killed.cubes().schema("engagement"))
                    .isEqualTo(store.cubes().schema("engagement"));
            assertThat(killed.loaded().rows()).isEqualTo(650);
        }
    }
}
