package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.duckdb.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Made-up exports in random splits, orders, repeats, formats and runs, days final or not: the result is that of all rows
 * at once, but for the days that are named. {@code bench/random_exports} tries any seed.
 */
class RandomExportsTest {
    private static final int SEED = Integer.getInteger("cdhdashboard.exports.seed", 15);
    private static final int COUNT = Integer.getInteger("cdhdashboard.exports.count", 10);
    /** Of days with an hour more, an hour less and half an hour more within the histories, and of days that begin far from UTC. */
    private static final List<ZoneId> ZONES = Stream.of(
                    "UTC", "Europe/Berlin", "UTC", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati")
            .map(ZoneId::of)
            .toList();

    private static final Instant FIRST_IMPORT = Instant.parse("2025-03-01T08:00:00Z");

    @TempDir
    private Path temp;

    /** What became of one export. */
    private record Result(boolean differs, boolean named) {}

    @Test
    void everyExportGivesWhatItsRowsGiveOrNamesTheDays() {
        List<Result> results = IntStream.range(0, COUNT)
                .parallel()
                .mapToObj(number -> check(SEED + number))
                .toList();
        long named = results.stream().filter(Result::named).count();
        if (COUNT >= 50) {
            assertThat(named).as("exports with named days").isBetween(COUNT / 20L, COUNT / 2L);
            assertThat(results).as("exports that differ on such days").anyMatch(Result::differs);
        }
    }

    private Result check(int seed) {
        Random random = new Random(seed);
        int lateDays = List.of(0, 1, 3, 7, 30).get(random.nextInt(5));
        ZoneId zone = ZONES.get(Math.floorMod(seed, ZONES.size()));
        Path folder = temp.resolve("export" + seed);
        try (Session session = Session.open("jdbc:duckdb:", new Properties());
                TestingStore store = new TestingStore(folder.resolve("store"), configuration(lateDays, zone))) {
            List<DatedRow> rows = new RandomHistories(random, lateDays).make();
            List<Path> files = new RandomFiles(random, folder.resolve("in"), session).write(rows);
            importInRuns(store, files, random);
            return compare(seed, store, new CountedByHand(rows, lateDays, zone));
        } catch (IOException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static String configuration(int lateDays, ZoneId zone) {
        return TestingMetrics.configuration(
                lateDays,
                zone,
                List.of("Channel"),
                TestingMetrics.metric("engagement", List.of("Day"), TestingMetrics.RESPONSES),
                TestingMetrics.metric(
                        "conversion",
                        List.of("Day"),
                        "positive_model_response = [\"Conversion\"]",
                        "negative_model_response = [\"Impression\", \"Clicked\", \"Pending\"]"));
    }

    private static void importInRuns(TestingStore store, List<Path> files, Random random) {
        Instant now = FIRST_IMPORT;
        int most = random.nextInt(3) == 0 ? files.size() : Math.max(1, files.size() / 3);
        int begin = 0;
        while (begin < files.size()) {
            int end = Math.min(files.size(), begin + 1 + random.nextInt(most));
            ImportRequest request = new ImportRequest(
                    files.subList(begin, end), false, false, TableOptions.RECOGNISED, random.nextInt(6) == 0);
            ImportSummary summary =
                    store.importer().at(Clock.fixed(now, ZoneOffset.UTC)).run(request, TestingStore.SILENT);
            assertThat(summary.files())
                    .allMatch(file -> file.rejected() == 0
                            && List.of(
                                            FileSummary.Status.IMPORTED,
                                            FileSummary.Status.PARTLY,
                                            FileSummary.Status.EMPTY,
                                            FileSummary.Status.UNCHANGED)
                                    .contains(file.status()));
            now = now.plus(Duration.ofHours(List.of(0, 1, 24, 49).get(random.nextInt(4))));
            begin = end;
        }
    }

    private static Result compare(int seed, TestingStore store, CountedByHand expected) {
        Map<LocalDate, Map<String, String>> engagement = cells(
                store,
                "engagement",
                row -> number(row, "Positives") + " of " + (number(row, "Positives") + number(row, "Negatives")));
        Map<LocalDate, Map<String, String>> conversion = cells(
                store,
                "conversion",
                row -> CountedByHand.conversionText(
                        number(row, "Positives"),
                        number(row, "Positives") + number(row, "Negatives"),
                        real(row, "Revenue"),
                        real(row, "Conversions")));
        Set<LocalDate> differing = new TreeSet<>(differing(engagement, expected.engagement()));
        differing.addAll(differing(conversion, expected.conversion()));
        Set<LocalDate> named = new HashSet<>(store.cubes().daysCountedTwice());
        TreeSet<LocalDate> counted = new TreeSet<>(engagement.keySet());
        counted.addAll(conversion.keySet());
        assertThat(counted)
                .as("days of seed " + seed)
                .allMatch(isWithin(store.published().loaded()));
        assertThat(named)
                .as("days named of seed " + seed + ": " + engagement + conversion + " for " + expected.engagement()
                        + expected.conversion())
                .containsAll(differing);
        return new Result(!differing.isEmpty(), !named.isEmpty());
    }

    private static Predicate<LocalDate> isWithin(LoadedData loaded) {
        return day -> !day.isBefore(loaded.from().orElseThrow())
                && !day.isAfter(loaded.to().orElseThrow());
    }

    private static Set<LocalDate> differing(
            Map<LocalDate, Map<String, String>> one, Map<LocalDate, Map<String, String>> other) {
        Set<LocalDate> days = new TreeSet<>(one.keySet());
        days.addAll(other.keySet());
        days.removeIf(day -> one.getOrDefault(day, Map.of()).equals(other.getOrDefault(day, Map.of())));
        return days;
    }

    /** A row of a roll-up by the names of its columns. */
    private record Named(Table table, List<@Nullable Object> values) {}

    private static long number(Named row, String column) {
        return (long) real(row, column);
    }

    private static double real(Named row, String column) {
        Object value = row.values().get(row.table().indexOf(column).orElseThrow());
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private static Map<LocalDate, Map<String, String>> cells(
            TestingStore store, String metric, Function<Named, String> text) {
        Table table = store.cubes().rollUp(new RollUp(metric, List.of("Day", "Channel"), List.of()));
        Map<LocalDate, Map<String, String>> cells = new TreeMap<>();
        for (List<@Nullable Object> row : table.rows()) {
            cells.computeIfAbsent(LocalDate.parse(Values.label(row.get(0))), day -> new TreeMap<>())
                    .put(Values.label(row.get(1)), text.apply(new Named(table, row)));
        }
        return cells;
    }
}
