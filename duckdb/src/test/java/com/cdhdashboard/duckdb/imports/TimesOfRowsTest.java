package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times keep their day whatever type they come in, alone or beside other files; times nobody has are told or refused. */
class TimesOfRowsTest {
    private static final String CONFIGURATION = TestingInteractions.configuration("\"ResponseTime\"", "");

    @TempDir
    private Path temp;

    private TestingStore store() {
        return new TestingStore(temp.resolve("store"), CONFIGURATION);
    }

    private Path nanoseconds(String name, String type) {
        String time = "CAST('2024-03-01 23:59:59.9999999' || '%s' AS " + type + ")";
        return TestingInteractions.parquet(
                temp.resolve(name),
                2,
                Map.of(
                        "pxInteractionID", "'" + name + "' || i",
                        "pxDecisionTime", time.formatted("01+00"),
                        "pxOutcomeTime", time.formatted("99+00")));
    }

    private Path int96() throws IOException {
        try (InputStream found = Objects.requireNonNull(getClass().getResourceAsStream("int96.parquet"))) {
            Path file = temp.resolve("int96.parquet");
            Files.copy(found, file);
            return file;
        }
    }

    private static List<Object> counts(TestingStore store) {
        var metric =
                com.cdhdashboard.core.metric.Metrics.of(store.configuration()).get(0);
        List<Object> counts = new ArrayList<>();
        TestingAnswer.of(store, metric, List.of("Day"))
                .groups()
                .forEach(group -> counts.add(group.dimensions().get(0) + ": " + group.value("Count")));
        return counts;
    }

    @ParameterizedTest
    @CsvSource({"TIMESTAMP_NS", "TIMESTAMPTZ_NS"})
    void nanosecondsAreCutAloneAndBesideOtherFiles(String type) {
        Path nanos = nanoseconds("b.parquet", type);
        Path micros = TestingInteractions.parquet(temp.resolve("a.parquet"), 3, Map.of());
        for (List<Path> files : List.of(List.of(nanos), List.of(micros, nanos), List.of(nanos, micros))) {
            try (TestingStore store = new TestingStore(temp.resolve("store" + files.hashCode()), CONFIGURATION)) {
                assertThat(store.add(files.toArray(Path[]::new)).complete()).isTrue();
                assertThat(counts(store)).containsExactly("2024-03-01: " + (files.size() == 1 ? 2 : 5));
            }
        }
    }

    @Test
    void timesOfParquetOfOldAreCutAloneAndBesideOtherFiles() throws IOException {
        Path old = int96();
        Path nanos = nanoseconds("b.parquet", "TIMESTAMP_NS");
        for (List<Path> files : List.of(List.of(old), List.of(nanos, old), List.of(old, nanos))) {
            try (TestingStore store = new TestingStore(temp.resolve("store" + files.hashCode()), CONFIGURATION)) {
                assertThat(store.add(files.toArray(Path[]::new)).complete()).isTrue();
                assertThat(counts(store)).contains("2024-07-01: 3", "2024-07-02: 1");
            }
        }
    }

    @Test
    void textIsCutAndKeepsItsOffsetThoughTheColumnWasOfTimesBefore() throws IOException {
        Path typed = TestingInteractions.parquet(temp.resolve("a.parquet"), 1, Map.of());
        Path text = TestingInteractions.json(
                temp.resolve("b.json"),
                List.of(
                        "\"pxOutcomeTime\":\"2024-03-02T00:30:00+02:00\"",
                        "\"pxOutcomeTime\":\"20240301T235959.999999999 GMT\"",
                        "\"pxOutcomeTime\":\"20240301T235959.9999999 GMT\"",
                        "\"pxOutcomeTime\":\"2024-03-01 23:59:59.99999999\"",
                        "\"pxOutcomeTime\":1709337599",
                        "\"pxOutcomeTime\":\"1709337599\"",
                        "\"pxOutcomeTime\":1709337599999"));
        try (TestingStore store = store()) {
            store.add(typed);
            store.add(text);
            assertThat(counts(store)).containsExactly("2024-03-01: 8");
        }
    }

    @Test
    void timesBeforeTheFirstOrAfterTheNextYearAreToldWithTheFirstOfThem() throws IOException {
        int next = LocalDate.now(ZoneOffset.UTC).getYear() + 1;
        Path file = TestingInteractions.json(
                temp.resolve("a.json"),
                List.of(
                        "\"pxDecisionTime\":null,\"pxOutcomeTime\":\"19700101T000000.000 GMT\"",
                        "\"pxDecisionTime\":null,\"pxOutcomeTime\":\"19691231T235959.999 GMT\"",
                        "\"pxDecisionTime\":null,\"pxOutcomeTime\":\"19000101T000000.000 GMT\"",
                        "\"pxDecisionTime\":null,\"pxOutcomeTime\":\"" + next + "1231T235959.999 GMT\"",
                        "\"pxDecisionTime\":null,\"pxOutcomeTime\":\"" + (next + 1) + "0101T000000.000 GMT\"",
                        "\"pxDecisionTime\":\"19691231T235959 GMT\",\"pxOutcomeTime\":\"19700101T000001 GMT\""));
        try (TestingStore store = store()) {
            ImportSummary summary = store.add(file);
            assertThat(summary.notes())
                    .contains(
                            "3 rows have a time before 1970 or after " + next
                                    + " in OutcomeTime, the first 1969-12-31 23:59:59 in \"a.json\": counted as they"
                                    + " are; correct the export if the year is wrong",
                            "1 row has a time before 1970 or after " + next
                                    + " in DecisionTime, the first 1969-12-31 23:59:59 in \"a.json\": counted as it"
                                    + " is; correct the export if the year is wrong");
            assertThat(summary.files()).extracting(FileSummary::rejected).containsExactly(0L);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pxOutcomeTime, 1899-12-31 23:59:59, OutcomeTime is 1899-12-31 23:59:59",
        "pxOutcomeTime, 2201-01-01 00:00:00, OutcomeTime is 2201-01-01 00:00:00",
        "pxOutcomeTime, 9999-12-31 00:00:00, OutcomeTime is 9999-12-31 00:00:00",
        "pxDecisionTime, 1601-01-01 00:00:00, DecisionTime is 1601-01-01 00:00:00"
    })
    void aTimeOfAYearNobodyHasRejectsItsRow(String column, String time, String reason) throws IOException {
        Path text = TestingInteractions.json(
                temp.resolve("a.json"), List.of("", "\"" + column + "\":\"" + time.replace(' ', 'T') + "Z\""));
        Path typed = TestingInteractions.parquet(
                temp.resolve("b.parquet"),
                2,
                Map.of(
                        column,
                        "CASE WHEN i = 1 THEN TIMESTAMP '" + time + "' ELSE TIMESTAMP '2024-03-01 12:00:00' END"));
        for (Path file : List.of(text, typed)) {
            try (TestingStore store = new TestingStore(temp.resolve("of " + file.getFileName()), CONFIGURATION)) {
                ImportSummary summary = store.add(file);
                FileSummary read = summary.files().get(0);
                assertThat(List.of(read.read(), read.kept(), read.rejected())).containsExactly(2L, 1L, 1L);
                assertThat(Files.readString(summary.rejectedRows().orElseThrow()))
                        .contains("\"reason\":\"" + reason + ", a year from 1900 to 2200 is expected\"");
            }
        }
    }
}
