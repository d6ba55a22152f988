package com.cdhdashboard.duckdb.imports;

import static com.cdhdashboard.duckdb.imports.TestingSample.TOML;
import static com.cdhdashboard.duckdb.imports.TestingSample.export;
import static com.cdhdashboard.duckdb.imports.TestingSample.imported;
import static com.cdhdashboard.duckdb.imports.TestingSample.messages;
import static com.cdhdashboard.duckdb.imports.TestingSample.sample;
import static com.cdhdashboard.duckdb.imports.TestingSample.text;
import static com.cdhdashboard.duckdb.imports.TestingSample.value;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.SampleChoice;
import com.cdhdashboard.core.sample.CellEstimate;
import com.cdhdashboard.core.sample.ColumnEffect;
import com.cdhdashboard.core.sample.FilterEffect;
import com.cdhdashboard.core.sample.SampleReader;
import com.cdhdashboard.core.sample.SampledRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What expressions and metrics would do is tried on the sample. */
class SampleTrialsTest {
    @TempDir
    private Path temp;

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
        try (TestingStore store = new TestingStore(temp.resolve("none"), TOML)) {
            imported(store, new ImportRequest(List.of(temp.resolve("export")), false, false).with(SampleChoice.NONE));
            assertThat(messages(sample(store).filter(store.configuration(), text("pl.col('Channel') == 'Web'"))))
                    .containsExactly("there is no sample of rows yet to try this on; import files to get one");
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

    /** Each column is asked for alone, in no time: the limit is one of the whole question. */
    @Test
    void whatTakesTooLongIsEnded() throws IOException {
        try (TestingStore store = new TestingStore(temp.resolve("store"), TOML)) {
            imported(store, export(temp.resolve("export"), 20).toArray(Path[]::new));
            String columns = IntStream.range(0, 3_000)
                    .mapToObj(i -> "pl.col('Code').alias('C" + i + "')")
                    .collect(Collectors.joining(", ", "[", "]"));
            assertThat(messages(sample(store).columns(store.configuration(), text(columns))))
                    .containsExactly("to try this on the sample took longer than 3 seconds; write it more simply");
            assertThat(value(sample(store).filter(store.configuration(), text("pl.col('Channel') == 'Web'")))
                            .rows())
                    .as("asked in the same way afterwards")
                    .isEqualTo(20);
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
}
