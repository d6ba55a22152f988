package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column of any type can be described: its values are counted, and nothing of it ends an import. */
class DescribedColumnsTest {
    @TempDir
    private Path temp;

    /** Values by row, and how many of four there are. */
    private static final Map<String, Long> COLUMNS = Map.ofEntries(
            Map.entry("'x' || i", 4L),
            Map.entry("i % 2 = 0", 4L),
            Map.entry("CASE WHEN i > 0 THEN true END", 3L),
            Map.entry("DATE '2024-01-01' + CAST(i AS INTEGER)", 4L),
            Map.entry("TIMESTAMP '2024-01-01 10:00:00'", 4L),
            Map.entry("TIMESTAMP_NS '2024-01-01 10:00:00'", 4L),
            Map.entry("TIMESTAMPTZ '2024-01-01 10:00:00'", 4L),
            Map.entry("TIME '10:00:00'", 4L),
            Map.entry("i", 4L),
            Map.entry("i + 0.5", 4L),
            Map.entry("CAST(i + 0.25 AS DECIMAL(38, 10))", 4L),
            Map.entry("CAST(i AS UHUGEINT)", 4L),
            Map.entry("CAST(NULL AS VARCHAR)", 0L),
            Map.entry("CAST(NULL AS DOUBLE)", 0L),
            Map.entry("CAST(NULL AS DATE)", 0L),
            Map.entry("CAST('NaN' AS DOUBLE)", 0L),
            Map.entry("NULL", 0L),
            Map.entry("[i, 2]", 4L),
            Map.entry("{'a': i}", 4L),
            Map.entry("INTERVAL 3 DAY", 4L),
            Map.entry("uuid()", 4L),
            Map.entry("CAST('ab' AS BLOB)", 4L));

    @Test
    void columnsOfEveryTypeAreCounted() {
        Map<String, String> columns = new LinkedHashMap<>();
        Map<String, Long> expected = new LinkedHashMap<>();
        COLUMNS.forEach((value, count) -> {
            String name = "Column" + columns.size();
            columns.put(name, value);
            expected.put(name, count);
        });
        List.of("Day", "Month", "Year", "Quarter", "OutcomeTime", "ActionID", "ResponseTime")
                .forEach(derived -> expected.put(derived, 4L));
        Path file = TestingInteractions.parquet(temp.resolve("a.parquet"), 4, columns);
        TestingAnswer.Group described = described(file, expected.keySet());
        expected.forEach((name, count) -> described.assertCount(name + "_Count", count));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " = ",
            value = {
                "'x' || i = 4",
                "i > 2 = 4",
                "DATE '2024-01-01' = 4",
                "TIMESTAMP '2024-01-01 10:00:00' = 4",
                "NULL = 0"
            },
            quoteCharacter = '"')
    void aColumnThatIsNoNumberIsCountedAlone(String value, long count) {
        Path file = TestingInteractions.parquet(temp.resolve("a.parquet"), 4, Map.of("Alone", value));
        described(file, Set.of("Alone")).assertCount("Alone_Count", count);
    }

    private TestingAnswer.Group described(Path file, Set<String> columns) {
        String names = columns.stream().map(name -> "\"" + name + "\", ").collect(Collectors.joining());
        try (TestingStore store =
                new TestingStore(temp.resolve("store"), TestingInteractions.configuration(names + "\"Absent\"", ""))) {
            ImportSummary summary = store.add(file);
            assertThat(summary.complete()).isTrue();
            assertThat(summary.notes())
                    .contains("metric descriptive leaves out what it computes from Absent: the files have no such"
                            + " column");
            Metric metric = Metrics.of(store.configuration()).get(2);
            return TestingAnswer.of(store, metric, List.of()).group();
        }
    }
}
