package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.bundle.BundleSelection;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What comes out of bundles is what went into them, whole or in days, beside other bundles and beside rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundleRoundTripTest {
    private static final String LATE = "from %s to %s cells come from bundles (%s), without the rows behind them: late"
            + " outcomes cannot be matched with their interactions";

    /** The middle of what the import takes where it does not compile first. */
    private static final int KILLED_AFTER_MILLIS = 400;

    @TempDir
    static Path temp;

    private OracleViews oracle;
    private String toml;
    private TestingBundles from;

    @BeforeAll
    void importOnce() throws IOException {
        oracle = OracleViews.find();
        // So that all of its metrics can be told apart by days
        toml = oracle.configuration()
                .replace("group_by = [\"Month\", \"Channel\"", "group_by = [\"Day\", \"Month\", \"Channel\"")
                .replace("group_by = [\"Year\", \"Channel\"]", "group_by = [\"Day\", \"Year\", \"Channel\"]");
        from = new TestingBundles(temp.resolve("from"), toml);
        assertThat(from.add(oracle.folder()).complete()).isTrue();
    }

    @AfterAll
    void close() {
        from.close();
    }

    private TestingBundles store(String name) {
        return new TestingBundles(temp.resolve(name), toml);
    }

    private Path bundle(String name) {
        return temp.resolve(name + ".cdhcubes");
    }

    private Path ofDays(String first, String last) {
        Path bundle = bundle(first);
        assertThat(from.export(TestingBundles.days(first, last), bundle).notes())
                .containsExactly("outcomes that no metric counts are known for all days together only, and left out");
        return bundle;
    }

    private static void assertTaken(FileSummary taken) {
        assertThat(taken.status()).as(taken.toString()).isEqualTo(FileSummary.Status.IMPORTED);
    }

    private void assertMatches(TestingBundles store) {
        oracle.assertMatches(store.configuration(), store.cubes());
        store.published().holdInMemory(64 << 20);
        oracle.assertMatches(store.configuration(), store.cubes());
    }

    @Test
    void everyViewOfAnExportIsTheSameFromABundle() {
        Path first = bundle("first");
        Path second = bundle("second");
        from.export(first);
        from.export(second);
        assertThat(second).hasSameBinaryContentAs(first);
        try (TestingBundles into = store("into")) {
            FileSummary taken = into.take(first);
            assertTaken(taken);
            assertMatches(into);
            assertThat(into.loaded().rows()).isEqualTo(from.loaded().rows());
            assertThat(into.loaded().from()).isEqualTo(from.loaded().from());
            assertThat(into.loaded().to()).isEqualTo(from.loaded().to());
            assertThat(into.loaded().notes())
                    .containsAll(from.loaded().notes())
                    .contains(LATE.formatted("2024-12-20", "2025-01-10", "first.cdhcubes"));
            assertThat(into.cubes().uncountedOutcomes()).isEqualTo(from.cubes().uncountedOutcomes());
            assertThat(into.cubes().sharedSubjects()).isEqualTo(from.cubes().sharedSubjects());
            String version = into.cubes().dataVersion();
            assertThat(into.take(second).status()).isEqualTo(FileSummary.Status.UNCHANGED);
            assertThat(into.cubes().dataVersion()).isEqualTo(version);
            Path again = bundle("again");
            into.export(again);
            try (TestingBundles third = store("third")) {
                assertTaken(third.take(again));
                assertMatches(third);
            }
        }
    }

    @Test
    void threeBundlesOfDaysAddUpToTheWhole() {
        try (TestingBundles into = store("days")) {
            assertTaken(into.take(ofDays("2024-12-27", "2024-12-31")));
            assertTaken(into.take(ofDays("2024-12-20", "2024-12-26")));
            assertTaken(into.take(ofDays("2025-01-01", "2025-01-10")));
            assertMatches(into);
            String version = into.cubes().dataVersion();
            FileSummary refused = into.take(ofDays("2025-01-10", "2025-01-31"));
            assertThat(refused.message())
                    .contains(
                            "it holds 2025-01-10, which the bundle \"2025-01-01.cdhcubes\" of the same source holds, too; they"
                                    + " would count twice. Import it with --replace to take it instead, or export the other days alone"
                                    + " with --from and --to");
            assertThat(into.replace(bundle("2025-01-10")).message())
                    .contains(
                            "the bundle \"2025-01-01.cdhcubes\", which it would replace, holds 2025-01-01 of the source"
                                    + " \"Oracle\", too, and this one does not: that day would be lost. Export a bundle with all of its"
                                    + " days, or the others alone with --from and --to");
            assertThat(into.cubes().dataVersion()).isEqualTo(version);
            Path larger = ofDays("2024-12-31", "2025-01-31");
            assertThat(into.replace(larger).message())
                    .hasValueSatisfying(message -> assertThat(message).contains("holds 2024-12-27 of the source"));
            assertTaken(into.replace(ofDays("2024-12-01", "2025-02-28")));
            assertMatches(into);
        }
    }

    @Test
    void daysOfAnotherSourceAreAddedUp() {
        Path north = bundle("north");
        Path south = bundle("south");
        from.export(TestingBundles.source("North"), north);
        from.export(TestingBundles.source("South"), south);
        try (TestingBundles into = store("regions")) {
            assertTaken(into.take(north));
            assertThat(into.take(new ImportRequest(List.of(south), false, false))
                            .notes())
                    .contains("days of the sources \"South\" are also those of \"North\", and are added up");
            assertThat(positives(into)).isEqualTo(2 * positives(from));
            assertThat(into.loaded().rows()).isEqualTo(2 * from.loaded().rows());
            into.take(new ImportRequest(List.of(north), false, true));
            assertThat(positives(into)).isEqualTo(positives(from));
        }
    }

    private static long positives(TestingBundles store) {
        return store.cubes().values("engagement", "Channel", List.of()).stream()
                .mapToLong(value -> value.count())
                .sum();
    }

    @Test
    void rowsAndBundlesOfOtherDaysAddUp() throws IOException {
        List<Path> files = oracle.files();
        try (TestingBundles into = store("mixed")) {
            Path late = ofDays("2025-01-05", "2025-01-10");
            assertTaken(into.take(late));
            assertThat(into.add(files.get(0)).complete()).isTrue();
            assertThat(into.loaded().from()).contains(LocalDate.parse("2024-12-20"));
            assertThat(into.loaded().to()).contains(LocalDate.parse("2025-01-10"));
            long both = positives(into);
            assertThat(into.add(files.get(21)).files().get(0).message())
                    .hasValueSatisfying(
                            message -> assertThat(message)
                                    .startsWith(
                                            "it holds rows of 2025-01-09 to 2025-01-10, of which cells came in a bundle; they would count twice."));
            assertThat(positives(into)).isEqualTo(both);
            assertThat(into.take(ofDays("2024-12-20", "2024-12-21")).message())
                    .hasValueSatisfying(message -> assertThat(message)
                            .startsWith("it holds 2024-12-20 of the source \"Oracle\", of which rows were imported"));
            assertTaken(into.take(ofDays("2024-12-22", "2025-01-04")));
            assertThat(positives(into)).isGreaterThan(both);
            assertThat(into.cubes().schema("descriptive"))
                    .isEqualTo(from.cubes().schema("descriptive"));
        }
    }

    /** Says yes as it is asked for the n-th time whether the import was cancelled. */
    private static final class CancelAt implements ImportListener {
        private final int most;
        private int asked;

        CancelAt(int most) {
            this.most = most;
        }

        @Override
        public void progressed(ImportProgress progress) {}

        @Override
        public boolean cancelled() {
            asked++;
            return asked >= most;
        }
    }

    private static ImportSummary take(TestingBundles store, Path bundle, ImportListener listener) {
        return store.bundleImporter(UnpackLimits.defaults())
                .run(new ImportRequest(List.of(bundle), false, false), listener);
    }

    @Test
    void aCancelledOneLeavesTheStoreAsItWas() throws IOException {
        Path late = ofDays("2025-01-05", "2025-01-10");
        CancelAt never = new CancelAt(Integer.MAX_VALUE);
        try (TestingBundles counted = store("counted");
                TestingBundles into = store("cancelled")) {
            assertThat(take(counted, late, never).complete()).isTrue();
            assertTaken(into.take(ofDays("2024-12-20", "2025-01-04")));
            String version = into.cubes().dataVersion();
            long before = positives(into);
            // Before it is read, while it is unpacked, and when all of it is taken but not kept; the last time is for
            // the summary
            for (int moment : List.of(1, 2, never.asked - 1)) {
                ImportSummary cancelled = take(into, late, new CancelAt(moment));
                assertThat(cancelled.cancelled()).isTrue();
                assertThat(cancelled.files()).singleElement().satisfies(file -> {
                    assertThat(file.status()).as("moment %d", moment).isEqualTo(FileSummary.Status.FAILED);
                    assertThat(file.message()).contains("cancelled before it was read; import again to read it");
                });
                assertThat(into.cubes().dataVersion()).isEqualTo(version);
                assertThat(positives(into)).isEqualTo(before);
                assertThat(into.folder().bundles()).isEmptyDirectory();
            }
            assertTaken(into.take(late));
            assertMatches(into);
        }
    }

    /** The child: takes a bundle into a store. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            try (TestingBundles store = new TestingBundles(Path.of(args[0]), Files.readString(Path.of(args[1])))) {
                KilledProcess.begin();
                store.take(Path.of(args[2]));
            }
        }
    }

    @Test
    void aKilledOneLeavesTheStoreAsItWasOrComplete() throws Exception {
        Path late = ofDays("2025-01-05", "2025-01-10");
        Path configuration = Files.writeString(temp.resolve("killed.toml"), toml);
        try (TestingBundles into = store("killed")) {
            assertTaken(into.take(ofDays("2024-12-20", "2025-01-04")));
            long before = positives(into);
            KilledProcess.run(
                    temp, Child.class, List.of(into.folder().root(), configuration, late), KILLED_AFTER_MILLIS);
            assertThat(positives(into)).isIn(before, positives(from));
            assertThat(into.take(late).status()).isIn(FileSummary.Status.IMPORTED, FileSummary.Status.UNCHANGED);
            assertThat(into.folder().bundles()).isEmptyDirectory();
            assertMatches(into);
        }
    }

    @Test
    void partsAndWhatCannotBeParted() {
        Path one = bundle("one");
        from.export(
                new BundleSelection(List.of("conversion"), Optional.empty(), Optional.empty(), true, Optional.empty()),
                one);
        try (TestingBundles into = store("part");
                TestingBundles empty = store("empty")) {
            into.take(one);
            assertThat(into.cubes().schema("conversion")).isEqualTo(from.cubes().schema("conversion"));
            assertThat(into.cubes().schema("engagement")).isEmpty();
            assertThatThrownBy(() -> from.export(
                            new BundleSelection(
                                    List.of("conversions"), Optional.empty(), Optional.empty(), true, Optional.empty()),
                            one))
                    .isInstanceOf(UserException.class)
                    .hasMessage(
                            "there are no data for the metric \"conversions\"; did you mean \"conversion\"? There are:"
                                    + " conversion, descriptive, engagement, engagement_sales, experiment, model_ml_scores.");
            assertThatThrownBy(() -> empty.export(one))
                    .isInstanceOf(UserException.class)
                    .hasMessage("there is nothing to export; import files first, or leave out fewer metrics and days");
        }
    }
}
