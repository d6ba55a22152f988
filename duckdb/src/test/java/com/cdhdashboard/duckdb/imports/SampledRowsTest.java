package com.cdhdashboard.duckdb.imports;

import static com.cdhdashboard.duckdb.imports.TestingSample.TOML;
import static com.cdhdashboard.duckdb.imports.TestingSample.column;
import static com.cdhdashboard.duckdb.imports.TestingSample.export;
import static com.cdhdashboard.duckdb.imports.TestingSample.imported;
import static com.cdhdashboard.duckdb.imports.TestingSample.messages;
import static com.cdhdashboard.duckdb.imports.TestingSample.sample;
import static com.cdhdashboard.duckdb.imports.TestingSample.text;
import static com.cdhdashboard.duckdb.imports.TestingSample.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.SampleChoice;
import com.cdhdashboard.core.sample.FilterEffect;
import com.cdhdashboard.core.sample.KnownFields;
import com.cdhdashboard.core.sample.SampleReader;
import com.cdhdashboard.core.sample.SampleSummary;
import com.cdhdashboard.duckdb.sample.DuckDbSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an import keeps of the rows it reads. */
class SampledRowsTest {
    @TempDir
    private Path temp;

    @Test
    void anImportKeepsWhatTheColumnsHoldAndNobodysIds() throws IOException {
        try (TestingStore store = new TestingStore(temp.resolve("store"), TOML)) {
            imported(store, export(temp.resolve("export"), 200).toArray(Path[]::new));
            SampleSummary summary = sample(store).summary().orElseThrow();

            assertThat(summary.rows()).isEqualTo(200);
            assertThat(column(summary, "Channel").seen())
                    .contains(new SampleSummary.Seen(
                            150,
                            3,
                            List.of(
                                    new SampleSummary.Frequent("Mail", 50),
                                    new SampleSummary.Frequent("Mobile", 50),
                                    new SampleSummary.Frequent("Web", 50))));
            assertThat(column(summary, "Age").type()).contains(ValueType.INTEGER);
            assertThat(column(summary, "Age").seen().orElseThrow().present()).isEqualTo(100);
            assertThat(column(summary, "InteractionID").seen()).contains(new SampleSummary.Seen(200, 200, List.of()));
            assertThat(column(summary, "SubjectID").seen()).isEmpty();
            assertThat(column(summary, "WorkMail").seen()).isEmpty();
            assertThat(summary.outcomes()).contains(new SampleSummary.Outcome("Impression", "Web", 40));
            assertThat(sample(store).rows())
                    .hasSize(200)
                    .anyMatch(row -> row.contains("\"Channel\":\"Mail\"") && row.contains("\"Code\":\"x\""))
                    .anyMatch(row -> row.matches(".*\"Age\":[0-9]+\\b.*"))
                    .noneMatch(row -> row.contains("customer") || row.contains("example.org"));
        }
    }

    @Test
    void theFieldsOfADraftAreThoseOfTheFilesAndWhatItAdds() throws IOException {
        try (TestingStore store = new TestingStore(temp.resolve("store"), TOML)) {
            imported(store, export(temp.resolve("export"), 200).toArray(Path[]::new));
            Configuration draft = ConfigurationReader.read(
                            TOML.replace("{ Age = 30,", "{ Age = \"old\", Extra = true,"), "draft")
                    .configuration();
            KnownFields fields = sample(store).fields(draft).orElseThrow();

            assertThat(fields.rows()).isEqualTo(200);
            assertThat(fields.fields())
                    .filteredOn(field -> List.of("Channel", "SubjectID", "Extra", "Month", "Next")
                            .contains(field.name()))
                    .extracting(KnownFields.Field::name, KnownFields.Field::origin, KnownFields.Field::type)
                    .containsExactlyInAnyOrder(
                            tuple("Channel", KnownFields.Origin.FILE, Optional.of(ValueType.TEXT)),
                            tuple("SubjectID", KnownFields.Origin.FILE, Optional.of(ValueType.TEXT)),
                            tuple("Extra", KnownFields.Origin.DEFAULT, Optional.of(ValueType.BOOLEAN)),
                            tuple("Month", KnownFields.Origin.DERIVED, Optional.of(ValueType.TEXT)),
                            tuple("Next", KnownFields.Origin.CALCULATED, Optional.of(ValueType.INTEGER)));
            assertThat(fields.upTo(KnownFields.Origin.DEFAULT))
                    .extracting(KnownFields.Field::name)
                    .contains("Channel", "Extra")
                    .doesNotContain("Month", "Next");
            assertThat(fields.misfits()).containsOnlyKeys("Age");
            assertThat(fields.misfits().get("Age"))
                    .startsWith("ih.extensions.default_values.Age: the default does not fit the column: ");
            Configuration unreadable =
                    ConfigurationReader.read(TOML.replace("+ 1)", "+"), "draft").configuration();
            assertThat(sample(store).fields(unreadable).orElseThrow().fields())
                    .extracting(KnownFields.Field::name)
                    .contains("Month")
                    .doesNotContain("Next");
        }
    }

    @Test
    void ofVeryManyColumnsTheFirstFiveHundredAreShown() throws IOException {
        TestingExport export = new TestingExport();
        Map<String, Object> columns = new LinkedHashMap<>();
        IntStream.range(0, 600).forEach(i -> columns.put("C" + i, i));
        export.add(1, "Clicked", columns);
        try (TestingStore store = new TestingStore(temp.resolve("store"), TOML)) {
            imported(store, export.writeTo(temp.resolve("export")).toArray(Path[]::new));
            List<SampleSummary.Column> all =
                    sample(store).summary().orElseThrow().columns();

            assertThat(all).hasSizeGreaterThan(600);
            assertThat(all).filteredOn(column -> column.seen().isPresent()).hasSize(500);
            assertThat(all.get(all.size() - 1).seen()).isEmpty();
            assertThat(messages(sample(store).filter(store.configuration(), text("pl.col('C599') == 1"))))
                    .containsExactly(
                            "the sample has no values of C599, as it keeps those of the first 500 columns alone;"
                                    + " only an import tells what this does");
        }
    }

    @Test
    void theSampleFollowsFromTheFilesAlone() throws IOException {
        List<Path> files = export(temp.resolve("export"), 9_000);
        List<String> atOnce = sampled("one", List.of(files));
        List<String> oneByOne =
                sampled("two", List.of(List.of(files.get(2)), List.of(files.get(0)), List.of(files.get(1))));

        assertThat(atOnce).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(oneByOne).isEqualTo(atOnce);
        assertThat(atOnce.stream().filter(id -> Integer.parseInt(id.substring(1)) < 4_500))
                .as("rows of the first half")
                .hasSizeBetween(900, 1_100);
    }

    private List<String> sampled(String folder, List<List<Path>> imports) {
        try (TestingStore store = new TestingStore(temp.resolve(folder), TOML)) {
            imports.forEach(files -> imported(store, files.toArray(Path[]::new)));
            return store.published()
                    .ask(session -> session.list(
                            "SELECT \"InteractionID\" FROM sampled_rows ORDER BY \"place:\"", row -> row.getString(1)))
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource(TestingFormat.class)
    void rowsOfEveryFormatAreDrawn(TestingFormat format) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("pxInteractionID", "\"i" + i + "\"");
            row.put("pxRank", "1");
            row.put("pyIssue", "\"Sales\"");
            row.put("pyGroup", "\"Cards\"");
            row.put("pyName", "\"Gold\"");
            row.put("pyChannel", i % 2 == 0 ? "\"Web\"" : "\"Mail\"");
            row.put("pyOutcome", "\"Clicked\"");
            row.put("Score", i + ".5");
            row.put("pxOutcomeTime", "\"" + TestingExport.time(1, 11) + "\"");
            rows.add(row);
        }
        Path file = format.interactions(temp, rows);
        try (TestingStore store = new TestingStore(temp.resolve("store"), TOML)) {
            imported(store, file);

            assertThat(value(sample(store).filter(store.configuration(), text("pl.col('Channel') == 'Web'"))))
                    .isEqualTo(new FilterEffect(30, 15, 15, 0, Optional.empty()));
            assertThat(column(sample(store).summary().orElseThrow(), "Score").type())
                    .contains(ValueType.NUMBER);
        }
    }

    @Test
    void theSampleCanBeLeftOutOrKeptWhole() throws IOException {
        Path[] files = export(temp.resolve("export"), 20).toArray(Path[]::new);
        try (TestingStore store = new TestingStore(temp.resolve("none"), TOML)) {
            imported(store, new ImportRequest(List.of(files), false, false).with(SampleChoice.NONE));
            SampleSummary summary = sample(store).summary().orElseThrow();
            assertThat(summary.rows()).isZero();
            assertThat(summary.columns())
                    .isNotEmpty()
                    .allSatisfy(column -> assertThat(column.seen()).isEmpty());
        }
        try (TestingStore store = new TestingStore(temp.resolve("whole"), TOML)) {
            imported(store, new ImportRequest(List.of(files), false, false).with(SampleChoice.WHOLE));
            assertThat(value(sample(store).filter(store.configuration(), text("pl.col('SubjectID') == 'customer 7'")))
                            .kept())
                    .isEqualTo(1);
        }
    }

    @Test
    void holdingsHaveASampleOfTheirOwn() throws IOException {
        Path file = Files.writeString(temp.resolve("h.json"), """
                {"CustomerID":"c1","HoldingID":"h1","PurchasedDate":"20240101T000000.000 GMT","OneTimeCost":5,"Arm":"a"}
                {"CustomerID":"c2","HoldingID":"h2","PurchasedDate":"20240201T000000.000 GMT","OneTimeCost":7,"Arm":"b"}
                """);
        try (TestingHoldings store = new TestingHoldings(temp.resolve("store"), TestingHoldings.configuration(""))) {
            store.add(file);
            SampleReader sample = DuckDbSample.ofHoldings(store.published()::ask);

            assertThat(column(sample.summary().orElseThrow(), "CustomerID").seen())
                    .isEmpty();
            assertThat(value(sample.filter(store.configuration(), text("pl.col('OneTimeCost') > 6"))))
                    .isEqualTo(new FilterEffect(2, 1, 1, 0, Optional.empty()));
        }
    }
}
