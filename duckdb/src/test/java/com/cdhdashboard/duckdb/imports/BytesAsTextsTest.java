package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.metric.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of parquet files that call them bytes, as older writers do: they are the same texts. */
class BytesAsTextsTest {
    private static final String BY_NAME = TestingInteractions.configuration("\"Propensity\"", "")
            .replace("group_by = [\"Day\"]", "group_by = [\"Day\", \"Name\"]");

    private static final Map<String, String> TEXTS = Map.of(
            "pxInteractionID",
            "'Ü' || i",
            "pyName",
            "'Bürö'",
            "pyIssue",
            "'Sales'",
            "pxRank",
            "'1'",
            "Propensity",
            "'0.25'",
            "pxOutcomeTime",
            "'20240301T110000 GMT'",
            "pxDecisionTime",
            "'20240301T100000 GMT'");

    @TempDir
    private Path temp;

    @Test
    void theyAreTheTextsThatTheyHold() {
        Path texts = TestingInteractions.parquet(temp.resolve("texts.parquet"), 3, TEXTS);
        Map<String, String> bytes = new LinkedHashMap<>();
        TEXTS.forEach((name, value) -> bytes.put(name, "encode(" + value + ")"));
        bytes.put("pyOutcome", "encode('Clicked')");
        Path clicks = TestingInteractions.parquet(temp.resolve("bytes.parquet"), 3, bytes);
        try (TestingStore store = new TestingStore(temp.resolve("store"), BY_NAME)) {
            ImportSummary summary = store.add(texts, clicks);
            assertThat(summary.files()).extracting(FileSummary::rejected).containsExactly(0L, 0L);
            TestingAnswer answer =
                    TestingAnswer.of(store, Metrics.of(store.configuration()).get(0), List.of("Name"));
            assertThat(answer.groups()).hasSize(1);
            answer.group("Bürö").assertCount("Count", 3);
            answer.group("Bürö").assertCount("Positives", 3);
            TestingAnswer described =
                    TestingAnswer.of(store, Metrics.of(store.configuration()).get(2), List.of());
            described.groups().get(0).assertCount("Propensity_Count", 6);
        }
    }

    @Test
    void whatIsNoTextRejectsItsRow() throws IOException {
        Path file = TestingInteractions.parquet(
                temp.resolve("a.parquet"),
                3,
                Map.of(
                        "pyName",
                        "CASE WHEN i = 1 THEN unhex('FF') ELSE encode('Gold') END",
                        "Propensity",
                        "CASE WHEN i = 2 THEN encode('high') ELSE encode('0.5') END"));
        try (TestingStore store = new TestingStore(temp.resolve("store"), BY_NAME)) {
            ImportSummary summary = store.add(file);
            assertThat(summary.files()).extracting(FileSummary::kept).containsExactly(1L);
            assertThat(Files.readString(summary.rejectedRows().orElseThrow()))
                    .contains("value of column \\\"pyName\\\" is \\\"\\\\xFF\\\", a text in UTF-8 is expected")
                    .contains("value of column \\\"Propensity\\\" is \\\"high\\\", a number is expected");
        }
    }
}
