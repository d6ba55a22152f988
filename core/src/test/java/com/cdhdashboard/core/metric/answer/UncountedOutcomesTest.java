package com.cdhdashboard.core.metric.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.UncountedOutcome;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.TestingMetrics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UncountedOutcomesTest {
    private static final List<Metric> METRICS =
            List.of(TestingMetrics.engagement("Day"), TestingMetrics.conversion("Day"));

    private static UncountedOutcome rows(long rows, String outcome, String channel) {
        return new UncountedOutcome(Optional.of(outcome), Optional.of(channel), rows);
    }

    private static Optional<String> note(UncountedOutcome... outcomes) {
        return UncountedOutcomes.note(List.of(outcomes), METRICS);
    }

    @Test
    void nothingUncountedIsNoNote() {
        assertThat(note()).isEmpty();
    }

    @Test
    void whatIsCloseToAListedOutcomeComesFirstAndChannelsByTheirRows() {
        assertThat(note(
                        rows(900, "Dismissed", "Web"),
                        rows(2, "CLICKED", "Email"),
                        rows(7, "CLICKED", "Web"),
                        rows(1, "CLICKED", "SMS"),
                        rows(1, "CLICKED", "Push"),
                        rows(1, "CLICKED", "Kiosk")))
                .hasValue("912 rows count in no rate, as no metric lists the outcome: \"CLICKED\" 12 (Web 7, Email 2,"
                        + " Kiosk 1, 2 more channels), close to \"Clicked\"; \"Dismissed\" 900 (Web). Outcomes that should"
                        + " count belong into positive_model_response or negative_model_response");
    }

    @Test
    void oneRowWithoutAnythingIsNamedToo() {
        assertThat(note(new UncountedOutcome(Optional.empty(), Optional.empty(), 1)))
                .hasValue(
                        "1 row counts in no rate, as no metric lists the outcome: (missing) 1 (no channel). Outcomes that"
                                + " should count belong into positive_model_response or negative_model_response");
    }

    @Test
    void ofManyOutcomesTenAreNamed() {
        List<UncountedOutcome> many = IntStream.range(0, 12)
                .mapToObj(i -> rows(100 - i, "Step-" + i + "-of-the-flow", "Web"))
                .toList();
        assertThat(UncountedOutcomes.note(many, METRICS).orElse(""))
                .contains("\"Step-9-of-the-flow\" 91 (Web); and 2 more.")
                .doesNotContain("Step-10");
    }

    @Test
    void everyListOfEveryMetricCounts() {
        assertThat(UncountedOutcomes.listed(METRICS)).containsAll(List.of("Clicked", "Impression"));
    }
}
