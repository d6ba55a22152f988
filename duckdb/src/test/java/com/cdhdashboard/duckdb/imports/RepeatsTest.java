package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of one interaction with one outcome: the earliest stays, whatever a metric filters on. */
class RepeatsTest {
    private static final String CONFIGURATION = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*.json"
            ih_group_pattern = "(.*)"

            [ih.extensions]
            filter = ""
            columns = ""

            [metrics]
            global_filters = ["Channel"]

            [metrics.engagement]
            group_by = ["Channel"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [metrics.engagement_mobile]
            group_by = ["Channel"]
            filter = '(pl.col("Channel") == "Mobile")'
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [metrics.descriptive]
            group_by = ["Channel"]
            filter = '(pl.col("Channel") == "Mobile")'
            columns = ["Revenue"]
            scores = ["Count"]
            """;

    @TempDir
    private Path temp;

    private static String row(String id, String outcome, String channel, int hour) {
        return String.format(
                Locale.ROOT,
                "{\"pxInteractionID\":\"%s\",\"pySubjectID\":\"C-1\",\"pyChannel\":\"%s\",\"pyIssue\":\"Sales\","
                        + "\"pyGroup\":\"Cards\",\"pyName\":\"Gold\",\"pxRank\":1,\"pyOutcome\":\"%s\",\"Revenue\":1.5,"
                        + "\"ModelControlGroup\":\"Test\",\"pxOutcomeTime\":\"20240301T%02d0000.000 GMT\"}%n",
                id,
                channel,
                outcome,
                hour);
    }

    private void write(String name, String... rows) throws IOException {
        Files.writeString(Files.createDirectories(temp.resolve("export")).resolve(name), String.join("", rows));
    }

    private static List<List<Object>> counts(TestingStore store, String metric) {
        return store.cubes().rollUp(new RollUp(metric, List.of("Channel"), List.of())).rows().stream()
                .map(row -> row.subList(0, 3).stream().map(Object.class::cast).toList())
                .toList();
    }

    private ImportSummary importAll(TestingStore store) {
        return store.add(temp.resolve("export"));
    }

    @Test
    void theEarliestRowCountsThoughALaterFileOrRowRepeatsIt() throws IOException {
        write("1.json", row("a", "Impression", "Web", 12), row("a", "Impression", "Web", 13));
        write("2.json", row("a", "Impression", "Fax", 11), row("b", "Impression", "Web", 9));
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            ImportSummary summary = importAll(store);
            assertThat(counts(store, "engagement"))
                    .containsExactlyInAnyOrder(List.of("Fax", 0L, 1L), List.of("Web", 0L, 1L));
            assertThat(summary.files()).extracting(FileSummary::repeated).containsExactly(1L, 1L);
            assertThat(summary.files()).extracting(FileSummary::kept).containsExactly(1L, 1L);
        }
    }

    @Test
    void aRepeatDoesNotCountThoughTheFilterOfAMetricHidesTheRowItRepeats() throws IOException {
        write(
                "1.json",
                row("a", "Impression", "Web", 9),
                row("a", "Impression", "Mobile", 10),
                row("a", "Clicked", "Mobile", 11),
                row("a", "Clicked", "Mobile", 12),
                row("b", "Impression", "Mobile", 9));
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            importAll(store);
            assertThat(counts(store, "engagement_mobile")).containsExactly(List.of("Mobile", 1L, 1L));
            assertThat(counts(store, "descriptive")).containsExactly(List.of("Mobile", 2L, 2L));
        }
    }

    @Test
    void anInteractionOfWhichOnlyARepeatPassesTheFilterIsNotCounted() throws IOException {
        write("1.json", row("a", "Impression", "Web", 9), row("a", "Impression", "Mobile", 10));
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            importAll(store);
            assertThat(counts(store, "engagement")).containsExactly(List.of("Web", 0L, 1L));
            assertThat(counts(store, "engagement_mobile")).isEmpty();
            assertThat(counts(store, "descriptive")).isEmpty();
        }
    }
}
