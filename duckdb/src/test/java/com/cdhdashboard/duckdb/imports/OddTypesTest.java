package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Standard columns of a type that nobody expects: rows are counted, rejected with a reason, or a metric is off with a
 * note; nothing fails unexpectedly.
 */
class OddTypesTest {
    private static final String CONFIGURATION = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*"

            [metrics]
            global_filters = ["Channel"]

            [metrics.engagement]
            group_by = ["Day"]
            scores = ["Count"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [metrics.conversion]
            group_by = ["Day"]
            scores = ["ConversionRate"]
            positive_model_response = ["Conversion"]
            negative_model_response = ["Impression"]

            [metrics.model_ml_scores]
            group_by = ["Day", "Name"]
            scores = ["roc_auc"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [metrics.descriptive]
            group_by = ["Day", "Outcome"]
            columns = ["Propensity", "Priority", "Name", "ResponseTime"]
            scores = ["Count"]

            [metrics.experiment]
            group_by = ["Year"]
            experiment_name = "ExperimentName"
            experiment_group = "ExperimentGroup"
            scores = ["z_score"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]
            """;

    private static final List<String> COLUMNS = List.of(
            "pxInteractionID",
            "pxRank",
            "pyIssue",
            "pyGroup",
            "pyName",
            "pyOutcome",
            "pySubjectID",
            "pyChannel",
            "ConversionEventID",
            "Revenue",
            "pyPropensity",
            "FinalPropensity",
            "Priority",
            "ModelControlGroup",
            "ExperimentName",
            "ExperimentGroup",
            "pxDecisionTime",
            "pxOutcomeTime");

    private static final Set<String> TYPED = Set.of(
            "pxRank", "Revenue", "pyPropensity", "FinalPropensity", "Priority", "pxDecisionTime", "pxOutcomeTime");

    private static final List<String> VALUES = List.of(
            "i",
            "i + 0.5",
            "i % 2 = 0",
            "DATE '2024-03-01'",
            "TIMESTAMP '2024-03-01 10:00:00'",
            "TIME '10:00:00'",
            "[i, 2]",
            "{'a': i}",
            "CAST('ab' AS BLOB)",
            "CAST('NaN' AS DOUBLE)",
            "CAST(i AS UHUGEINT) + 18446744073709551616",
            "'x' || i",
            "NULL",
            "''");

    @TempDir
    private Path temp;

    /** The columns that may hold anything are of the type all at once, those of numbers and times one by one. */
    static Stream<Arguments> types() {
        List<String> anything =
                COLUMNS.stream().filter(name -> !TYPED.contains(name)).toList();
        return Stream.concat(
                VALUES.stream().map(value -> Arguments.of(anything, value)),
                TYPED.stream()
                        .flatMap(column -> Stream.of("i % 2 = 0", "DATE '2024-03-01'", "[i, 2]")
                                .map(value -> Arguments.of(List.of(column), value))));
    }

    @ParameterizedTest
    @MethodSource("types")
    void nothingFailsUnexpectedly(List<String> columns, String value) {
        Map<String, String> all = new LinkedHashMap<>();
        COLUMNS.subList(6, 16).forEach(name -> all.put(name, TYPED.contains(name) ? "0.25" : "'1'"));
        columns.forEach(name -> all.put(name, value));
        Path file = TestingInteractions.parquet(temp.resolve("a.parquet"), 4, all);
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            FileSummary read = store.add(file).files().get(0);
            assertThat(read.kept() + read.rejected() + read.repeated() + read.filtered())
                    .isEqualTo(read.read());
            assertThat(read.status() == FileSummary.Status.IMPORTED
                            || read.message().isPresent())
                    .isTrue();
            if (read.status() != FileSummary.Status.FAILED) {
                Metrics.of(store.configuration()).forEach(metric -> answer(store, metric));
            }
        }
    }

    /** Fully grouped and not grouped; a metric that is off says why. */
    private static void answer(TestingStore store, Metric metric) {
        try {
            TestingAnswer.of(store, metric, metric.grain());
            TestingAnswer.of(store, metric, List.of());
        } catch (UserException e) {
            assertThat(e).hasMessageContaining(metric.name());
        }
    }
}
