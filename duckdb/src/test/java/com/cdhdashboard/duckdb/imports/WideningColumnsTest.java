package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What files mean does not depend on which rows, files or imports show a column or a kind of value first. */
class WideningColumnsTest {
    private static final String CONFIGURATION = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*"
            hive_partitioning = true
            ih_group_pattern = "(.*)"

            [metrics]
            global_filters = []

            [metrics.engagement]
            group_by = ["Name", "Tier"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [metrics.descriptive]
            group_by = ["Name"]
            columns = ["Margin"]
            scores = ["Sum"]
            """;

    private static final String ROW = "\"pyIssue\":\"I\",\"pyGroup\":\"G\",\"pyName\":\"N\",\"pxRank\":1,"
            + "\"pyOutcome\":\"Impression\",\"pxOutcomeTime\":\"20240301T110000.000 GMT\",\"ModelControlGroup\":\"Test\"";

    @TempDir
    private Path temp;

    private int rows;

    private String row(String more) {
        return "{\"pxInteractionID\":\"i" + rows++ + "\"," + ROW + (more.isEmpty() ? "" : "," + more) + "}\n";
    }

    private Path json(String name, int plain, String more, String last) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < plain; i++) {
            text.append(row(more));
        }
        text.append(row(last));
        return Files.writeString(Files.createDirectories(temp.resolve("export")).resolve(name), text);
    }

    private Path parquet(String name, String column) throws IOException {
        Path file = Files.createDirectories(temp.resolve("export")).resolve(name);
        try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
            session.run(
                    "COPY (SELECT 'p" + rows++ + "' AS pxInteractionID, 'I' AS pyIssue, 'G' AS pyGroup, 'N' AS pyName,"
                            + " 1 AS pxRank, 'Impression' AS pyOutcome, TIMESTAMP '2024-03-01 11:00:00' AS pxOutcomeTime,"
                            + " 'Test' AS ModelControlGroup, " + column + ") TO " + Sql.text(file.toString())
                            + " (FORMAT parquet)");
        }
        return file;
    }

    /** The cells of a metric, sorted, of a new store that takes the files together or one by one. */
    private List<String> cells(String metric, List<Path> files, boolean together) throws IOException {
        Path folder = Files.createTempDirectory(temp, "store");
        boolean defaulted =
                Files.readString(files.get(0), StandardCharsets.ISO_8859_1).contains("none");
        String configuration = CONFIGURATION + (defaulted ? "\n[ih.extensions.default_values]\nTier = \"none\"\n" : "");
        try (TestingStore store = new TestingStore(folder, configuration)) {
            if (together) {
                take(store, files);
            } else {
                for (Path file : files) {
                    take(store, List.of(file));
                }
            }
            Metric asked = Metrics.of(store.configuration()).stream()
                    .filter(some -> some.name().equals(metric))
                    .findFirst()
                    .orElseThrow();
            return TestingAnswer.of(store, asked, asked.grain()).table().rows().stream()
                    .map(Object::toString)
                    .sorted()
                    .toList();
        }
    }

    private static void take(TestingStore store, List<Path> files) {
        ImportSummary summary = store.add(files.toArray(Path[]::new));
        assertThat(summary.files())
                .allSatisfy(
                        file -> assertThat(file.rejected()).as(file.toString()).isZero());
        assertThat(summary.complete()).as(summary.files().toString()).isTrue();
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("\"Margin\":1", "\"Margin\":2.5"),
                Arguments.of("\"Margin\":null", "\"Margin\":2"),
                Arguments.of("\"Margin\":\"\"", "\"Margin\":2.25"),
                Arguments.of("\"Tier\":1", "\"Tier\":\"gold\""),
                Arguments.of("\"Tier\":true", "\"Tier\":7"),
                Arguments.of("\"Tier\":1", "\"Tier\":{\"a\":[1,2]}"),
                Arguments.of("\"Tier\":9007199254740993", "\"Tier\":0.5"),
                Arguments.of("\"Tier\":5", "\"Tier\":18446744073709551616"),
                Arguments.of("\"none\":1", "\"none\":1,\"Tier\":\"gold\""),
                Arguments.of("\"none\":1", "\"none\":1,\"PYTIER\":\"gold\""),
                Arguments.of("\"pyTier\":\"a\"", "\"Tier\":\"b\""));
    }

    @ParameterizedTest
    @MethodSource("values")
    void lateValuesCountAsIfTheyHadComeFirst(String early, String late) throws IOException {
        Path one = json("one.json", 2, early, early);
        Path other = json("other.json", 2, late, late);
        String metric = early.contains("Margin") ? "descriptive" : "engagement";
        List<String> expected = cells(metric, List.of(other, one), true);
        assertThat(cells(metric, List.of(one, other), true)).isEqualTo(expected);
        assertThat(cells(metric, List.of(one, other), false)).isEqualTo(expected);
        assertThat(cells(metric, List.of(other, one), false)).isEqualTo(expected);
    }

    @Test
    void aLateRowCountsAsIfItHadComeFirst() throws IOException {
        String names = "\"none\":1,\"Margin\":";
        Path late = json("late.json", 20_000, names + "1", names + "2.5,\"Tier\":\"gold\"");
        List<String> rows = new ArrayList<>(Files.readAllLines(late));
        Collections.reverse(rows);
        Path early = Files.write(late.resolveSibling("early.json"), rows);
        for (String metric : List.of("engagement", "descriptive")) {
            assertThat(cells(metric, List.of(late), true)).isEqualTo(cells(metric, List.of(early), true));
        }
        assertThat(cells("engagement", List.of(late), true).toString()).contains("gold");
    }

    static Stream<List<String>> columns() {
        return Stream.of(
                List.of("CAST(1 AS INTEGER) AS Margin", "CAST(2.5 AS DOUBLE) AS Margin"),
                List.of("CAST(1.5 AS FLOAT) AS Margin", "CAST(0.1 AS DOUBLE) AS Margin"),
                List.of("CAST(1.10 AS DECIMAL(12,2)) AS Margin", "CAST(2.123456 AS DECIMAL(18,6)) AS Margin"),
                List.of("CAST(1 AS TINYINT) AS Margin", "CAST(3000000000 AS BIGINT) AS Margin"),
                List.of("NULL AS Margin", "CAST(2.5 AS DOUBLE) AS Margin"),
                List.of("CAST(NULL AS VARCHAR) AS Margin", "CAST(2.5 AS DOUBLE) AS Margin"),
                List.of("CAST(2 AS BIGINT) AS Tier", "CAST(2 AS DOUBLE) AS Tier"),
                List.of("DATE '2024-01-01' AS Tier", "TIMESTAMP '2024-01-01 10:00:00' AS Tier"),
                List.of("true AS Tier", "'yes' AS Tier"));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void typesOfParquetWidenInAnyOrder(List<String> columns) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String column : columns) {
            files.add(parquet("f" + files.size() + ".parquet", column));
        }
        String metric = columns.get(0).endsWith("Margin") ? "descriptive" : "engagement";
        List<String> expected = cells(metric, files, true);
        assertThat(cells(metric, files, false)).isEqualTo(expected);
        Collections.reverse(files);
        assertThat(cells(metric, files, true)).isEqualTo(expected);
        assertThat(cells(metric, files, false)).isEqualTo(expected);
    }

    @Test
    void aFileWithoutAKeyIsRefusedAndTheOthersAreNot() throws IOException {
        Path good = json("good.json", 3, "", "");
        Path other = Files.writeString(
                temp.resolve("export/other.json"),
                row("").replace("\"pxInteractionID\"", "\"CaseID\"")
                        + row("").replace("\"pxInteractionID\"", "\"CaseID\""));
        Path renamed = Files.writeString(
                temp.resolve("export/renamed.json"),
                row("").replace("pxInter", "pyInter") + row("").replace("pxInter", "pyInter"));
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            store.add(good);
            ImportSummary summary = store.add(other, renamed);
            assertThat(summary.files())
                    .extracting(FileSummary::status)
                    .containsExactly(FileSummary.Status.FAILED, FileSummary.Status.IMPORTED);
            assertThat(summary.files().get(0).message())
                    .hasValue("the file has no InteractionID, which every row needs; found: CaseID, Issue, Group, Name,"
                            + " Rank, Outcome, OutcomeTime, ModelControlGroup. Export it with these columns, or add"
                            + " defaults under [ih.extensions.default_values]");
            assertThat(summary.files().get(1).kept()).isEqualTo(2);
        }
    }

    @Test
    void aColumnOfTheFileWinsOverOneOfItsFolder() throws IOException {
        Path file = parquet("x.parquet", "'file' AS Tier");
        Path folder = Files.createDirectories(temp.resolve("export/Tier=folder"));
        Files.move(file, folder.resolve("x.parquet"));
        Path bare = parquet("y.parquet", "2 AS Margin");
        Files.move(bare, folder.resolve("y.parquet"));
        assertThat(cells("engagement", List.of(folder.resolve("x.parquet"), folder.resolve("y.parquet")), true)
                        .toString())
                .contains("file", "folder");
    }

    /** A metric that was off has no part in the rows of earlier imports. */
    @Test
    void aColumnWithoutDefaultThatBeginsInALaterImportIsLeftOutAndSaid() throws IOException {
        Path first = json("first.json", 2, "", "");
        Path later = json("later.json", 2, "\"Tier\":4", "\"Tier\":5");
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            store.add(first);
            assertThat(store.add(later).notes())
                    .contains("not used: Tier, first found in \"later.json\". The files imported before do not have it,"
                            + " so numbers of their rows cannot be told; import all files together with"
                            + " --remove-existing to use it");
        }
    }
}
