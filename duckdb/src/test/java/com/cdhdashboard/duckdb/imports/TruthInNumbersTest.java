package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.metric.Metrics;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A truth value is no number, and a fraction no whole one, in whatever format and wherever in a file it stands. */
class TruthInNumbersTest {
    private static final String CONFIGURATION =
            TestingInteractions.configuration("\"Revenue\", \"Priority\", \"Flag\"", "");

    /** More rows than are looked at before a file is read. */
    private static final int ROWS = 1200;

    @TempDir
    private Path temp;

    private record Misfit(String column, String value, String expected) {
        String reason() {
            return "value of column \"" + column + "\" is " + value + ", " + expected + " is expected";
        }
    }

    private static final List<Misfit> MISFITS = List.of(
            new Misfit("Revenue", "true", "a number"),
            new Misfit("Priority", "false", "a number"),
            new Misfit("pxRank", "true", "a whole number"),
            new Misfit("pxRank", "1.5", "a whole number"));

    @ParameterizedTest
    @EnumSource(
            value = TestingFormat.class,
            names = {"NDJSON", "WORKBOOK", "PARQUET"})
    void isRejectedWhereAllValuesAreAlike(TestingFormat format) throws IOException {
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            for (Misfit misfit : MISFITS) {
                Path folder = Files.createDirectory(temp.resolve(misfit.column + misfit.value));
                FileSummary file = store.add(format.interactions(folder, List.of(Map.of(misfit.column, misfit.value))))
                        .files()
                        .get(0);
                assertThat(file.status()).isEqualTo(FileSummary.Status.FAILED);
                assertThat(file.message().orElse("")).contains(misfit.reason());
            }
        }
    }

    @Test
    void isRejectedBesideOtherTexts() throws IOException {
        Path text = TestingInteractions.json(
                temp.resolve("a.json"), List.of("\"pxRank\":\"1\"", "\"pxRank\":\"1.5\"", "\"pxRank\":\"2.0\""));
        Path typed = TestingInteractions.parquet(temp.resolve("b.parquet"), 2, Map.of("pxRank", "i + 0.5"));
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            assertThat(store.add(text, typed).files())
                    .extracting(FileSummary::kept, file -> file.message().orElse(""))
                    .containsExactlyInAnyOrder(
                            tuple(
                                    2L,
                                    "the first rejected, row 2: value of column \"pxRank\" is \"1.5\", a whole number is"
                                            + " expected"),
                            tuple(
                                    0L,
                                    "all 2 rows were rejected; the first rejected, row 1: value of column \"pxRank\" is"
                                            + " \"0.5\", a whole number is expected"));
        }
    }

    /** Columns of parquet have one type. */
    @ParameterizedTest
    @EnumSource(value = TestingFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "PARQUET")
    void isRejectedBehindNumbersThatWereLookedAt(TestingFormat format) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(Map.of("Revenue", "1", "Priority", "0.5", "pxRank", "1.0", "pxInteractionID", "\"r" + i + '"'));
        }
        MISFITS.forEach(misfit -> rows.add(Map.of(misfit.column, misfit.value)));
        Path file = format.interactions(temp, rows);
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            ImportSummary summary = store.add(file);
            assertThat(summary.files().get(0).kept()).isEqualTo(ROWS);
            assertThat(Files.readAllLines(summary.rejectedRows().orElseThrow()))
                    .extracting(line -> new ObjectMapper().readTree(line))
                    .extracting(row ->
                            row.get("row").asInt() + " " + row.get("reason").asText())
                    .containsExactlyElementsOf(IntStream.range(0, MISFITS.size())
                            .mapToObj(i -> (ROWS + 1 + i) + " " + MISFITS.get(i).reason())
                            .toList());
        }
    }

    /** They have no sum and no mean, as nobody has said that true is one. */
    @ParameterizedTest
    @EnumSource(TestingFormat.class)
    void truthValuesOfADescribedColumnAreCounted(TestingFormat format) throws IOException {
        Path file = format.interactions(temp, List.of(Map.of("Flag", "true"), Map.of("Flag", "false")));
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            store.add(file);
            TestingAnswer described =
                    TestingAnswer.of(store, Metrics.of(store.configuration()).get(2), List.of());
            described.group().assertCount("Flag_Count", 2);
            assertThat(described.table().columns())
                    .noneMatch(column -> column.name().startsWith("Flag_Mean"));
        }
    }
}
