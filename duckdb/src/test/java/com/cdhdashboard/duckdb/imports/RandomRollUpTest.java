package com.cdhdashboard.duckdb.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.ModelScoresMetric;
import com.cdhdashboard.core.metric.answer.MetricQueries;
import com.cdhdashboard.duckdb.reference.HistoryRow;
import com.cdhdashboard.duckdb.reference.RandomHistory;
import com.cdhdashboard.duckdb.reference.RollUpReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked of an import in two halves, the answer is the one computed from the rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomRollUpTest {
    private static final String RESPONSES =
            "positive_model_response = [\"Clicked\", \"NaN\"]\nnegative_model_response = [\"Impression\", \"Pending\"]";
    private static final List<String> GRAIN = List.of("Day", "Month", "Group", "Placement", "Tier", "Known");
    private static final List<String> OUTCOME_GRAIN = List.of("Day", "Quarter", "Outcome", "Group", "Tier");
    private static final String COLUMNS = "columns = [\"Outcome\", \"Propensity\", \"Amount\", \"ResponseTime\"]";
    private static final String RANK = "filter = \"pl.col('Rank') <= 2\"";
    private static final String TIER = "filter = \"pl.col('Tier') != 3\"";
    private static final String CONFIGURATION = TestingMetrics.configuration(
            RandomHistory.LATE_DAYS,
            List.of("Channel", "Year"),
            TestingMetrics.metric("model_ml_scores", GRAIN, TIER, RESPONSES),
            TestingMetrics.metric("model_ml_scores_averaged", GRAIN, "use_t_digest = false", TIER, RESPONSES),
            TestingMetrics.metric("descriptive", OUTCOME_GRAIN, TIER, COLUMNS),
            TestingMetrics.metric("descriptive_averaged", OUTCOME_GRAIN, "use_t_digest = false", TIER, COLUMNS),
            TestingMetrics.metric(
                    "experiment",
                    List.of("Month", "Group", "Tier"),
                    "experiment_name = \"Experiment\"",
                    "experiment_group = \"Arm\"",
                    RANK,
                    RESPONSES),
            "\n[ih.extensions.default_values]\nPlacement = \"" + RandomHistory.DEFAULT + "\"\nExperiment = \""
                    + RandomHistory.DEFAULT + "\"\n");
    private static final int QUESTIONS = 12;
    /** Words, and the comparisons within an experiment of more arms. */
    private static final List<String> NOT_COMPARED = List.of("note", "pairs");

    private List<HistoryRow> rows = List.of();
    private RollUpReference reference;
    private TestingStore store;

    @BeforeAll
    void importRandomRows(@TempDir Path temp) throws IOException {
        rows = new RandomHistory(20240331, 900).rows();
        reference = new RollUpReference(
                rows,
                metric -> metric.equals("experiment") ? RandomRollUpTest::hasLowRank : RandomRollUpTest::hasOtherTier);
        store = new TestingStore(temp.resolve("store"), CONFIGURATION);
        TestingExport export = new TestingExport();
        for (HistoryRow row : rows) {
            // The first half ends within March
            export.addWhole("2024-03".equals(row.prepared().get("Month")) ? 1 : 2, row.raw());
        }
        for (Path half : export.writeTo(temp.resolve("export"))) {
            assertThat(store.add(half).complete()).isTrue();
        }
    }

    private static boolean hasLowRank(HistoryRow row) {
        return row.prepared().get("Rank") instanceof Long rank && rank <= 2;
    }

    /** What a missing tier is compared with is not known, so the row does not pass. */
    private static boolean hasOtherTier(HistoryRow row) {
        return row.prepared().get("Tier") instanceof Long tier && tier != 3;
    }

    @AfterAll
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model_ml_scores",
                "model_ml_scores_averaged",
                "descriptive",
                "descriptive_averaged",
                "experiment"
            })
    void aRollUpEqualsComputingFromTheRows(String name) {
        Metric metric = MetricQueries.of(store.configuration()).metric(name);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < QUESTIONS; i++) {
            Metric asked = metric instanceof ModelScoresMetric && random.nextInt(3) == 0
                    ? metric.onProperty(ModelScoresMetric.FINAL_PROPENSITY)
                    : metric;
            List<String> dimensions = new ArrayList<>(metric.grain());
            metric.comparedDimension().ifPresent(dimensions::remove);
            Collections.shuffle(dimensions, random);
            List<String> groupBy = dimensions.subList(0, i == 0 ? 0 : random.nextInt(4));
            List<Filter> filters = i == 0 ? List.of() : filters(dimensions, random);
            assertAnswered(asked, groupBy, filters);
        }
    }

    private List<Filter> filters(List<String> dimensions, Random random) {
        List<Filter> filters = new ArrayList<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            String dimension = dimensions.get(random.nextInt(dimensions.size()));
            List<Optional<String>> values = new ArrayList<>();
            for (int value = 1 + random.nextInt(3); value > 0; value--) {
                Map<String, @Nullable Object> row =
                        rows.get(random.nextInt(rows.size())).prepared();
                values.add(Optional.ofNullable(row.get(dimension)).map(Object::toString));
            }
            filters.add(filter(dimension, values, random));
        }
        return filters;
    }

    private static Filter filter(String dimension, List<Optional<String>> values, Random random) {
        if (List.of("Day", "Month", "Tier").contains(dimension) && random.nextBoolean()) {
            String end = values.get(0).orElse("2");
            return random.nextBoolean()
                    ? new Filter.Range(dimension, Optional.of(end), values.get(values.size() - 1))
                    : new Filter.Range(dimension, Optional.empty(), Optional.of(end));
        }
        if (List.of("Channel", "Group").contains(dimension) && random.nextInt(4) == 0) {
            return new Filter.Contains(dimension, random.nextBoolean() ? "N" : "%");
        }
        return new Filter.In(dimension, values, random.nextInt(3) == 0);
    }

    private void assertAnswered(Metric metric, List<String> groupBy, List<Filter> filters) {
        String question = metric.name() + " by " + groupBy + " where " + filters;
        Map<List<@Nullable Object>, Map<String, @Nullable Object>> expected =
                reference.answer(metric, groupBy, filters);
        List<TestingAnswer.Group> groups = TestingAnswer.of(store, metric, groupBy, filters.toArray(Filter[]::new))
                .groups();
        assertThat(groups).as(question).hasSameSizeAs(expected.keySet());
        assertThat(groups.stream().map(TestingAnswer.Group::dimensions).collect(Collectors.toSet()))
                .as(question)
                .isEqualTo(expected.keySet());
        for (TestingAnswer.Group group : groups) {
            assertSame(question, group, requireNonNull(expected.get(group.dimensions())));
        }
    }

    private static void assertSame(String question, TestingAnswer.Group group, Map<String, @Nullable Object> expected) {
        for (Column column : group.table().columns()) {
            String score = column.name();
            if (column.role() == Column.Role.SCORE && !NOT_COMPARED.contains(score)) {
                @Nullable Object actual = group.value(score);
                assertThat(expected.containsKey(score) && isSame(score, actual, expected.get(score)))
                        .as(() -> score + " of " + group.dimensions() + " in " + question + ": " + actual
                                + " instead of " + expected.get(score))
                        .isTrue();
            }
        }
    }

    private static boolean isSame(String score, @Nullable Object actual, @Nullable Object expected) {
        if (actual instanceof Table arms) {
            return arms.rows().stream().map(arm -> arm.subList(0, 4)).toList().equals(expected);
        }
        if (actual instanceof Double number && expected instanceof Double other) {
            // Skewness is a difference of quartiles, each with the rounding error of its size
            double rounding = score.endsWith("_Skew") ? 1e-8 : 1e-11;
            return Math.abs(number - other) <= 1e-9 * Math.abs(other) + rounding;
        }
        return Objects.equals(actual, expected);
    }
}
