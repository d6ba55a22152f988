package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.answer.MetricQueries;
import com.cdhdashboard.core.metric.score.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups with too little in them for some scores: these are not available, which is neither 0 nor NaN. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparseGroupsTest {
    private static final String EXACTLY = "use_t_digest = false";
    private static final String COLUMNS = "columns = [\"Amount\", \"Outcome\"]";
    private static final String CONFIGURATION = TestingMetrics.configuration(
            30,
            List.of("Group"),
            TestingMetrics.metric("model_ml_scores", List.of("Channel"), TestingMetrics.RESPONSES),
            TestingMetrics.metric("model_ml_scores_averaged", List.of("Channel"), EXACTLY, TestingMetrics.RESPONSES),
            TestingMetrics.metric("descriptive", List.of("Channel"), COLUMNS),
            TestingMetrics.metric("descriptive_averaged", List.of("Channel"), EXACTLY, COLUMNS),
            TestingMetrics.metric(
                    "experiment",
                    List.of("Channel"),
                    "experiment_name = \"Group\"",
                    "experiment_group = \"Arm\"",
                    TestingMetrics.RESPONSES));

    private final TestingExport export = new TestingExport();
    private TestingStore store;

    @BeforeAll
    void importSparseGroups(@TempDir Path temp) throws IOException {
        add("two of each", "++--", 0.9, 0.4, 0.3, 0.6);
        add("one of each", "+-", 0.9, 0.3);
        add("positives", "+++", 0.1, 0.2, 0.3);
        add("negatives", "--", 0.1, 0.2);
        add("one row", "-", 0.1);
        add("one score", "++--", 0.5, 0.5, 0.5, 0.5);
        add("perfect", "++--", 0.9, 0.8, 0.2, 0.1);
        add("no scores", "++--", null, null, null, null);
        add("scores of one class", "++--", 0.5, 0.6, null, null);
        store = new TestingStore(temp.resolve("store"), CONFIGURATION);
        export.writeTo(temp.resolve("export"));
        assertThat(store.add(temp.resolve("export")).complete()).isTrue();
    }

    /** A row for each outcome, of arms A and B in turn; the amount is ten times the score. Only the last has a customer. */
    private void add(String group, String outcomes, @Nullable Double... scores) {
        for (int i = 0; i < scores.length; i++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("pyGroup", group);
            row.put("pySubjectID", i == scores.length - 1 ? "C-1" : null);
            row.put("pyPropensity", scores[i]);
            row.put("Amount", scores[i] == null ? null : (Double) (10 * scores[i]));
            row.put("Arm", i % 2 == 0 ? "A" : "B");
            export.add(1, outcomes.charAt(i) == '+' ? "Clicked" : "Impression", row);
        }
    }

    @AfterAll
    void close() {
        store.close();
    }

    private TestingAnswer answer(String name, List<String> groupBy, Filter... filters) {
        Metric metric = MetricQueries.of(store.configuration()).metric(name);
        return TestingAnswer.of(store, metric, groupBy, filters);
    }

    private static void assertScores(TestingAnswer.Group group, List<String> scores, @Nullable Double... expected) {
        for (int i = 0; i < expected.length; i++) {
            Double value = expected[i];
            group.assertNear(scores.get(i), value == null ? Double.NaN : value, 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "two of each,         4, 0.75, 0.8333333333333333",
                "one of each,         2, 1,    1",
                "positives,           3, -,    -",
                "negatives,           2, -,    -",
                "one row,             1, -,    -",
                "one score,           4, 0.5,  0.5",
                "perfect,             4, 1,    1",
                "no scores,           4, -,    -",
                "scores of one class, 4, -,    -"
            })
    void modelsNeedBothClasses(String set, long count, @Nullable Double area, @Nullable Double precision) {
        for (String metric : List.of("model_ml_scores", "model_ml_scores_averaged")) {
            TestingAnswer.Group group = answer(metric, List.of("Group")).group(set);
            group.assertCount("Count", count);
            assertScores(group, List.of("roc_auc", "average_precision"), area, precision);
            assertThat(group.value("roc_auc_Low")).isNull();
            group.assertCount("Lists", 1);
            assertScores(group, List.of("personalization", "novelty"), null, null);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "two of each,         4, 22 5.5 7 3 9 5 0.16666666666666666",
        "one of each,         2, 12 6 18 3 9 6 0",
        "one row,             1, 1 1 - 1 1 1 -",
        "one score,           4, 20 5 0 5 5 5 -",
        "no scores,           0, - - - - - - -",
        "scores of one class, 2, 11 5.5 0.5 5 6 5.5 0"
    })
    void columnsNeedValues(String set, long count, String values) {
        @Nullable
        Double[] expected = Stream.of(values.split(" ", -1))
                .map(value -> value.equals("-") ? null : Double.valueOf(value))
                .toArray(Double[]::new);
        for (String metric : List.of("descriptive", "descriptive_averaged")) {
            TestingAnswer.Group group = answer(metric, List.of("Group")).group(set);
            group.assertCount("Amount_Count", count);
            List<String> scores = Stream.of("Sum", "Mean", "Var", "Min", "Max", "Median", "Skew")
                    .map(score -> "Amount_" + score)
                    .toList();
            assertScores(group, scores, expected);
            assertThat(group.value("Amount_Std") == null).isEqualTo(expected[2] == null);
            assertThat(group.value("Amount_p95") == null).isEqualTo(expected[5] == null);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "two of each,  0, 0,  1",
                "one of each,  2, -1.4142135623730951, 0",
                "positives,    -, -,  -",
                "negatives,    -, -,  -",
                "one row,      -, -,  -"
            })
    void armsNeedBothResponses(
            String experiment, @Nullable Double chiSquare, @Nullable Double z, @Nullable Double oddsRatio) {
        TestingAnswer.Group group = answer("experiment", List.of()).group(experiment);
        assertScores(group, List.of("chi2_stat", "z_score", "g_odds_ratio_stat"), chiSquare, z, oddsRatio);
        assertThat(group.value("g_stat") == null).isEqualTo(chiSquare == null);
        assertThat(group.value("note")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"model_ml_scores", "model_ml_scores_averaged", "descriptive", "descriptive_averaged"})
    void whereNothingPassesThereIsNothing(String metric) {
        Filter nothing = Filter.In.of("Channel", List.of(Optional.of("Fax")));
        TestingAnswer.Group all = answer(metric, List.of(), nothing).group();
        for (Column column : all.table().columns()) {
            @Nullable Object value = all.value(column.name());
            assertThat(value == null || value.equals(0L)).as(column.name()).isTrue();
            assertThat(value == null).as(column.name()).isNotEqualTo(isCount(column.name()));
        }
        assertThat(answer(metric, List.of("Group"), nothing).groups()).isEmpty();
        assertThat(answer("experiment", List.of(), nothing).groups()).isEmpty();
    }

    private static boolean isCount(String score) {
        return score.endsWith("Count")
                || List.of("Positives", "Negatives", "Lists").contains(score);
    }

    @Test
    void whateverIsNotAvailableHasAReasonAndWhateverIsIsANumber() {
        for (Metric metric : MetricQueries.of(store.configuration()).metrics()) {
            for (List<String> groupBy : List.of(List.<String>of(), List.of("Group"), List.of("Channel", "Group"))) {
                answer(metric.name(), groupBy).groups().forEach(group -> assertSound(metric, group));
            }
        }
    }

    private static void assertSound(Metric metric, TestingAnswer.Group group) {
        for (Score score : metric.scores()) {
            if (group.table().indexOf(score.name()).isPresent()) {
                @Nullable Object value = group.value(score.name());
                String what = metric.name() + "." + score.name();
                assertThat(value != null || !score.meaning().notAvailable().isBlank())
                        .as(what)
                        .isTrue();
                assertThat(!(value instanceof Double number) || Double.isFinite(number))
                        .as(what)
                        .isTrue();
            }
        }
    }
}
