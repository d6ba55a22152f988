package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no value costs no row: numbers that are none, and ids that are not there. Each is told with its number. */
class MissingValuesTest {
    @TempDir
    private Path temp;

    private static TestingAnswer.Group total(TestingStore store, String metric) {
        Metric asked = Metrics.of(store.configuration()).stream()
                .filter(some -> some.name().equals(metric))
                .findFirst()
                .orElseThrow();
        return TestingAnswer.of(store, asked, List.of()).group();
    }

    private static void assertAddsUp(FileSummary file) {
        assertThat(file.kept() + file.filtered() + file.repeated() + file.rejected())
                .isEqualTo(file.read());
    }

    private static final String REVENUES =
            "4 rows have NaN or an infinite number as Revenue: counted as missing values";

    @ParameterizedTest
    @ValueSource(strings = {"DOUBLE", "FLOAT"})
    void numbersOfParquetThatAreNoneAreMissing(String type) {
        String revenue =
                "CAST(CASE i WHEN 0 THEN 'NaN' WHEN 1 THEN 'Infinity' WHEN 2 THEN '-Infinity' WHEN 3 THEN 'nan'"
                        + " ELSE '7.5' END AS " + type + ")";
        Path file = TestingInteractions.parquet(
                temp.resolve("a.parquet"),
                6,
                Map.of("Revenue", revenue, "pyOutcome", "'Conversion'", "Margin", revenue));
        assertMissing(file);
    }

    @Test
    void tokensAndTextsThatAreNoNumberAreMissing() throws IOException {
        assertMissing(TestingInteractions.json(
                temp.resolve("a.json"),
                List.of(
                        "\"pyOutcome\":\"Conversion\",\"Revenue\":NaN,\"Margin\":NaN",
                        "\"pyOutcome\":\"Conversion\",\"Revenue\":\"Infinity\",\"Margin\":-Infinity",
                        "\"pyOutcome\":\"Conversion\",\"Revenue\":\"nan\",\"Margin\":Infinity",
                        "\"pyOutcome\":\"Conversion\",\"Revenue\":1e999,\"Margin\":1e999",
                        "\"pyOutcome\":\"Conversion\",\"Revenue\":7.5,\"Margin\":7.5",
                        "\"pyOutcome\":\"Conversion\",\"Revenue\":\"7.5\",\"Margin\":7.5e0")));
    }

    @Test
    void theyAreMissingToTheReaderOfSingleRowsToo() throws IOException {
        Path file = TestingInteractions.json(
                temp.resolve("a.json"),
                List.of(
                        "\"pyOutcome\":\"Conversion\",\"Revenue\":NaN,\"Margin\":NaN",
                        "\"pyOutcome\":\"Conversion\",\"Revenue\":-Infinity,\"Margin\":-Infinity",
                        "\"pyOutcome\":\"Conversion\",\"Revenue\":\"+inf\",\"Margin\":\"+inf\"",
                        "\"pyOutcome\":\"Conversion\",\"Revenue\":1e999,\"Margin\":1e999",
                        "\"pyOutcome\":\"Conversion\",\"Revenue\":7.5,\"Margin\":7.5",
                        "\"pyOutcome\":\"Conversion\",\"Revenue\":\"7.5\",\"Margin\":7.5",
                        "\"pyOutcome\":\"Conversion\",\"Revenue\":\"N/A\",\"Margin\":7.5"));
        try (TestingStore store = new TestingStore(
                temp.resolve("store"), TestingInteractions.configuration("\"Outcome\", \"Revenue\"", ""))) {
            ImportSummary summary = store.add(file);
            assertThat(summary.notes()).contains(REVENUES);
            assertThat(summary.files()).extracting(FileSummary::kept).containsExactly(6L);
            assertThat(Files.readString(summary.rejectedRows().orElseThrow()))
                    .contains("value of column \\\"Revenue\\\" is \\\"N/A\\\", a number is expected");
        }
    }

    private void assertMissing(Path file) {
        try (TestingStore store =
                new TestingStore(temp.resolve("store"), TestingInteractions.configuration("\"Margin\"", ""))) {
            ImportSummary summary = store.add(file);
            assertThat(summary.notes()).contains(REVENUES, REVENUES.replace("Revenue", "Margin"));
            assertAddsUp(summary.files().get(0));
            assertThat(total(store, "conversion").value("Revenue")).isEqualTo(15.0);
            total(store, "descriptive").assertCount("Margin_Count", 2);
            assertThat(total(store, "descriptive").value("Margin_Sum")).isEqualTo(15.0);
        }
    }

    @Test
    void whatACalculatedColumnCannotComputeIsMissing() {
        String calculated = TestingInteractions.configuration("\"Share\"", "")
                .replace("columns = \"\"", "columns = '[(pl.col(\"Part\") / pl.col(\"Whole\")).alias(\"Share\")]'");
        Path file = TestingInteractions.parquet(
                temp.resolve("a.parquet"), 4, Map.of("Part", "CAST(i AS DOUBLE)", "Whole", "CAST(i // 2 AS DOUBLE)"));
        try (TestingStore store = new TestingStore(temp.resolve("store"), calculated)) {
            assertThat(store.add(file).notes())
                    .contains("2 rows have NaN or an infinite number as Share: counted as missing values");
            total(store, "descriptive").assertCount("Share_Count", 2);
            assertThat(total(store, "descriptive").value("Share_Sum")).isEqualTo(5.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \"", "\"\\t\"", "\"\u00A0\"", "\" \u3000 \""})
    void rowsWithoutAnIdStandForThemselves(String id) throws IOException {
        List<String> rows = List.of(
                "\"pxInteractionID\":" + id + ",\"a\":1",
                "\"pxInteractionID\":" + id + ",\"a\":2",
                "\"pxInteractionID\":" + id + ",\"pyOutcome\":\"Clicked\"",
                "\"pxInteractionID\":\"1\",\"a\":3",
                "\"pxInteractionID\":\"1\",\"a\":4");
        Path first = TestingInteractions.json(temp.resolve("a.json"), rows);
        Path second = TestingInteractions.json(temp.resolve("b.json"), rows.subList(0, 4));
        try (TestingStore store =
                new TestingStore(temp.resolve("store"), TestingInteractions.configuration("\"Outcome\"", ""))) {
            ImportSummary summary = store.add(first);
            assertThat(summary.notes())
                    .contains("3 rows have no InteractionID: each counts as an interaction of its own, and none as a"
                            + " repeat");
            assertThat(summary.files()).extracting(FileSummary::repeated).containsExactly(1L);
            ImportSummary more = store.add(second);
            assertThat(more.files()).extracting(FileSummary::kept).containsExactly(3L);
            assertAddsUp(more.files().get(0));
            total(store, "engagement").assertCount("Count", 7);
            total(store, "engagement").assertCount("Positives", 2);
        }
    }

    @Test
    void rowsOfParquetWithoutAnIdStandForThemselves() {
        Path file = TestingInteractions.parquet(
                temp.resolve("a.parquet"), 5, Map.of("pxInteractionID", "CASE WHEN i > 2 THEN i END"));
        try (TestingStore store =
                new TestingStore(temp.resolve("store"), TestingInteractions.configuration("\"Outcome\"", ""))) {
            assertThat(store.add(file).notes())
                    .contains("3 rows have no InteractionID: each counts as an interaction of its own, and none as a"
                            + " repeat");
            total(store, "engagement").assertCount("Count", 5);
        }
    }
}
