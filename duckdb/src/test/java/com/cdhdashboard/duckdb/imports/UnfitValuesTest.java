package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file whose values do not fit those of others is refused by what does not fit, and the others are not. */
class UnfitValuesTest {
    private static final String CONFIGURATION = """
            [ih]
            file_type = "parquet"
            file_pattern = "**/*"
            ih_group_pattern = "(.*)"

            [metrics]
            global_filters = []

            [metrics.engagement]
            group_by = ["Name"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]
            """;

    @TempDir
    private Path temp;

    private Path parquet(String name, String rank) {
        Path file = temp.resolve(name);
        try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
            session.run("COPY (SELECT " + Sql.text(name) + " AS pxInteractionID, 'I' AS pyIssue, 'G' AS pyGroup,"
                    + " 'N' AS pyName, 'Impression' AS pyOutcome, TIMESTAMP '2024-03-01 11:00:00' AS pxOutcomeTime, 'Test'"
                    + " AS ModelControlGroup, " + rank + " AS pxRank) TO " + Sql.text(file.toString())
                    + " (FORMAT parquet)");
        }
        return file;
    }

    private Path json(String name, String tier) throws IOException {
        return Files.writeString(
                temp.resolve(name),
                "{\"pxInteractionID\":\"" + name + "\",\"pyIssue\":\"I\",\"pyGroup\":\"G\",\"pyName\":\"N\","
                        + "\"pxRank\":1,\"pyOutcome\":\"Impression\",\"pxOutcomeTime\":\"20240301T110000.000 GMT\","
                        + "\"ModelControlGroup\":\"Test\",\"Tier\":" + tier + "}\n");
    }

    /** The filter compares Tier with a number, which it cannot once Tier is text. */
    @ParameterizedTest
    @CsvSource({"'\"gold\"', text", "true, text"})
    void aFileThatTheFilterCannotReadCostsItselfAlone(String tier, String found) throws IOException {
        String filtered = CONFIGURATION.replace(
                "[metrics]\n", "[ih.extensions]\nfilter = 'pl.col(\"Tier\") == 1'\n\n[metrics]\n");
        try (TestingStore store = new TestingStore(temp.resolve("store"), filtered)) {
            store.add(json("first.json", "1"));
            List<FileSummary> files =
                    store.add(json("bad.json", tier), json("good.json", "1")).files();
            assertThat(files)
                    .extracting(FileSummary::file, FileSummary::status)
                    .containsExactly(
                            tuple("bad.json", FileSummary.Status.FAILED),
                            tuple("good.json", FileSummary.Status.IMPORTED));
            assertThat(files.get(0).message())
                    .contains("values do not fit those imported before: Tier (whole numbers before, " + found
                            + " here), and an expression or a metric depends on what they are. Import all files together"
                            + " with --remove-existing");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CAST(1.5 AS DOUBLE)        | 1.5  | a whole number
            CAST(0.25 AS FLOAT)        | 0.25 | a whole number
            CAST(2.50 AS DECIMAL(9,2)) | 2.50 | a whole number
            """)
    void namesColumnAndValueAndNotDamage(String rank, String value, String expected) {
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            List<FileSummary> files = store.add(parquet("bad.parquet", rank), parquet("good.parquet", "1"))
                    .files();
            assertThat(files)
                    .extracting(FileSummary::status)
                    .containsExactly(FileSummary.Status.FAILED, FileSummary.Status.IMPORTED);
            assertThat(files.get(0).message())
                    .contains("its only row was rejected; the first rejected, row 1: value of column \"pxRank\" is "
                            + value + ", " + expected + " is expected");
        }
    }
}
