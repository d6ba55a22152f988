package com.cdhdashboard.core.metric;

import static com.cdhdashboard.core.metric.TestingMetrics.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.ItemLists;
import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.core.cube.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelScoresMetricTest {
    private static final ModelScoresMetric METRIC = TestingMetrics.modelScores(true);

    @Test
    void onlyTheSummariesThatScoresNeedAreRolledUp() {
        assertThat(METRIC.summariesOf(List.of("Count", "Positives"))).isEmpty();
        assertThat(METRIC.summariesOf(List.of("roc_auc"))).containsExactly(new ScoreCounts("Propensity", false));
        assertThat(METRIC.summariesOf(List.of("novelty"))).containsExactly(new ItemLists("Name"));
        assertThat(METRIC.onProperty("FinalPropensity").summariesOf(List.of("roc_auc_Low")))
                .containsExactly(new ScoreCounts("FinalPropensity", false));
    }

    /** 4 lists, w² = 10: 1 − (10 − 4)/12; surprise 6 bits over 4 lists. AUC 0.7, error 0.05, AP 0.4 of 50 positives. */
    @Test
    void scoresAndTheirIntervalsFollowFromTheSummaries() {
        Table scored = METRIC.score(row(METRIC, 60L, 940L, 50L, 900L, 0.7, 0.05, 0.4, 4L, 10.0, 6.0));

        assertThat(TestingMetrics.names(scored)).isEqualTo(METRIC.scoreNames());
        assertThat(scored.rows().get(0)).startsWith(1000L, 60L, 940L, 0.7);
        double ofArea = 1.959963984540054 * 0.05 / (0.7 * 0.3);
        assertNumber(scored, "roc_auc_Low", 1 / (1 + Math.exp(ofArea) * 0.3 / 0.7));
        assertNumber(scored, "roc_auc_High", 1 / (1 + Math.exp(-ofArea) * 0.3 / 0.7));
        double half = 1.959963984540054 / Math.sqrt(50 * 0.4 * 0.6);
        assertNumber(scored, "average_precision_Low", 1 / (1 + Math.exp(half) * 0.6 / 0.4));
        assertNumber(scored, "average_precision_High", 1 / (1 + Math.exp(-half) * 0.6 / 0.4));
        assertNumber(scored, "personalization", 0.5);
        assertNumber(scored, "novelty", 1.5);
        assertThat(cell(scored, 0, "Lists")).isEqualTo(4L);
    }

    @ParameterizedTest
    @CsvSource({
        "20, 20, 0.7, 0.05, true",
        "19, 900, 0.7, 0.05, false",
        "900, 19, 0.7, 0.05, false",
        "2, 200, 1, 0, false",
        "50, 200, 1, 0, false",
        "50, 200, 0, 0, false",
        "50, 200, 0.5, 0, false",
        "50, 200, 0.9999, 0.0001, true"
    })
    void anAreaHasAnIntervalWhereBothClassesAreLargeAndItCanErr(
            long positives, long negatives, double area, double error, boolean known) {
        Table scored =
                METRIC.score(row(METRIC, positives, negatives, positives, negatives, area, error, 0.4, 4L, 10.0, 6.0));

        assertNumber(scored, "roc_auc", area);
        Object low = cell(scored, 0, "roc_auc_Low");
        Object high = cell(scored, 0, "roc_auc_High");
        assertThat(low != null).isEqualTo(known);
        assertThat(high != null).isEqualTo(known);
        if (low instanceof Double from && high instanceof Double to) {
            assertThat(from).isBetween(0.0, Math.nextDown(area));
            assertThat(to).isBetween(Math.nextUp(area), Math.nextDown(1.0));
        }
    }

    @Test
    void oneClassHasNoCurvesAndOneListNoPairs() {
        Table scored = METRIC.score(row(METRIC, 0L, 1L, 0L, 1L, null, null, null, 1L, 1.0, 0.0));

        List.of("roc_auc", "roc_auc_Low", "average_precision", "average_precision_High", "personalization", "novelty")
                .forEach(name -> assertThat(cell(scored, 0, name)).as(name).isNull());
        assertThat(cell(scored, 0, "Lists")).isEqualTo(1L);
    }

    @Test
    void noRowsAtAllAreNoZeroes() {
        Table scored = METRIC.score(row(METRIC, null, null, null, null, null, null, null, null, null, null));

        assertThat(scored.rows().get(0)).startsWith(0L, 0L, 0L, (Object) null);
        assertThat(cell(scored, 0, "personalization")).isNull();
    }

    @Test
    void countsOfBillionsStayWhole() {
        long n = 4_000_000_000L;
        Table scored = METRIC.score(row(METRIC, n, n, n, n, 0.5, 1e-6, 0.5, n, 2.0 * n, 1.0 * n));

        assertThat(scored.rows().get(0)).startsWith(2 * n, n, n, 0.5);
        assertThat(cell(scored, 0, "Lists")).isEqualTo(n);
    }

    private static Table row(Metric metric, @Nullable Object... values) {
        List<Column> columns = new ArrayList<>(metric.measures());
        for (Summary summary : metric.summariesOf(metric.scoreNames())) {
            columns.addAll(summary.columns());
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList(values));
        return new Table(columns, rows);
    }

    private static void assertNumber(Table scored, String column, double expected) {
        assertThat((Double) cell(scored, 0, column)).as(column).isCloseTo(expected, within(1e-12));
    }
}
