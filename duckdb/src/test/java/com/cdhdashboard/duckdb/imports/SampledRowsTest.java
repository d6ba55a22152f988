package com.cdhdashboard.duckdb.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.SampleChoice;
import com.cdhdashboard.core.sample.CellEstimate;
import com.cdhdashboard.core.sample.ColumnEffect;
import com.cdhdashboard.core.sample.FilterEffect;
import com.cdhdashboard.core.sample.SampleReader;
import com.cdhdashboard.core.sample.SampleSummary;
import com.cdhdashboard.core.sample.SampledRow;
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

class SampledRowsTest {
    private static final String TOML = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*"

            [ih.extensions]
            default_values = { Age = 30, ModelControlGroup = "Test" }
            filter = "pl.col('Channel') != 'Mail'"
            columns = "[(pl.col('Age') + 1).alias('Next')]"

            [metrics]
            global_filters = ["Channel"]

            [metrics.engagement]
            group_by = ["Day"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]
            """;

    @TempDir
    private Path temp;

    /** Channels take turns: Web, Mobile, none, Mail. */
    private static List<Path> export(Path folder, int rows) throws IOException {
        TestingExport export = new TestingExport();
        String[] channels = {"\"Web\"", "\"Mobile\"", "", "Mail"};
        for (int i = 0; i < rows; i++) {
            Map<String, Object> columns = new LinkedHashMap<>();
            columns.put("pyChannel", channels[i % 4].replace("\"", ""));
            columns.put("pySubjectID", "customer " + i);
            columns.put("WorkMail", "someone" + i + "@example.org");
            columns.put("Code", i % 10 == 9 ? "x" : Integer.toString(i % 10));
            if (i % 2 == 0) {
                columns.put("Age", i % 50);
            }
            export.add(1 + i % 3, i % 5 == 0 ? "Clicked" : "Impression", columns);
        }
        return export.writeTo(folder);
    }

    private static SourceText text(String text) {
        return new SourceText(text, new Position("c.toml", 1, 1), true);
    }

    private static SampleReader sample(TestingStore store) {
        return DuckDbSample.ofInteractions(store.published()::ask);
    }

    private static void imported(TestingStore store, Path... files) {
        imported(store, new ImportRequest(List.of(files), false, false));
    }

    private static void imported(TestingStore store, ImportRequest request) {
        assertThat(store.add(request).files())
                .allSatisfy(file -> assertThat(file.status()).isEqualTo(FileSummary.Status.IMPORTED));
    }

    private static <T> T value(Parsed<T> parsed) {
        assertThat(parsed.problems()).isEmpty();
        return parsed.value().orElseThrow();
    }

    private static List<String> messages(Parsed<?> parsed) {
        return parsed.problems().stream().map(Problem::message).toList();
    }

    private static SampleSummary.Column column(SampleSummary summary, String name) {
        return summary.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

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
            assertThat(store.published()
                            .ask(session -> session.list("SELECT * FROM sampled_rows", row -> {
                                StringBuilder all = new StringBuilder();
                                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                    all.append(row.getString(i)).append(' ');
                                }
                                return all.toString();
                            })))
                    .hasValueSatisfying(rows -> assertThat(rows)
                            .hasSize(200)
                            .noneMatch(row -> row.contains("customer") || row.contains("example.org")));
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
    void aFilterIsTriedOnTheRowsAsAnImportWouldSeeThem() throws IOException {
        try (TestingStore store = new TestingStore(temp.resolve("store"), TOML)) {
            imported(store, export(temp.resolve("export"), 200).toArray(Path[]::new));
            SampleReader sample = sample(store);

            FilterEffect code = value(sample.filter(store.configuration(), text("pl.col('Code').cast(pl.Int64) <= 4")));
            assertThat(code)
                    .extracting(FilterEffect::kept, FilterEffect::dropped, FilterEffect::unknown)
                    .containsExactly(100L, 80L, 20L);
            assertThat(code.firstUnknown().orElseThrow().values()).isEqualTo(Map.of("Code", Optional.of("x")));
            assertThat(value(sample.filter(store.configuration(), text("pl.col('Age') == 30")))
                            .kept())
                    .as("with the default put in")
                    .isEqualTo(104);
            assertThat(value(sample.metricFilter(store.configuration(), text("pl.col('Next') > 0")))
                            .rows())
                    .as("rows that pass the filter of the source")
                    .isEqualTo(150);
        }
    }

    @Test
    void whatCannotBeTriedSaysWhy() throws IOException {
        try (TestingStore store = new TestingStore(temp.resolve("store"), TOML)) {
            assertThat(messages(sample(store).filter(store.configuration(), text("pl.col('Chanel') == 'Web'"))))
                    .containsExactly("there is no sample of rows yet to try this on; import files to get one");
            imported(store, export(temp.resolve("export"), 20).toArray(Path[]::new));

            assertThat(messages(sample(store).filter(store.configuration(), text("pl.col('Chanel') == 'Web'"))))
                    .containsExactly("there is no column \"Chanel\"; did you mean \"Channel\"?");
            assertThat(messages(sample(store).filter(store.configuration(), text("pl.col('SubjectID') == '1'"))))
                    .containsExactly("the sample has no values of SubjectID, as they identify people; import with"
                            + " --sample whole to try this");
            assertThat(messages(sample(store).cells(store.configuration(), List.of("Dya"), Optional.empty())))
                    .containsExactly("the data have no column \"Dya\"; did you mean \"Day\"?");
        }
    }

    @Test
    void calculatedColumnsAreShownBeforeAndAfterAndWhereTheyFail() throws IOException {
        try (TestingStore store = new TestingStore(temp.resolve("store"), TOML)) {
            imported(store, export(temp.resolve("export"), 200).toArray(Path[]::new));
            ColumnEffect effect = value(
                    sample(store)
                            .columns(
                                    store.configuration(),
                                    text(
                                            "[pl.col('Code').cast(pl.Int64).alias('Number'), pl.col('Day').dt.year().alias('Y')]")));

            ColumnEffect.Calculated number = effect.columns().get(0);
            assertThat(number.type()).isEqualTo(ValueType.INTEGER);
            assertThat(number.failed()).isEqualTo(20);
            assertThat(number.firstFailed().map(SampledRow::values)).contains(Map.of("Code", Optional.of("x")));
            assertThat(number.examples()).hasSize(5);
            for (ColumnEffect.Example example : number.examples()) {
                Optional<String> code = requireNonNull(example.before().values().get("Code"));
                assertThat(example.after()).isEqualTo(code.filter(text -> !text.equals("x")));
            }
            assertThat(effect.columns().get(1).examples().get(0).after()).contains("2024");
        }
    }

    @Test
    void cellsAreEstimatedAndDimensionsOfNearlyAsManyValuesAsRowsNamed() throws IOException {
        try (TestingStore store = new TestingStore(temp.resolve("store"), TOML)) {
            imported(store, export(temp.resolve("export"), 4_000).toArray(Path[]::new));
            SampleReader sample = sample(store);

            CellEstimate days = value(sample.cells(store.configuration(), List.of("Day", "Channel"), Optional.empty()));
            assertThat(days.cells()).isEqualTo(9);
            assertThat(days.rows()).isEqualTo(3_000);
            assertThat(days.nearlyUnique()).isEmpty();
            CellEstimate ids = value(sample.cells(
                    store.configuration(), List.of("InteractionID"), Optional.of(text("pl.col('Channel') == 'Web'"))));
            assertThat(ids.nearlyUnique()).containsExactly("InteractionID");
            assertThat(ids.cells()).isBetween(ids.sampled() + 100, 1_100L);
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
