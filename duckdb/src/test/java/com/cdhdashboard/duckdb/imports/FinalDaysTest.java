package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.metric.answer.DoubtfulDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes when, and what is then still matched, counted apart, and said. */
class FinalDaysTest {
    private static final Instant NOON = Instant.parse("2024-06-01T12:00:00Z");
    private static final LocalDateTime FIRST = LocalDateTime.of(2024, 3, 1, 10, 0);

    @TempDir
    private Path temp;

    private TestingStore store;
    private int files;

    @BeforeEach
    void openStore() {
        store = new TestingStore(
                temp.resolve("store"),
                TestingMetrics.configuration(
                        3,
                        List.of("Channel"),
                        TestingMetrics.metric("engagement", List.of("Day"), TestingMetrics.RESPONSES)));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static DatedRow row(int id, String outcome, int decided, LocalDateTime answered) {
        return new DatedRow(id, outcome, Optional.of(FIRST.plusDays(decided - 1L)), answered, "");
    }

    private static DatedRow impression(int id, int day) {
        return row(id, DatedRow.IMPRESSION, day, FIRST.plusDays(day - 1L));
    }

    private static DatedRow click(int id, int decided, int answered) {
        return row(id, DatedRow.CLICKED, decided, FIRST.plusDays(answered - 1L));
    }

    /** Impressions of interactions of their own, one a day. */
    private static List<DatedRow> days(int first, int last) {
        List<DatedRow> rows = new ArrayList<>();
        for (int day = first; day <= last; day++) {
            rows.add(impression(100 + day, day));
        }
        return rows;
    }

    private ImportSummary add(Instant now, List<DatedRow> rows, boolean keepOpen) throws IOException {
        Path file = Files.write(
                temp.resolve(++files + ".json"),
                rows.stream().map(DatedRow::json).toList());
        ImportRequest request = new ImportRequest(List.of(file), false, false, TableOptions.RECOGNISED, keepOpen);
        return store.importer().at(Clock.fixed(now, ZoneOffset.UTC)).run(request, TestingStore.SILENT);
    }

    private ImportSummary add(List<DatedRow> rows) throws IOException {
        return add(NOON, rows, false);
    }

    private String positivesAndNegatives() {
        List<Object> row = List.copyOf(store.cubes()
                .rollUp(new RollUp("engagement", List.of(), List.of()))
                .rows()
                .get(0)
                .subList(0, 2));
        return row.get(0) + " " + row.get(1);
    }

    @Test
    void aDayComesBeforeTheOnesBeforeIt() throws IOException {
        add(days(5, 9));
        add(List.of(click(101, 1, 4)));
        ImportSummary summary = add(days(1, 3));
        assertThat(positivesAndNegatives()).isEqualTo("1 7");
        assertThat(summary.notes()).isEmpty();
    }

    @Test
    void theLimitIsExact() throws IOException {
        LocalDateTime limit = FIRST.plusDays(3);
        ImportSummary summary = add(List.of(
                impression(1, 1),
                row(1, DatedRow.CLICKED, 1, limit),
                impression(2, 1),
                row(2, DatedRow.CLICKED, 1, limit.plusNanos(1_000)),
                row(2, DatedRow.CLICKED, 1, limit.plusNanos(1_000)),
                row(2, DatedRow.CLICKED, 1, limit.plusNanos(2_000))));
        assertThat(positivesAndNegatives()).isEqualTo("3 1");
        assertThat(summary.files().get(0).repeated()).isEqualTo(1);
        assertThat(summary.notes())
                .containsExactly(
                        "3 rows came more than 3 days after the decision, the first in \"1.json\" on 2024-03-04:"
                                + " such a row is an interaction of its own");
    }

    @Test
    void whatComesForAFinalDayIsCountedAndItsDaysAreNamed() throws IOException {
        add(days(1, 9));
        ImportSummary summary = add(List.of(click(102, 2, 4)));
        String days = "2024-03-02, 2024-03-04";
        assertThat(positivesAndNegatives()).isEqualTo("1 9");
        assertThat(summary.notes())
                .containsExactly(
                        "1 row came for days that were final, the first in \"2.json\" on 2024-03-04: interactions"
                                + " may be counted twice on " + days + ", until all files are imported anew with"
                                + " --remove-existing. Import with --keep-open where the rows of a day come in several parts");
        assertThat(store.published().loaded().notes()).containsExactlyElementsOf(summary.notes());
        String note = "Rows of days that were final came in later: interactions may be counted twice on " + days
                + ", until all files are imported anew.";
        assertThat(DoubtfulDays.of(store.cubes(), "engagement", List.of())).contains(note);
        Filter later = new Filter.Range("Day", Optional.of("2024-03-05"), Optional.empty());
        assertThat(DoubtfulDays.of(store.cubes(), "engagement", List.of(later))).isEmpty();

        add(days(10, 10));
        assertThat(store.cubes().daysCountedTwice())
                .containsExactly(LocalDate.of(2024, 3, 2), LocalDate.of(2024, 3, 4));
        store.add(new ImportRequest(List.of(temp.resolve("1.json"), temp.resolve("2.json")), false, true));
        assertThat(store.cubes().daysCountedTwice()).isEmpty();
        assertThat(positivesAndNegatives()).isEqualTo("1 8");
    }

    @Test
    void daysThatAreKeptOpenAreNotFinal() throws IOException {
        add(NOON, days(1, 9), true);
        assertThat(add(List.of(click(102, 2, 4))).notes()).isEmpty();
        assertThat(positivesAndNegatives()).isEqualTo("1 8");
        assertThat(add(List.of(click(103, 3, 4))).notes()).hasSize(1);
    }

    @Test
    void daysBeforeAGapAreFinalOnceNothingNewHasComeForThem() throws IOException {
        add(days(1, 3));
        add(NOON.plusSeconds(3_600), days(5, 9), false);
        assertThat(add(NOON.plusSeconds(48 * 3_600), List.of(click(102, 2, 4)), false)
                        .notes())
                .isEmpty();
        assertThat(positivesAndNegatives()).isEqualTo("1 7");
        add(NOON.plusSeconds(200 * 3_600), days(10, 10), false);
        assertThat(add(NOON.plusSeconds(201 * 3_600), List.of(click(103, 3, 4)), false)
                        .notes())
                .hasSize(1);
    }

    @Test
    void aRowAfterTheClockMakesNothingFinal() throws IOException {
        LocalDateTime wrong = LocalDateTime.of(2124, 1, 1, 0, 0);
        ImportSummary summary = add(List.of(impression(101, 1), row(7, DatedRow.IMPRESSION, 1, wrong)));
        assertThat(summary.notes())
                .contains(
                        "1 row with a day far beyond those of the others, the first in \"1.json\" on 2124-01-01: such a"
                                + " row counts, but the days before it are not final because of it");
        assertThat(summary.files().get(0).message()).contains("1 row lies far beyond the others, on 2124-01-01");
        assertThat(store.published().loaded().to()).contains(LocalDate.of(2024, 3, 1));
        add(NOON.plusSeconds(1_000 * 3_600), days(3, 3), false);
        assertThat(add(List.of(click(101, 1, 4))).notes()).isEmpty();
        assertThat(positivesAndNegatives()).isEqualTo("1 2");
    }

    @Test
    void fewRowsFarBeyondAllOthersMakeNothingFinal() throws IOException {
        List<DatedRow> rows = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            rows.add(impression(10_000 + i, 1));
        }
        rows.add(impression(5, 40));
        assertThat(add(rows).notes()).hasSize(1);
        add(NOON.plusSeconds(100 * 3_600), List.of(click(10_000, 1, 4)), false);
        assertThat(store.cubes().daysCountedTwice()).isEmpty();
        assertThat(positivesAndNegatives()).isEqualTo("1 1001");
    }

    @Test
    void rowsWithoutADecisionTimeAreOfOneInteractionAsFarAsOutcomesMayBeLate() throws IOException {
        List<DatedRow> rows = new ArrayList<>();
        for (int day : new int[] {1, 4, 8}) {
            rows.add(new DatedRow(
                    1,
                    day == 1 ? DatedRow.IMPRESSION : DatedRow.CLICKED,
                    Optional.empty(),
                    FIRST.plusDays(day - 1L),
                    ""));
        }
        add(rows);
        assertThat(positivesAndNegatives()).isEqualTo("2 0");
    }
}
