package com.cdhdashboard.stats.clv;

import static com.cdhdashboard.stats.clv.GoldenClv.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.stats.clv.forecast.ValueHorizon;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationCurveTest {
    @ParameterizedTest
    @CsvSource({
        "0.24, 4.4, 0.8, 2.4, 0",
        "0.24, 4.4, 0.8, 2.4, 3",
        "1, 120, 1, 5, 1",
        "1, 120, 1.0000001, 5, 60",
        "0.05, 0.01, 0.05, 0.3, 0",
        "30, 2000, 3.5, 0.4, 5000",
        "0.5, 1e5, 0.7, 9, 2",
    })
    void manyTimesGiveWhatEachGivesAlone(double r, double alpha, double a, double b, int repeats) {
        PurchaseModel model = new BgNbd(r, alpha, a, b);
        ValueHorizon horizon = ValueHorizon.ofYears(8, 0.1);
        WhileAlive future = model.whileAlive(repeats);
        double[] days = IntStream.range(0, 3_000).asDoubleStream().toArray();

        double[] discounted = future.each(days, observed -> horizon.discountedPurchases(future, observed));
        double[] expected = future.each(days, observed -> future.purchases(observed, horizon.length()));

        for (int day = 0; day < days.length; day += 7) {
            assertClose("discounted", discounted[day], horizon.discountedPurchases(future, days[day]), 1e-10);
            assertClose("expected", expected[day], future.purchases(days[day], horizon.length()), 1e-10);
        }
    }

    @Test
    void fewTimesAreWorkedOutOneByOne() {
        int[] asked = new int[1];
        double[] values = ObservationCurve.values(9, new double[] {0, 1, 5, 700}, observed -> {
            asked[0]++;
            return observed;
        });
        assertThat(values).containsExactly(0, 1, 5, 700);
        assertThat(asked[0]).isEqualTo(4);
    }

    @Test
    void aThousandDaysAreWorkedOutFromAFew() {
        int[] asked = new int[1];
        double[] days = IntStream.range(0, 2_000).asDoubleStream().toArray();
        double[] values = ObservationCurve.values(120, days, observed -> {
            asked[0]++;
            return Math.log1p(30 / (120 + observed));
        });
        assertThat(asked[0]).isLessThan(60);
        assertThat(values[1_999]).isEqualTo(Math.log1p(30 / 2_119.0), within(1e-15));
        assertThat(Arrays.stream(values).allMatch(value -> value > 0)).isTrue();
    }

    @Test
    void noTimesGiveNoValues() {
        assertThat(ObservationCurve.values(9, new double[0], observed -> observed))
                .isEmpty();
    }
}
