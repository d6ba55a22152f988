package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.LoadedData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input is told apart from good, row by row and file by file. */
class RejectedRowsTest {
    private static final String CONFIGURATION = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "*.json"
            ih_group_pattern = "(.*)"

            [ih.extensions]
            filter = "pl.col('Channel') != 'Fax'"
            columns = ""

            [metrics]
            global_filters = []

            [metrics.conversion]
            group_by = ["Day"]
            scores = ["ConversionRate"]
            positive_model_response = ["Conversion"]
            negative_model_response = ["Impression"]
            """;

    private static final String GOOD = """
            {"pxInteractionID":"1","pySubjectID":"C","pyChannel":"Web","pyIssue":"I","pyGroup":"G","pyName":"N","pxRank":1,\
            "pyOutcome":"Impression","pxOutcomeTime":"20240301T110000.000 GMT","ConversionEventID":"","Revenue":0.5}
            """;

    @TempDir
    private Path temp;

    private Path export() throws IOException {
        return Files.createDirectories(temp.resolve("export"));
    }

    private TestingStore store() {
        return new TestingStore(temp.resolve("store"), CONFIGURATION);
    }

    private static List<String> reasons(ImportSummary summary) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (String line : Files.readAllLines(summary.rejectedRows().orElseThrow())) {
            JsonNode row = new ObjectMapper().readTree(line);
            reasons.add(row.get("file").asText() + ":" + row.get("row").asText() + " "
                    + row.get("reason").asText());
        }
        return reasons;
    }

    @Test
    void badRowsAreKeptWithTheirReasonAndGoodOnesCounted() throws IOException {
        Files.writeString(
                export().resolve("a.json"),
                GOOD
                        + "{\"pxInteractionID\":\"2\", oops\n"
                        + GOOD.replace("\"1\"", "\"3\"").replace("0.5", "\"much\"")
                        + GOOD.replace("\"1\"", "\"4\"").replace("20240301T110000.000 GMT", "yesterday")
                        + GOOD.replace("\"1\"", "\"5\"").replace("Web", "Fax"));
        Files.writeString(export().resolve("b.json"), GOOD.replace("\"1\"", "\"6\""));
        try (TestingStore store = store()) {
            ImportSummary summary = store.add(export());
            assertThat(summary.files().get(0))
                    .extracting(FileSummary::read, FileSummary::filtered, FileSummary::rejected, FileSummary::kept)
                    .containsExactly(5L, 1L, 3L, 1L);
            assertThat(store.published().loaded().leftOut()).contains(new LoadedData.LeftOut(1, 0, 3));
            assertThat(summary.files().get(1).kept()).isEqualTo(1);
            assertThat(reasons(summary)).hasSize(3);
            assertThat(reasons(summary).get(0)).startsWith("a.json:2 ");
            assertThat(reasons(summary).get(1)).startsWith("a.json:3 ").contains("Revenue", "much");
            assertThat(reasons(summary).get(2)).startsWith("a.json:4 ").contains("pxOutcomeTime", "yesterday");
        }
    }

    @Test
    void aRowWithoutOutcomeTimeIsRejected() throws IOException {
        Files.writeString(export().resolve("a.json"), GOOD + GOOD.replace("\"20240301T110000.000 GMT\"", "null"));
        try (TestingStore store = store()) {
            ImportSummary summary = store.add(export());
            assertThat(summary.files().get(0).rejected()).isEqualTo(1);
            assertThat(reasons(summary))
                    .singleElement()
                    .asString()
                    .startsWith("a.json:2 ")
                    .contains("pxOutcomeTime");
        }
    }

    @Test
    void aChangedFileIsRefusedUnlessItReplaces() throws IOException {
        Path file = export().resolve("a.json");
        Files.writeString(file, GOOD);
        try (TestingStore store = store()) {
            store.add(export());
            Files.writeString(file, GOOD + GOOD.replace("\"1\"", "\"2\""));
            ImportSummary refused = store.add(export());
            assertThat(refused.complete()).isFalse();
            assertThat(refused.files().get(0).message())
                    .hasValue(
                            "a file of this name was imported before with other content; import with --replace to take"
                                    + " this one instead, or rename it if both count");
            assertThat(store.published().loaded().rows()).isEqualTo(1);
            assertThat(store.add(new ImportRequest(List.of(export()), true, false))
                            .complete())
                    .isTrue();
            assertThat(store.published().loaded().rows()).isEqualTo(2);
            assertThat(store.published().loaded().files()).isEqualTo(1);
        }
    }

    @Test
    void existingDataAreRemovedOnRequest() throws IOException {
        Files.writeString(export().resolve("a.json"), GOOD);
        try (TestingStore store = store()) {
            store.add(export());
            Files.delete(export().resolve("a.json"));
            Files.writeString(export().resolve("b.json"), GOOD.replace("Impression", "Conversion"));
            store.add(new ImportRequest(List.of(export()), false, true));
            assertThat(store.published().loaded().files()).isEqualTo(1);
            assertThat(store.published().loaded().rows()).isEqualTo(1);
        }
    }

    @Test
    void anotherConfigurationIsRefused() throws IOException {
        Files.writeString(export().resolve("a.json"), GOOD);
        try (TestingStore store = store()) {
            store.add(export());
        }
        Files.writeString(export().resolve("b.json"), GOOD.replace("\"1\"", "\"2\""));
        try (TestingStore store =
                new TestingStore(temp.resolve("store"), CONFIGURATION.replace("[\"Day\"]", "[\"Month\"]"))) {
            assertThatThrownBy(() -> store.add(export()))
                    .isInstanceOf(UserException.class)
                    .hasMessage(
                            "the configuration of [ih] or [metrics] or the version of this program has changed since data were imported into "
                                    + store.folder().root()
                                    + "; import all files anew with --remove-existing, or use the earlier configuration and version");
        }
    }

    @Test
    void aMetricWhoseColumnsAreMissingIsSwitchedOffAndSaidSo() throws IOException {
        Files.writeString(export().resolve("a.json"), GOOD);
        String withEngagement = CONFIGURATION + """

                [metrics.engagement]
                group_by = ["Day", "Placement"]
                scores = ["CTR"]
                positive_model_response = ["Clicked"]
                negative_model_response = ["Impression"]
                """;
        try (TestingStore store = new TestingStore(temp.resolve("store"), withEngagement)) {
            ImportSummary summary = store.add(export());
            assertThat(summary.notes())
                    .containsExactly(
                            "metric engagement is off: the files have no Placement, ModelControlGroup; add a default"
                                    + " under [ih.extensions.default_values], or take it out of group_by");
            assertThat(store.cubes().schema("engagement")).isEmpty();
            assertThat(store.cubes().schema("conversion")).isPresent();
        }
    }

    @Test
    void ofColumnsThatDifferInCaseOneIsRead() throws IOException {
        Files.writeString(export().resolve("a.json"), GOOD.replace("\"pyName\"", "\"name\":\"x\",\"Name\""));
        try (TestingStore store = store()) {
            ImportSummary summary = store.add(export());
            assertThat(summary.files().get(0).message())
                    .hasValueSatisfying(message -> assertThat(message)
                            .startsWith(
                                    "columns \"Name\" and \"name\" are one: \"Name\" counts, and \"name\" where it holds"
                                            + " no value; they differ in 1 row, first in row 1 ("));
            assertThat(summary.files().get(0).kept()).isEqualTo(1);
        }
    }

    @Test
    void aBrokenArchiveFailsAloneAndLeavesNothing() throws IOException {
        Files.writeString(export().resolve("a.json"), GOOD);
        Files.write(export().resolve("z.json"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 1, 2, 3});
        try (TestingStore store = store()) {
            ImportSummary summary = store.add(export());
            assertThat(summary.files())
                    .extracting(FileSummary::status)
                    .containsExactly(FileSummary.Status.IMPORTED, FileSummary.Status.FAILED);
            assertThat(store.published().loaded().rows()).isEqualTo(1);
        }
    }
}
