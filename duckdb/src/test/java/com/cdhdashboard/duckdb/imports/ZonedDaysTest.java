package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.metric.answer.DoubtfulDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days begin at the midnights of the configured zone, whatever tells them. */
class ZonedDaysTest {
    private static final int LATE_DAYS = 1;
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @TempDir
    private Path temp;

    private TestingStore store(ZoneId zone, int number) {
        return new TestingStore(
                temp.resolve("store" + number),
                TestingMetrics.configuration(
                        LATE_DAYS,
                        zone,
                        List.of("Channel"),
                        TestingMetrics.metric("engagement", List.of("Day"), TestingMetrics.RESPONSES)));
    }

    private static LocalDateTime utc(LocalDate day, ZoneId zone) {
        return LocalDateTime.ofInstant(day.atStartOfDay(zone).toInstant(), ZoneOffset.UTC);
    }

    /** The first and the last microsecond of each day, and a click on each as late as one may come. */
    private static List<DatedRow> edges(LocalDate first, int days, ZoneId zone) {
        List<DatedRow> rows = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            LocalDateTime begin = utc(first.plusDays(i), zone);
            LocalDateTime end = utc(first.plusDays(i + 1L), zone).minus(MICROSECOND);
            for (LocalDateTime decided : List.of(begin, end)) {
                int interaction = 10 * i + (decided.equals(end) ? 1 : 0);
                rows.add(new DatedRow(interaction, DatedRow.IMPRESSION, Optional.of(decided), decided, ""));
                rows.add(new DatedRow(
                        interaction, DatedRow.CLICKED, Optional.of(decided), decided.plusDays(LATE_DAYS), ""));
            }
        }
        return rows;
    }

    private Path file(String name, List<DatedRow> rows) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.write(file, rows.stream().map(DatedRow::json).toList());
    }

    private static List<String> clicksByDay(TestingStore store) {
        return store.cubes().rollUp(new RollUp("engagement", List.of("Day"), List.of())).rows().stream()
                .map(row -> row.get(0) + "=" + row.get(1) + " of " + row.get(2))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2024-03-29",
        "Europe/Berlin, 2024-10-25",
        "America/St_Johns, 2024-03-08",
        "Pacific/Kiritimati, 2023-12-30",
    })
    void dayByDayAndAtOnceAreAlike(String name, LocalDate first) throws IOException {
        ZoneId zone = ZoneId.of(name);
        List<DatedRow> rows = edges(first, 4, zone);
        try (TestingStore atOnce = store(zone, 1);
                TestingStore byDay = store(zone, 2)) {
            atOnce.add(file("all.json", rows));
            LocalDate last = rows.stream()
                    .map(row -> row.day(zone))
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                LocalDate asked = day;
                ImportSummary summary = byDay.add(file(
                        day + ".json",
                        rows.stream().filter(row -> row.day(zone).equals(asked)).toList()));
                assertThat(summary.notes()).as("notes of " + day).isEmpty();
            }
            assertThat(clicksByDay(byDay)).isEqualTo(clicksByDay(atOnce)).hasSize(4);
            for (TestingStore store : List.of(atOnce, byDay)) {
                assertThat(store.published().loaded().from()).contains(first);
                assertThat(store.published().loaded().to()).contains(last);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // half an hour before midnight UTC, and just past it
        "Europe/Berlin, 2024-06-03T23:30, 2024-06-04",
        "America/New_York, 2024-06-04T03:59, 2024-06-03",
        "America/New_York, 2024-06-04T04:00, 2024-06-04",
        "Pacific/Kiritimati, 2024-06-03T10:00, 2024-06-04",
        "UTC, 2024-06-03T23:30, 2024-06-03",
    })
    void doubtfulDaysAreThoseThatPagesShow(String name, LocalDateTime time, LocalDate day) throws IOException {
        try (TestingStore store = store(ZoneId.of(name), 1)) {
            List<DatedRow> impressions = IntStream.range(-1, 4)
                    .mapToObj(i -> new DatedRow(
                            i + 1, DatedRow.IMPRESSION, Optional.of(time.plusDays(i)), time.plusDays(i), ""))
                    .toList();
            store.add(file("a.json", impressions));
            ImportSummary summary =
                    store.add(file("b.json", List.of(new DatedRow(1, DatedRow.CLICKED, Optional.of(time), time, ""))));
            assertThat(summary.notes())
                    .containsExactly("1 row came for days that were final, the first in \"b.json\" on " + day
                            + ": interactions may be counted twice on " + day
                            + ", until all files are imported anew with --remove-existing. Import with --keep-open where"
                            + " the rows of a day come in several parts");
            String shown = day.toString();
            assertThat(DoubtfulDays.of(
                            store.cubes(),
                            "engagement",
                            List.of(new Filter.Range("Day", Optional.of(shown), Optional.of(shown)))))
                    .contains("Rows of days that were final came in later: interactions may be counted twice on " + day
                            + ", until all files are imported anew.");
            assertThat(clicksByDay(store)).contains(day + "=1 of 1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2024-06-03T23:30, 2024-06-04",
        "America/New_York, 2024-06-04T03:59, 2024-06-03",
    })
    void whoseRowsAreFinalIsNotReplaced(String name, LocalDateTime time, LocalDate day) throws IOException {
        try (TestingStore store = store(ZoneId.of(name), 1)) {
            DatedRow old = new DatedRow(1, DatedRow.IMPRESSION, Optional.of(time), time, "");
            Path file = file("in/Day=1/a.json", List.of(old));
            store.add(
                    file,
                    file(
                            "later.json",
                            IntStream.range(1, 4)
                                    .mapToObj(i -> new DatedRow(
                                            i + 1,
                                            DatedRow.IMPRESSION,
                                            Optional.of(time.plusDays(i)),
                                            time.plusDays(i),
                                            ""))
                                    .toList()));
            file("in/Day=1/a.json", List.of(old, new DatedRow(2, DatedRow.CLICKED, Optional.of(time), time, "")));
            for (boolean replace : new boolean[] {true, false}) {
                FileSummary refused = store.add(new ImportRequest(List.of(file), replace, false))
                        .files()
                        .get(0);
                assertThat(refused.status()).isEqualTo(FileSummary.Status.CHANGED);
                assertThat(refused.message())
                        .contains("a file of this name was imported before with other content, and its rows decided on "
                                + day + " are final: their numbers are kept without the rows, and cannot be taken back."
                                + " To correct them, import all files of all days anew with --remove-existing, this one"
                                + " among them; or rename it if both count");
            }
            assertThat(clicksByDay(store)).contains(day + "=0 of 1").hasSize(4);
        }
    }

    /** Of rows that are final the days are still known. */
    @ParameterizedTest
    @CsvSource({"0, CHANGED, 4", "1, IMPORTED, 5"})
    void aNamesakeOfAnotherDayCounts(int daysLater, FileSummary.Status status, int days) throws IOException {
        LocalDateTime time = LocalDateTime.of(2024, 6, 3, 12, 0);
        try (TestingStore store = store(ZoneId.of("Europe/Berlin"), 1)) {
            List<DatedRow> rows = IntStream.range(1, 5)
                    .mapToObj(i -> time.plusDays(i == 1 ? 0 : i))
                    .map(at -> new DatedRow(at.getDayOfMonth(), DatedRow.IMPRESSION, Optional.of(at), at, ""))
                    .toList();
            store.add(file("one/a.json", rows.subList(0, 1)), file("later.json", rows.subList(1, 4)));
            LocalDateTime other = time.plusDays(daysLater).plusHours(1);
            FileSummary summary = store.add(file(
                            "two/a.json",
                            List.of(new DatedRow(99, DatedRow.IMPRESSION, Optional.of(other), other, ""))))
                    .files()
                    .get(0);
            assertThat(summary.status()).isEqualTo(status);
            assertThat(clicksByDay(store)).hasSize(days);
        }
    }
}
