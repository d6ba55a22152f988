package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.metric.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of the rows of an interaction the earliest stands for it, in every year that a row may have. */
class EarliestRowsTest {
    private static final String TWO_SUCCESSES = TestingInteractions.configuration("\"Outcome\"", "")
            .replace(
                    "positive_model_response = [\"Clicked\"]", "positive_model_response = [\"Clicked\", \"Accepted\"]");

    @TempDir
    private Path temp;

    private static String row(String outcome, String decided, String at) {
        return "\"pxInteractionID\":\"1\",\"pyOutcome\":\"" + outcome + "\",\"pxDecisionTime\":\"" + decided
                + "\",\"pxOutcomeTime\":\"" + at + "\"";
    }

    @ParameterizedTest
    @CsvSource({
        "1900-01-01, 1900-01-02",
        "1965-03-01, 1965-03-02",
        "1969-12-31, 1970-01-01",
        "2024-03-01, 2024-03-02",
        "2112-09-17, 2112-09-18",
        "2150-03-01, 2150-03-02",
        "2200-12-30, 2200-12-31"
    })
    void theEarliestStandsForTheInteraction(String first, String second) throws IOException {
        Path file = temp.resolve("a.json");
        for (List<String> outcomes : List.of(List.of("Clicked", "Accepted"), List.of("Accepted", "Clicked"))) {
            TestingInteractions.json(
                    file,
                    List.of(
                            row(outcomes.get(0), first + "T00:00:00Z", second + "T00:00:00.000001Z"),
                            row(outcomes.get(1), first + "T00:00:00Z", first + "T23:59:59.999999Z")));
            try (TestingStore store = new TestingStore(temp.resolve(outcomes.get(0)), TWO_SUCCESSES)) {
                store.add(file);
                TestingAnswer answer = TestingAnswer.of(
                        store, Metrics.of(store.configuration()).get(0), List.of("Day"));
                assertThat(answer.groups()).hasSize(1);
                answer.group(LocalDate.parse(first)).assertCount("Positives", 1);
            }
        }
    }
}
