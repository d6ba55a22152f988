package com.cdhdashboard.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversionMetricTest {
    private static final ConversionMetric METRIC = TestingMetrics.conversion("Day", "Channel");

    @Test
    void theGrainIsTheGroupsAndTheGlobalFilters() {
        assertThat(METRIC.grain()).containsExactly("Day", "Channel", "Year");
    }

    @Test
    void theMetricNeedsTheKeyOfAnInteractionTheEventAndItsRevenue() {
        assertThat(METRIC.neededColumns())
                .startsWith("InteractionID", "Outcome")
                .endsWith("SubjectID", "ConversionEventID", "Revenue");
    }

    @Test
    void rateRevenueAndTouchpointsMatchReferenceValues() {
        Table scored = METRIC.score(TestingMetrics.sums(METRIC, 64L, 1367L, 4155.44, 50.5));

        assertThat(TestingMetrics.names(scored))
                .isEqualTo(METRIC.scoreNames())
                .containsExactly(
                        "Count",
                        "Positives",
                        "Negatives",
                        "ConversionRate",
                        "StdErr",
                        "ConversionRate_Low",
                        "ConversionRate_High",
                        "Revenue",
                        "Touchpoints",
                        "Conversions",
                        "AvgTouchpoints");
        List<@Nullable Object> row = scored.rows().get(0);
        assertThat(row).startsWith(1431L, 64L, 1367L);
        assertThat((Double) row.get(3)).isCloseTo(0.04472396925227114, within(1e-15));
        assertThat((Double) row.get(4)).isCloseTo(0.005464051620950997, within(1e-15));
        assertThat((Double) row.get(5)).isCloseTo(0.03517863342069358, within(1e-15));
        assertThat((Double) row.get(6)).isCloseTo(0.056707099327128974, within(1e-15));
        assertThat(row.subList(7, 10)).containsExactly(4155.44, 64L, 50.5);
        assertThat((Double) row.get(10)).isCloseTo(1.2673267326732673, within(1e-15));
    }

    @Test
    void touchpointsAreWholeAndConversionsMayBeFractions() {
        Table scored = METRIC.score(TestingMetrics.sums(METRIC, 1L, 1L, 0.0, 0.5));

        assertThat(scored.columns().get(8).type()).isEqualTo(ValueType.INTEGER);
        assertThat(scored.columns().get(9).type()).isEqualTo(ValueType.NUMBER);
    }

    @Test
    void withoutConversionsThereAreNoTouchpointsPerConversion() {
        assertThat(METRIC.score(TestingMetrics.sums(METRIC, 0L, 7L, 0.0, 0.0))
                        .rows()
                        .get(0))
                .endsWith(0.0, 0L, 0.0, null);
    }

    @Test
    void overNoCellsSumsAreZeroAndRatesNotAvailable() {
        List<@Nullable Object> row = METRIC.score(TestingMetrics.sums(METRIC, null, null, null, null))
                .rows()
                .get(0);

        assertThat(row.subList(0, 3)).containsExactly(0L, 0L, 0L);
        assertThat(row.subList(3, 7)).containsOnlyNulls();
        assertThat(row.subList(7, 11)).containsExactly(0.0, 0L, 0.0, null);
    }
}
