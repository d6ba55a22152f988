package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Parquet files whose statistics tell of other values than there are: what rows hold is judged by the rows. The seventh of
 * twenty rows has a value beyond what the footer says of its column, as the footer's are written over.
 */
class UntrueStatisticsTest {
    private static final int ROWS = 20;

    private static final String HOLDINGS = """
            [holdings]
            file_type = "pega_ds_export"
            file_pattern = "**/*"

            [metrics]
            global_filters = []

            [metrics.clv]
            group_by = []
            scores = ["frequency"]
            customer_id_col = "CustomerID"
            """;

    private static final String INTERACTIONS = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*"

            [ih.extensions]
            filter = "pl.col('Channel') != 'Fax'"

            [metrics]
            global_filters = []

            [metrics.engagement]
            group_by = ["Day"]
            scores = ["Count"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]
            """;

    @TempDir
    private Path temp;

    private static String odd(String odd, String other) {
        return "CASE WHEN i = 6 THEN " + odd + " ELSE " + other + " END";
    }

    private Path parquet(String columns, byte[]... saidInsteadOfTrue) throws IOException {
        Path file = temp.resolve("untrue.parquet");
        try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
            session.run("COPY (SELECT " + columns + " FROM range(" + ROWS + ") t(i)) TO " + Sql.text(file.toString())
                    + " (FORMAT parquet)");
        }
        byte[] bytes = Files.readAllBytes(file);
        int footer = bytes.length
                - 2 * Integer.BYTES
                - ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 2 * Integer.BYTES);
        for (int i = 0; i < saidInsteadOfTrue.length; i += 2) {
            assertThat(writeOver(bytes, footer, saidInsteadOfTrue[i + 1], saidInsteadOfTrue[i]))
                    .isPositive();
        }
        Files.write(file, bytes);
        return file;
    }

    private static int writeOver(byte[] bytes, int from, byte[] found, byte[] written) {
        int times = 0;
        for (int at = from; at + found.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + found.length, found, 0, found.length)) {
                System.arraycopy(written, 0, bytes, at, written.length);
                times++;
            }
        }
        return times;
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
    }

    private static byte[] bytes(int year) {
        return bytes(LocalDateTime.of(year, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC) * 1_000_000);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anAmountBeyondAllAmountsIsRejected() throws IOException {
        long amount = 7_700_000_000_000_000L;
        Path file = parquet(
                "'C' || i AS CustomerID, 'O' || i AS HoldingID, TIMESTAMP '2024-01-01' AS PurchasedDate, "
                        + odd(amount + "::BIGINT", "1000 + i") + " AS OneTimeCost",
                bytes(1019L),
                bytes(amount));
        try (TestingHoldings store = new TestingHoldings(temp.resolve("store"), HOLDINGS)) {
            assertOneIsRejected(store.add(file), "the value is beyond 1,000,000,000,000,000");
            assertThat(store.all().rows()).hasSize(ROWS - 1);
        }
    }

    private static String interaction(String channel, String time) {
        return "'I' || i AS pxInteractionID, 1 AS pxRank, 'S' AS pyIssue, 'G' AS pyGroup, 'N' AS pyName,"
                + " 'Test' AS ModelControlGroup, 'Impression' AS pyOutcome, " + channel + " AS pyChannel, " + time
                + " AS pxOutcomeTime";
    }

    @Test
    void aTimeBeyondAllTimesIsRejected() throws IOException {
        String time = odd("TIMESTAMP '9000-01-01'", "TIMESTAMP '2024-01-01'");
        Path file = parquet(interaction("'Web'", time), bytes(2024), bytes(9000));
        try (TestingStore store = new TestingStore(temp.resolve("store"), INTERACTIONS)) {
            assertOneIsRejected(
                    store.add(file), "OutcomeTime is 9000-01-01 00:00:00, a year from 1900 to 2200 is expected");
            assertThat(store.published().loaded().rows()).isEqualTo(ROWS - 1);
        }
    }

    @Test
    void aFilterLooksAtEveryRow() throws IOException {
        Path file = parquet(interaction(odd("'Web'", "'Fax'"), "TIMESTAMP '2024-01-01'"), bytes("Fax"), bytes("Web"));
        try (TestingStore store = new TestingStore(temp.resolve("store"), INTERACTIONS)) {
            FileSummary summary = store.add(file).files().get(0);
            assertThat(List.of(summary.read(), summary.filtered(), summary.kept()))
                    .containsExactly((long) ROWS, ROWS - 1L, 1L);
        }
    }

    private static void assertOneIsRejected(ImportSummary summary, String reason) throws IOException {
        FileSummary file = summary.files().get(0);
        assertThat(file.kept()).as(file.toString()).isEqualTo(ROWS - 1);
        assertThat(file.rejected()).isEqualTo(1);
        assertThat(Files.readAllLines(summary.rejectedRows().orElseThrow()))
                .singleElement()
                .asString()
                .contains("\"row\":7,\"reason\":\"" + reason + "\"");
    }
}
