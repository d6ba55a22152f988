package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.ModelScoresMetric;
import com.cdhdashboard.core.metric.answer.MetricQueries;
import com.cdhdashboard.duckdb.imports.ScoreSets.Row;
import com.cdhdashboard.duckdb.imports.cube.RankError;
import com.cdhdashboard.stats.binary.Calibration;
import com.cdhdashboard.stats.binary.ScoreDistribution;
import com.cdhdashboard.stats.hypothesis.Interval;
import com.cdhdashboard.testdata.Definitions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The measures of score sets, imported day by day; the first of the days is final in the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenScoresImportTest {
    private static final String EXACTLY = "use_t_digest = false";
    private static final String COLUMNS = "columns = [\"Propensity\"]";
    private static final String CONFIGURATION = TestingMetrics.configuration(
            1,
            List.of("Group"),
            TestingMetrics.metric("model_ml_scores", List.of("Channel"), TestingMetrics.RESPONSES),
            TestingMetrics.metric("model_ml_scores_of_sets", List.of("Group"), EXACTLY, TestingMetrics.RESPONSES),
            TestingMetrics.metric("model_ml_scores_of_cells", List.of("Channel"), EXACTLY, TestingMetrics.RESPONSES),
            TestingMetrics.metric("descriptive", List.of("Channel"), COLUMNS),
            TestingMetrics.metric("descriptive_of_sets", List.of("Group"), EXACTLY, COLUMNS));
    private static final double AREA_ERROR = 0.001;
    private static final double PRECISION_ERROR = 0.002;
    private static final double EXACT = 1e-12;

    private ScoreSets sets;
    private TestingStore store;

    @BeforeAll
    void importTheSets(@TempDir Path temp) throws IOException {
        sets = ScoreSets.read();
        store = new TestingStore(temp.resolve("store"), CONFIGURATION);
        sets.writeTo(temp.resolve("export")).forEach(store::add);
    }

    @AfterAll
    void close() {
        store.close();
    }

    private TestingAnswer answer(String metric, String... groupBy) {
        return TestingAnswer.of(store, metric(metric), List.of(groupBy));
    }

    private Metric metric(String name) {
        return MetricQueries.of(store.configuration()).metric(name);
    }

    @Test
    void everySetIsMeasuredWithinThePromise() {
        TestingAnswer answer = answer("model_ml_scores", "Group");
        assertThat(answer.groups()).hasSameSizeAs(sets.names());
        for (String set : sets.names()) {
            TestingAnswer.Group group = answer.group(set);
            group.assertCount("Count", sets.golden(set).get("rows").asLong());
            group.assertCount("Positives", sets.golden(set).get("positives").asLong());
            double area = sets.golden(set, "auc");
            double error = sets.golden(set, "auc_se_delong");
            long positives = sets.golden(set).get("positives").asLong();
            boolean bounded =
                    error > 0 && positives >= 20 && sets.golden(set).get("rows").asLong() - positives >= 20;
            double half = bounded ? Interval.Z_95 * error / (area * (1 - area)) : Double.NaN;
            group.assertNear("roc_auc", area, AREA_ERROR);
            group.assertNear("roc_auc_Low", 1 / (1 + Math.exp(half) * (1 - area) / area), 2 * AREA_ERROR);
            group.assertNear("roc_auc_High", 1 / (1 + Math.exp(-half) * (1 - area) / area), 2 * AREA_ERROR);
            group.assertNear("average_precision", sets.golden(set, "average_precision"), PRECISION_ERROR);
        }
    }

    @Test
    void scoresTurnedRoundAreMeasuredAsSuch() {
        Metric turned = metric("model_ml_scores").onProperty(ModelScoresMetric.FINAL_PROPENSITY);
        TestingAnswer answer = TestingAnswer.of(store, turned, List.of("Group"));
        for (String set : sets.names()) {
            answer.group(set).assertNear("roc_auc", 1 - sets.golden(set, "auc"), AREA_ERROR);
        }
    }

    @Test
    void everyRollUpIsMeasuredWithinThePromise() {
        assertMeasured(answer("model_ml_scores").group(), row -> true);
        TestingAnswer byChannel = answer("model_ml_scores", "Channel");
        TestingAnswer byBoth = answer("model_ml_scores", "Channel", "Group");
        for (String channel : ScoreSets.CHANNELS) {
            assertMeasured(byChannel.group(channel), row -> row.isIn(channel));
            for (String set : sets.names()) {
                Predicate<Row> inBoth = row -> row.isIn(channel) && row.isOf(set);
                if (!sets.rows(inBoth).isEmpty()) {
                    assertMeasured(byBoth.group(channel, set), inBoth);
                }
            }
        }
    }

    private void assertMeasured(TestingAnswer.Group group, Predicate<Row> condition) {
        ScoreDistribution expected = sets.distribution(condition);
        group.assertCount("Count", expected.count());
        group.assertNear("roc_auc", expected.auc(), AREA_ERROR);
        group.assertNear("average_precision", expected.averagePrecision(), PRECISION_ERROR);
    }

    @Test
    void whatIsKeptExactlyForACellIsExact() {
        TestingAnswer answer = answer("model_ml_scores_of_sets", "Group");
        TestingAnswer described = answer("descriptive_of_sets", "Group");
        for (String set : sets.names()) {
            TestingAnswer.Group group = answer.group(set);
            group.assertCount("Positives", sets.golden(set).get("positives").asLong());
            group.assertNear("roc_auc", sets.golden(set, "auc"), EXACT);
            group.assertNear("average_precision", sets.golden(set, "average_precision"), EXACT);
            group.assertNear("roc_auc_Low", Double.NaN, 0);
            double median = Definitions.quantile(ascending(row -> row.isOf(set)), 0.5);
            described.group(set).assertNear("Propensity_Median", median, EXACT);
        }
    }

    @Test
    void averagesOfCellsWeighThemByTheirRows() {
        assertAveraged(answer("model_ml_scores_of_cells").group(), row -> true);
        TestingAnswer answer = answer("model_ml_scores_of_cells", "Group");
        for (String set : sets.names()) {
            assertAveraged(answer.group(set), row -> row.isOf(set));
        }
    }

    /** Cells that have one class only have nothing to average. */
    private void assertAveraged(TestingAnswer.Group group, Predicate<Row> condition) {
        List<ScoreDistribution> cells = sets.names().stream()
                .flatMap(set -> ScoreSets.CHANNELS.stream()
                        .map(channel -> sets.distribution(condition.and(row -> row.isOf(set) && row.isIn(channel)))))
                .filter(ScoreDistribution::hasBothClasses)
                .toList();
        double count = cells.stream().mapToLong(ScoreDistribution::count).sum();
        double area =
                cells.stream().mapToDouble(cell -> cell.count() * cell.auc()).sum();
        double precision = cells.stream()
                .mapToDouble(cell -> cell.count() * cell.averagePrecision())
                .sum();
        group.assertNear("roc_auc", area / count, EXACT);
        group.assertNear("average_precision", precision / count, EXACT);
    }

    @Test
    void quantilesOfScoresHoldTheirRanksAtEveryRollUp() {
        assertRanks(answer("descriptive").group(), row -> true);
        TestingAnswer byGroup = answer("descriptive", "Group");
        TestingAnswer byChannel = answer("descriptive", "Channel");
        sets.names().forEach(set -> assertRanks(byGroup.group(set), row -> row.isOf(set)));
        ScoreSets.CHANNELS.forEach(channel -> assertRanks(byChannel.group(channel), row -> row.isIn(channel)));
    }

    private void assertRanks(TestingAnswer.Group group, Predicate<Row> condition) {
        double[] ascending = ascending(condition);
        group.assertCount("Propensity_Count", ascending.length);
        Summary.Quantiles.PARTS.forEach(part -> {
            double share = Summary.Quantiles.share(part);
            double quantile = (Double) Objects.requireNonNull(
                    group.value(part.equals("p50") ? "Propensity_Median" : "Propensity_" + part));
            if (ascending.length <= 500) {
                assertThat(quantile).isEqualTo(Definitions.quantile(ascending, share));
            } else {
                RankError.assertKept(quantile, share, ascending);
            }
        });
    }

    private double[] ascending(Predicate<Row> condition) {
        return sets.rows(condition).stream().mapToDouble(Row::score).sorted().toArray();
    }

    @Test
    void curvesAndCalibrationFollowFromWhatIsKept() {
        ModelScoresMetric metric = (ModelScoresMetric) metric("model_ml_scores");
        Table curves = store.cubes()
                .scoreCounts(new RollUp(metric.name(), List.of("Group"), List.of(), List.of(metric.counts())));
        for (String set : sets.names()) {
            ScoreDistribution kept = distribution(curves, set);
            assertThat(kept.count()).isEqualTo(sets.golden(set).get("rows").asLong());
            double ks = sets.golden(set, "ks");
            if (kept.size() == sets.golden(set).get("distinct_scores").asInt()) {
                assertThat(kept).as(set).isEqualTo(sets.distribution(row -> row.isOf(set)));
                assertThat(kept.kolmogorovSmirnov()).as(set).isCloseTo(ks, within(EXACT));
            } else {
                assertThat(kept.kolmogorovSmirnov()).as(set).isCloseTo(ks, within(PRECISION_ERROR));
                assertCalibrated(Calibration.of(kept), sets.golden(set));
            }
        }
    }

    private static ScoreDistribution distribution(Table curves, String set) {
        List<List<Object>> rows = curves.rows().stream()
                .filter(row -> set.equals(row.get(0)))
                .map(row -> row.stream().map(Objects::requireNonNull).toList())
                .toList();
        return ScoreDistribution.of(
                rows.stream().mapToDouble(row -> (Double) row.get(1)).toArray(),
                rows.stream().mapToLong(row -> (Long) row.get(2)).toArray(),
                rows.stream().mapToLong(row -> (Long) row.get(3)).toArray());
    }

    private static void assertCalibrated(Calibration calibration, JsonNode expected) {
        assertThat(calibration.bins()).hasSameSizeAs(expected.get("calibration_deciles"));
        if (expected.has("brier")) {
            double mean = expected.get("mean_score").asDouble();
            assertThat(calibration.meanScore()).isCloseTo(mean, within(0.001 * mean));
            assertThat(calibration.brier()).isCloseTo(expected.get("brier").asDouble(), within(1e-5));
            assertThat(calibration.expectedError())
                    .isCloseTo(expected.get("ece_deciles").asDouble(), within(1e-4));
        }
    }
}
