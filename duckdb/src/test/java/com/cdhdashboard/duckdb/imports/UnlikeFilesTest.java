package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of one batch that are not alike are each read as what they are, and their rows counted under their own file. */
class UnlikeFilesTest {
    private static final String CONFIGURATION = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "*"
            ih_group_pattern = "(.*)"

            [ih.extensions.default_values]
            Revenue = 1.0

            [metrics]
            global_filters = []

            [metrics.conversion]
            group_by = ["Name"]
            scores = ["ConversionRate"]
            positive_model_response = ["Conversion"]
            negative_model_response = ["Impression"]
            """;

    private static final String ROW = """
            {"pxInteractionID":"%d","pySubjectID":"C","pyIssue":"I","pyGroup":"G","pyName":"N","pxRank":1,\
            "pyOutcome":"Impression","pxOutcomeTime":"20240301T110000.000 GMT","ConversionEventID":""}
            """;

    private static final String COLUMNS = " AS pxInteractionID, 'C' AS pySubjectID, 'I' AS pyIssue, 'G' AS pyGroup,"
            + " 'N' AS pyName, 1 AS pxRank, 'Conversion' AS pyOutcome,"
            + " '20240301T110000.000 GMT' AS pxOutcomeTime, '' AS ConversionEventID";

    @TempDir
    private Path temp;

    private Path export() throws IOException {
        return Files.createDirectories(temp.resolve("export"));
    }

    private void parquet(String name, String firstColumns, int first, int count) throws IOException {
        String query = "SELECT " + firstColumns + "CAST(range AS VARCHAR)" + COLUMNS + " FROM range(" + first + ", "
                + (first + count) + ")";
        try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
            session.run(
                    "COPY (" + query + ") TO " + Sql.text(export().resolve(name).toString()) + " (FORMAT parquet)");
        }
    }

    @Test
    void filesOfOtherColumnsAndFormatsAreReadTogether() throws IOException {
        Files.writeString(export().resolve("a.json"), ROW.formatted(1) + ROW.formatted(2));
        Files.writeString(export().resolve("b.json"), ROW.formatted(3));
        Files.writeString(export().resolve("c.json"), "[" + ROW.formatted(4) + "," + ROW.formatted(5) + "]");
        parquet("d.parquet", "", 10, 3);
        parquet("e.parquet", "", 20, 4);
        parquet("f.parquet", "2.5 AS Revenue, ", 30, 5);
        parquet("g.parquet", "7 AS file_index, ", 40, 6);
        parquet("h.parquet", "7 AS file_index, ", 50, 7);
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            ImportSummary summary = store.add(export());
            assertThat(summary.complete()).isTrue();
            assertThat(summary.files()).extracting(FileSummary::read).containsExactly(2L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
            assertThat(summary.files()).extracting(FileSummary::kept).containsExactly(2L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
            assertThat(store.published().loaded().rows()).isEqualTo(30);
        }
    }

    @Test
    void oneBrokenFileOfABatchFailsAlone() throws IOException {
        parquet("a.parquet", "", 10, 3);
        byte[] whole = Files.readAllBytes(export().resolve("a.parquet"));
        byte[] damaged = whole.clone();
        damaged[whole.length - 20] ^= 0x55;
        damaged[whole.length - 21] ^= 0x55;
        damaged[whole.length - 8] ^= 0x7F;
        Files.write(export().resolve("b.parquet"), damaged);
        parquet("c.parquet", "", 20, 4);
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            ImportSummary summary = store.add(export());
            assertThat(summary.files())
                    .extracting(FileSummary::status)
                    .containsExactly(
                            FileSummary.Status.IMPORTED, FileSummary.Status.FAILED, FileSummary.Status.IMPORTED);
            assertThat(store.published().loaded().rows()).isEqualTo(7);
        }
    }

    @Test
    void aFileOfOtherDataTakesNoNamesFromColumnsOfInteractions() throws IOException {
        Files.writeString(export().resolve("a-holdings.json"), "{\"Name\":\"Card\",\"Price\":3}\n");
        Files.writeString(export().resolve("b.json"), ROW.formatted(1) + ROW.formatted(2));
        Files.writeString(export().resolve("empty.json"), "");
        String filtered = CONFIGURATION.replace(
                "[ih.extensions.default_values]",
                "[ih.extensions]\nfilter = 'pl.col(\"Issue\").is_not_null()'\n\n[ih.extensions.default_values]");
        try (TestingStore store = new TestingStore(temp.resolve("store"), filtered)) {
            ImportSummary summary = store.add(export());
            assertThat(summary.notes()).isEmpty();
            assertThat(summary.files())
                    .extracting(FileSummary::status)
                    .containsExactly(
                            FileSummary.Status.OTHER_DATA, FileSummary.Status.IMPORTED, FileSummary.Status.EMPTY);
            assertThat(summary.files()).extracting(FileSummary::kept).containsExactly(0L, 2L, 0L);
            assertThat(summary.files())
                    .extracting(file -> file.message().orElse(""))
                    .containsExactly(
                            "it holds other data than interaction history: at least two of its columns should be"
                                    + " InteractionID, Outcome, OutcomeTime; found: \"Name\", \"Price\"",
                            "",
                            "it holds no rows");
            assertThat(summary.complete()).isTrue();
        }
    }
}
