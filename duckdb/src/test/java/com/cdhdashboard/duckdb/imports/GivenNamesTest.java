package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that rows need and files call otherwise are given their names by the configuration. */
class GivenNamesTest {
    private static final String CALCULATED = """
            columns = '[pl.col("Booked").alias("OutcomeTime"), pl.col("Number").alias("InteractionID"), \
            pl.col("Answer").alias("Outcome"), pl.col("Place").alias("Rank")]'""";

    @TempDir
    private Path temp;

    private TestingStore store(String filter) {
        String plain = TestingInteractions.configuration("\"ResponseTime\"", "");
        return new TestingStore(
                temp.resolve("store"),
                plain.replace("columns = \"\"", CALCULATED).replace("filter = \"\"", "filter = '" + filter + "'"));
    }

    private static List<String> counts(TestingStore store) {
        Metric metric = Metrics.of(store.configuration()).get(0);
        return TestingAnswer.of(store, metric, List.of("Day")).groups().stream()
                .map(group ->
                        group.dimensions().get(0) + ": " + group.value("Positives") + " of " + group.value("Count"))
                .toList();
    }

    private Path renamed(String name, String time) throws IOException {
        Path file = temp.resolve(name);
        TestingInteractions.json(file, List.of("\"i\":1", "\"i\":2", "\"i\":3"));
        String text = Files.readString(file)
                .replaceAll("\"pxInteractionID\":\"[^\"]*-([0-9])\"", "\"Number\":" + (int) name.charAt(0) + "$1")
                .replace("\"pyOutcome\":\"Impression\"", "\"Answer\":\"Clicked\"")
                .replace("\"pxRank\":1", "\"Place\":\"1\"")
                .replace("\"pxOutcomeTime\":\"20240301T110000.000 GMT\"", "\"Booked\":" + time);
        return Files.writeString(file, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"20240301T110000.000 GMT\"      | 2024-03-01",
                "\"2024-03-02\"                   | 2024-03-02",
                "\"2024-03-02T23:30:00-02:00\"    | 2024-03-03",
                "1709251200000                    | 2024-03-01"
            })
    void timesAreReadOfAnyForm(String time, String day) throws IOException {
        try (TestingStore store = store("")) {
            ImportSummary summary = store.add(renamed("a.json", time));
            assertThat(summary.files()).extracting(FileSummary::message).allMatch(message -> message.isEmpty());
            assertThat(counts(store)).containsExactly(day + ": 3 of 3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Outcome", "Answer"})
    void theFilterOfTheSourceSeesBothNames(String column) throws IOException {
        Path file = renamed("a.json", "\"20240301T110000.000 GMT\"");
        String first =
                "\"Clicked\",\"pxDecisionTime\":\"20240301T100000.000 GMT\",\"Booked\":\"20240301T110000.000 GMT\",\"i\":1";
        Files.writeString(file, Files.readString(file).replace(first, first.replace("Clicked", "Impression")));
        try (TestingStore store = store("pl.col(\"" + column + "\") == \"Clicked\"")) {
            store.add(file);
            assertThat(counts(store)).containsExactly("2024-03-01: 2 of 2");
        }
    }

    @Test
    void aColumnThatFilesCallSoStays() {
        try (TestingStore store = store("")) {
            Path file = TestingInteractions.parquet(
                    temp.resolve("a.parquet"), 2, Map.of("Booked", "TIMESTAMP '2023-01-01 10:00:00'"));
            assertThat(store.add(file).files()).extracting(FileSummary::message).allMatch(message -> message.isEmpty());
            assertThat(counts(store)).containsExactly("2024-03-01: 0 of 2");
        }
    }

    /** The names of a store are those of all its files, and each row has those of its own. */
    @Test
    void filesOfEitherNameAreReadTogether() throws IOException {
        Path plain = TestingInteractions.parquet(temp.resolve("a.parquet"), 2, Map.of("pyOutcome", "'Clicked'"));
        Path renamed = renamed("b.json", "\"20240302T110000.000 GMT\"");
        Path later = renamed("c.json", "\"20240303T110000.000 GMT\"");
        try (TestingStore store = store("")) {
            store.add(later, plain, renamed);
            assertThat(counts(store)).containsExactly("2024-03-01: 2 of 2", "2024-03-02: 3 of 3", "2024-03-03: 3 of 3");
        }
    }

    @Test
    void aFileWithNeitherNameSaysWhatIsMissing() throws IOException {
        Path file = renamed("a.json", "\"20240301T110000.000 GMT\"");
        Files.writeString(file, Files.readString(file).replace("\"Booked\"", "\"Noted\""));
        try (TestingStore store = store("")) {
            assertThatThrownBy(() -> store.add(file))
                    .hasMessage(
                            "the files lack OutcomeTime, which every metric needs; found: Number, Place, Issue, Group,"
                                    + " Name, SubjectID, Answer, DecisionTime, Noted, I. Check that this is an"
                                    + " interaction-history export, give columns of other names these names under"
                                    + " [ih.extensions] columns, or add defaults under [ih.extensions.default_values]");
        }
    }
}
