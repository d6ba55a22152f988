package com.cdhdashboard.core.metric;

import static com.cdhdashboard.core.metric.TestingMetrics.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Summary.Moments;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DescriptiveMetricTest {
    private static final DescriptiveMetric METRIC = TestingMetrics.descriptive(true, "Rank", "Outcome");

    @Test
    void onlyTheSummariesThatScoresNeedAreRolledUp() {
        assertThat(METRIC.summariesOf(List.of("Count", "Outcome_Count"))).isEmpty();
        assertThat(METRIC.summariesOf(List.of("Rank_Mean"))).containsExactly(new Moments("Rank"));
        assertThat(METRIC.summariesOf(List.of("Rank_Skew"))).containsExactly(new Quantiles("Rank", false));
        assertThat(METRIC.onProperty("Outcome").scoreNames())
                .contains("Outcome_Count")
                .doesNotContain("Rank_Count");
    }

    /** 1, 2, 3, 4, 10: mean 4, squares 50, quartiles 2 and 4, median 3. A column of texts has its count only. */
    @Test
    void momentsAndQuantilesMakeTheScoresOfNumbers() {
        Table scored = METRIC.score(numbers(6L, 5L, 6L, 5L, 20.0, 4.0, 50.0, 1.0, 10.0, 2.0, 3.0, 4.0, 7.6, 8.8));

        assertThat(TestingMetrics.names(scored))
                .startsWith("Count", "Rank_Count", "Rank_Sum")
                .endsWith("Rank_Skew", "Outcome_Count");
        assertThat(scored.rows().get(0)).startsWith(6L, 5L, 20.0, 4.0, 12.5);
        assertThat((Double) cell(scored, 0, "Rank_Std")).isCloseTo(Math.sqrt(12.5), within(1e-15));
        assertThat(cell(scored, 0, "Rank_Median")).isEqualTo(3.0);
        assertThat(cell(scored, 0, "Rank_p95")).isEqualTo(8.8);
        assertThat(cell(scored, 0, "Rank_Skew")).isEqualTo(0.0);
        assertThat(cell(scored, 0, "Outcome_Count")).isEqualTo(6L);
    }

    @Test
    void oneValueHasNoVarianceAndNoSkewness() {
        Table scored = METRIC.score(numbers(1L, 1L, 1L, 1L, 7.0, 7.0, 0.0, 7.0, 7.0, 7.0, 7.0, 7.0, 7.0, 7.0));

        assertThat(cell(scored, 0, "Rank_Mean")).isEqualTo(7.0);
        List.of("Rank_Var", "Rank_Std", "Rank_Skew")
                .forEach(name -> assertThat(cell(scored, 0, name)).as(name).isNull());
    }

    @Test
    void noValuesAreNotAvailable() {
        Table scored =
                METRIC.score(numbers(4L, 0L, 4L, 0L, null, null, null, null, null, null, null, null, null, null));

        assertThat(cell(scored, 0, "Rank_Count")).isEqualTo(0L);
        List.of("Rank_Sum", "Rank_Mean", "Rank_Min", "Rank_Median", "Rank_p90", "Rank_Skew")
                .forEach(name -> assertThat(cell(scored, 0, name)).as(name).isNull());
    }

    private static Table numbers(@Nullable Object... values) {
        List<Column> columns = new ArrayList<>();
        List.of("Rows", "Rank_Count", "Outcome_Count")
                .forEach(name -> columns.add(Column.measure(name, ValueType.INTEGER)));
        columns.addAll(new Moments("Rank").columns());
        columns.addAll(new Quantiles("Rank", false).columns());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList(values));
        return new Table(columns, rows);
    }
}
