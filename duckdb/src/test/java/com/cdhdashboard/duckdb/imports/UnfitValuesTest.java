package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A parquet file whose column holds what it cannot hold is refused by column and value, and the others are not. */
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
                    .contains(
                            "values of bad.parquet do not fit the types of earlier files or of the other rows: value of"
                                    + " column \"pxRank\" is " + value + ", " + expected + " is expected");
        }
    }
}
