package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics that are taken out of the configuration, or stand in another order, do not bind imports. */
class FewerMetricsTest {
    private static final String HEAD = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*.json"
            late_outcome_days = 1

            [metrics]
            global_filters = []

            """;
    private static final String SALES = metric("engagement_sales", "[\"Day\", \"Channel\"]", "Clicked\", \"Accepted");
    private static final String ALIKE = metric("engagement_alike", "[\"Day\", \"Issue\"]", "Clicked\", \"Accepted");
    private static final String TURNED = metric("engagement_alike", "[\"Day\", \"Issue\"]", "Accepted\", \"Clicked");
    private static final String OTHER = metric("experiment", "[\"Day\"]", "Clicked")
            + "experiment_name = \"Channel\"\nexperiment_group = \"ModelControlGroup\"\n";
    private static final String CLICKS = """
            [metrics.conversion]
            group_by = ["Day", "Channel"]
            scores = ["ConversionRate"]
            positive_model_response = ["Conversion"]
            negative_model_response = ["Impression"]
            """;

    @TempDir
    private Path folder;

    private static String metric(String name, String grain, String positive) {
        return """
                [metrics.%s]
                group_by = %s
                scores = ["CTR"]
                positive_model_response = ["%s"]
                negative_model_response = ["Impression"]
                """.formatted(name, grain, positive);
    }

    private Path export(int from, int to) throws IOException {
        return TestingExport.ofDays(folder.resolve("export-" + from), from, to, false);
    }

    private static Map<String, List<String>> cells(TestingStore store) {
        return store.tables("starts_with(table_name, 'cube:')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fewer", "the first", "another order", "outcomes in another order", "without conversions"})
    void laterImportsCountTheMetricsThatAreLeftAsFromTheStart(String change) throws IOException {
        String after = HEAD
                + switch (change) {
                    case "fewer" -> SALES + CLICKS;
                    case "the first" -> ALIKE + OTHER + CLICKS;
                    case "another order" -> OTHER + ALIKE + CLICKS + SALES;
                    case "outcomes in another order" -> SALES + TURNED + OTHER + CLICKS;
                    default -> SALES + ALIKE;
                };
        Path first = export(1, 4);
        Path second = export(5, 8);
        try (TestingStore before = new TestingStore(folder.resolve("store"), HEAD + SALES + ALIKE + OTHER + CLICKS);
                TestingStore later = new TestingStore(folder.resolve("store"), after);
                TestingStore fresh = new TestingStore(folder.resolve("fresh"), after)) {
            assertThat(before.add(first).complete()).isTrue();
            assertThat(later.add(second).complete()).isTrue();
            assertThat(fresh.add(first).complete()).isTrue();
            assertThat(fresh.add(second).complete()).isTrue();
            assertThat(cells(later)).isEqualTo(cells(fresh));
            assertThat(cells(fresh))
                    .hasSizeGreaterThan(1)
                    .allSatisfy((table, rows) -> assertThat(rows).isNotEmpty());
        }
    }

    @Test
    void aMetricThatIsDefinedInAnotherWayIsRefused() throws IOException {
        Path first = export(1, 4);
        Path second = export(5, 8);
        String other = HEAD + SALES.replace("Clicked", "Seen") + ALIKE;
        try (TestingStore before = new TestingStore(folder.resolve("store"), HEAD + SALES + ALIKE);
                TestingStore later = new TestingStore(folder.resolve("store"), other)) {
            before.add(first);
            assertThatThrownBy(() -> later.add(second))
                    .isInstanceOf(UserException.class)
                    .hasMessageStartingWith("the configuration of [ih] or [metrics] or the version of this program has"
                            + " changed since data were imported into ");
        }
    }
}
