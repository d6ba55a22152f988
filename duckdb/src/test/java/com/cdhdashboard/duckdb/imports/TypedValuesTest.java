package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value of a parquet file that cannot be kept costs its row, whatever types the columns have. */
class TypedValuesTest {
    private static final int ROWS = 3002;

    @TempDir
    private Path temp;

    private TestingStore store() {
        return new TestingStore(
                temp.resolve("store"), TestingInteractions.configuration("\"Propensity\", \"Tier\"", ""));
    }

    private static List<JsonNode> rejected(ImportSummary summary) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(summary.rejectedRows().orElseThrow())) {
            rows.add(new ObjectMapper().readTree(line));
        }
        return rows;
    }

    /** Rows 8 and 3001 hold the bad value, in different batches of the engine. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pyPropensity | '0.5'                | '1,5'                                      | "1,5", a number is expected
            pyPropensity | '0.5'                | 'abc'                                      | "abc", a number is expected
            pyPropensity | ' 0.5 '              | repeat('x', 50)                            | "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…", a number is expected
            pyPropensity | CAST(NULL AS STRUCT(a INTEGER)) | {'a': 1}                                   | "{'a': 1}", a number is expected
            pyPropensity | CAST(NULL AS DATE)   | DATE '2024-03-01'                          | 2024-03-01, a number is expected
            pyPropensity | CAST(NULL AS BOOLEAN)| true                                       | true, a number is expected
            pyPropensity | CAST(1 AS BIGINT)    | 9007199254740993                           | 9007199254740993, a number from -9007199254740992 to 9007199254740992 is expected
            pyPropensity | CAST(1 AS UBIGINT)   | CAST(18446744073709551615 AS UBIGINT)      | 18446744073709551615, a number from -9007199254740992 to 9007199254740992 is expected
            pyPropensity | CAST(1 AS DECIMAL(38, 2)) | CAST('-123456789012345678901234567890123456.78' AS DECIMAL(38, 2)) | -123456789012345678901234567890123456.78, a number from -9007199254740992 to 9007199254740992 is expected
            pxRank       | CAST(1 AS DOUBLE)    | 1.5                                        | 1.5, a whole number is expected
            pxRank       | CAST('NaN' AS DOUBLE)| 1e300                                      | 1e+300, a whole number is expected
            pxRank       | CAST(1 AS FLOAT)     | CAST(0.25 AS FLOAT)                        | 0.25, a whole number is expected
            pxRank       | CAST(1 AS DECIMAL(38, 2)) | CAST(2.50 AS DECIMAL(38, 2))          | 2.50, a whole number is expected
            pxRank       | CAST(1 AS DECIMAL(38, 0)) | CAST('99999999999999999999' AS DECIMAL(38, 0)) | 99999999999999999999, a whole number is expected
            pxRank       | CAST(1 AS UBIGINT)   | CAST(9223372036854775808 AS UBIGINT)       | 9223372036854775808, a whole number from -9223372036854775808 to 9223372036854775807 is expected
            pxRank       | '1'                  | '1.5'                                      | "1.5", a whole number is expected
            pxRank       | '1.0'                | '99999999999999999999'                     | "99999999999999999999", a whole number is expected
            pxRank       | ''                   | 'first'                                    | "first", a whole number is expected
            """)
    void costsItsRowAlone(String column, String good, String bad, String reason) throws IOException {
        Path file = TestingInteractions.parquet(
                temp.resolve("a.parquet"),
                ROWS,
                Map.of(column, "CASE WHEN i IN (7, 3000) THEN " + bad + " ELSE " + good + " END"));
        try (TestingStore store = store()) {
            ImportSummary summary = store.add(file);
            FileSummary read = summary.files().get(0);
            assertThat(read.status()).as(read.toString()).isEqualTo(FileSummary.Status.IMPORTED);
            assertThat(List.of(read.read(), read.kept(), read.rejected())).containsExactly(3002L, 3000L, 2L);
            List<JsonNode> rows = rejected(summary);
            assertThat(rows)
                    .extracting(row ->
                            row.get("row").asLong() + " " + row.get("reason").asText())
                    .containsExactly(
                            "8 value of column \"" + column + "\" is " + reason,
                            "3001 value of column \"" + column + "\" is " + reason);
            assertThat(new ObjectMapper()
                            .readTree(rows.get(0).get("content").asText())
                            .get("pxInteractionID"))
                    .hasToString("\"p7\"");
        }
    }

    /** The rows beside those that are rejected mean what they mean in a file without these, to the last digit. */
    @Test
    void goodRowsAreReadAsWithoutBadOnes() throws IOException {
        Path file = TestingInteractions.parquet(
                temp.resolve("a.parquet"),
                5,
                Map.of(
                        "pyPropensity",
                        "CASE WHEN i = 1 THEN 'x' WHEN i = 3 THEN 'NaN' WHEN i = 4 THEN ' ' ELSE '0.1' END",
                        "pxOutcomeTime",
                        "CASE WHEN i = 2 THEN TIMESTAMP_NS '1800-01-01 00:00:00'"
                                + " ELSE TIMESTAMP_NS '2024-03-01 23:59:59.999999999' END",
                        "Tier",
                        "CAST(0.1 AS FLOAT)"));
        try (TestingStore store = store()) {
            ImportSummary summary = store.add(file);
            assertThat(rejected(summary))
                    .extracting(row ->
                            row.get("row").asLong() + " " + row.get("reason").asText())
                    .containsExactly(
                            "2 value of column \"pyPropensity\" is \"x\", a number is expected",
                            "3 OutcomeTime is 1800-01-01 00:00:00, a year from 1900 to 2200 is expected");
            Metric described = Metrics.of(store.configuration()).stream()
                    .filter(metric -> metric.name().equals("descriptive"))
                    .findFirst()
                    .orElseThrow();
            TestingAnswer.Group day =
                    TestingAnswer.of(store, described, List.of("Day")).group(LocalDate.of(2024, 3, 1));
            day.assertCount("Propensity_Count", 1);
            day.assertNear("Tier_Max", (double) 0.1f, 0);
            day.assertCount("Tier_Count", 3);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            '12.5'               | '1,5'                                | "1,5", a number is expected
            CAST(1 AS BIGINT)    | 9007199254740993                     | 9007199254740993, a number from -9007199254740992 to 9007199254740992 is expected
            CAST(NULL AS DATE)   | DATE '2024-03-01'                    | 2024-03-01, a number is expected
            """)
    void costsItsRowOfHoldings(String good, String bad, String reason) throws IOException {
        Path file = temp.resolve("h.parquet");
        try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
            session.run(
                    "COPY (SELECT 'O' || i AS HoldingID, 'C' || i AS CustomerID, DATE '2024-01-02' AS PurchasedDate,"
                            + " 'A' AS Arm, CASE WHEN i = 2 THEN " + bad + " ELSE " + good
                            + " END AS OneTimeCost FROM range(4) r(i)) TO " + Sql.text(file.toString())
                            + " (FORMAT parquet)");
        }
        try (TestingHoldings store = new TestingHoldings(temp.resolve("store"), TestingHoldings.configuration(""))) {
            ImportSummary summary = store.add(file);
            assertThat(summary.files().get(0).kept()).as(summary.toString()).isEqualTo(3);
            assertThat(rejected(summary))
                    .extracting(row ->
                            row.get("row").asLong() + " " + row.get("reason").asText())
                    .containsExactly("3 value of column \"OneTimeCost\" is " + reason);
        }
    }

    /** The engine writes no such time, so another is written and replaced. */
    @Test
    void aTimeBeyondWhatTheEngineReadsCostsTheFileWithItsColumn() throws IOException {
        Path file = TestingInteractions.parquet(
                temp.resolve("a.parquet"),
                1,
                Map.of("pxOutcomeTime", "CAST(TIMESTAMP '2024-03-01 11:00:00' AS TIMESTAMP_MS)"));
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(
                file,
                bytes.replace(littleEndian(1_709_290_800_000L), littleEndian(Long.MAX_VALUE / 10)),
                StandardCharsets.ISO_8859_1);
        try (TestingStore store = store()) {
            assertThat(store.add(file).files().get(0).message())
                    .hasValue("a.parquet: column \"pxOutcomeTime\" holds a time beyond the years that the engine reads,"
                            + " about 290,000 before and after Christ, so that it cannot read the others either; correct"
                            + " the time, or export the file again without it");
        }
    }

    private static String littleEndian(long value) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
