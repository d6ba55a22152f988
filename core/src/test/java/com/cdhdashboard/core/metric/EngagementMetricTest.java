package com.cdhdashboard.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class EngagementMetricTest {
    private static final EngagementMetric METRIC = TestingMetrics.engagement("Day", "Channel", "Month");

    @Test
    void theGrainIsTheGroupsTheGlobalFiltersAndTheArmEachOnce() {
        assertThat(METRIC.grain()).containsExactly("Day", "Channel", "Month", "Year", "ModelControlGroup");
        assertThat(TestingMetrics.engagement("ModelControlGroup", "Day").grain())
                .containsExactly("ModelControlGroup", "Day", "Channel", "Year");
    }

    @Test
    void theMetricNeedsTheKeyOfAnInteractionAndItsArm() {
        assertThat(METRIC.neededColumns())
                .containsExactly(
                        "InteractionID",
                        "Outcome",
                        "OutcomeTime",
                        "Name",
                        "Issue",
                        "Group",
                        "Rank",
                        "ModelControlGroup");
    }

    @Test
    void theScoresComeInTheirPublishedOrderAfterTheDimensions() {
        Table table = new Table(
                List.of(
                        Column.dimension("Channel", ValueType.TEXT),
                        METRIC.measures().get(0),
                        METRIC.measures().get(1),
                        METRIC.measures().get(2),
                        METRIC.measures().get(3),
                        METRIC.measures().get(4),
                        METRIC.measures().get(5)),
                List.of(List.of("Web", 2L, 8L, 1L, 4L, 1L, 4L), Arrays.asList(null, 0L, 1L, 0L, 0L, 0L, 0L)));

        Table scored = METRIC.score(table);

        assertThat(TestingMetrics.names(scored))
                .containsExactly(
                        "Channel",
                        "Count",
                        "Positives",
                        "Negatives",
                        "CTR",
                        "StdErr",
                        "CTR_Low",
                        "CTR_High",
                        "Lift",
                        "Lift_Low",
                        "Lift_High",
                        "Lift_Z_Score",
                        "Lift_P_Val");
        assertThat(scored.columns().subList(1, 13)).extracting(Column::name).isEqualTo(METRIC.scoreNames());
        assertThat(scored.columns().subList(1, 4)).extracting(Column::type).containsOnly(ValueType.INTEGER);
        assertThat(scored.columns().subList(4, 13)).extracting(Column::type).containsOnly(ValueType.NUMBER);
        assertThat(scored.rows().get(0)).startsWith("Web", 10L, 2L, 8L, 0.2).endsWith(0.0, 1.0);
        assertThat(scored.rows().get(1)).startsWith(null, 1L, 0L, 1L, 0.0).endsWith(null, null, null, null, null);
    }

    // Python 3: the definitions applied row by row to an export, with these sums
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        1416, 26726, 1319, 24263, 83, 2207, 0.05031625328690214,  0.42255049437057113,   0.14432036408146987,  0.7684295172517639, 3.212471636243541,   0.001315981421122163
        51,   1217,  51,   1113,  0,  91,   0.04022082018927445,  -,                     -,                    -,                  2.0386276651543267,  0.04148720198809862
        59,   1154,  55,   1069,  3,  81,   0.048639736191261336, 0.37010676156583644,   -0.5621175721026448,  3.286978463836552,  0.5465908243381209,  0.5846598743211976
        101,  1210,  91,   1099,  10, 97,   0.07704042715484363,  -0.18176470588235283,  -0.5608365021808753,  0.5245096640876532, -0.6281087756693824, 0.5299326846185676
        9,    30,    9,    30,    0,  0,    0.23076923076923078,  -,                     -,                    -,                  -,                   -
        1,    14,    0,    5,     1,  9,    0.06666666666666667,  -1.0,                  -,                    -,                  -0.7319250547113999, 0.4642143127710315
        5,    0,     3,    0,     2,  0,    1.0,                  0.0,                   0.0,                  0.0,                -,                   -
        """)
    void ratesAndLiftMatchReferenceValues(ArgumentsAccessor sumsAndScores) {
        Object[] sums = IntStream.range(0, 6).mapToObj(sumsAndScores::getLong).toArray();

        Table scored = METRIC.score(TestingMetrics.sums(METRIC, sums));

        List<@Nullable Object> row = scored.rows().get(0);
        assertThat(row.get(1)).isEqualTo(sums[0]);
        assertThat(row.get(2)).isEqualTo(sums[1]);
        assertCell("CTR", row.get(3), sumsAndScores.getDouble(6));
        for (int i = 7; i < 12; i++) {
            assertCell(scored.columns().get(i).name(), row.get(i), sumsAndScores.getDouble(i));
        }
    }

    @Test
    void overNoCellsEveryCountIsZeroAndNothingElseIsAvailable() {
        Table scored = METRIC.score(TestingMetrics.sums(METRIC, null, null, null, null, null, null));

        assertThat(scored.rows().get(0).subList(0, 3)).containsExactly(0L, 0L, 0L);
        assertThat(scored.rows().get(0).subList(3, 12)).containsOnlyNulls();
    }

    @Test
    void aTableWithoutItsMeasuresIsRefused() {
        Table table = new Table(List.of(Column.dimension("Day", ValueType.DATE)), List.of());

        assertThatThrownBy(() -> METRIC.score(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the rolled-up table lacks \"Positives\"");
    }

    private static void assertCell(String name, @Nullable Object actual, @Nullable Double expected) {
        if (expected == null) {
            assertThat(actual).as(name).isNull();
        } else {
            assertThat((Double) actual).as(name).isCloseTo(expected, within(1e-12));
        }
    }
}
