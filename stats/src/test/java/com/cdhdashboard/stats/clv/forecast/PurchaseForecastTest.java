package com.cdhdashboard.stats.clv.forecast;

import static com.cdhdashboard.stats.clv.GoldenClv.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.stats.clv.BgNbd;
import com.cdhdashboard.stats.clv.GammaGamma;
import com.cdhdashboard.stats.clv.GoldenClv;
import com.cdhdashboard.stats.clv.ParetoNbd;
import com.cdhdashboard.stats.clv.PurchaseModel;
import com.cdhdashboard.stats.clv.PurchaseModelKind;
import com.cdhdashboard.stats.clv.SimulatedCustomers;
import com.cdhdashboard.stats.clv.history.PurchaseHistories;
import com.cdhdashboard.stats.clv.history.PurchaseHistory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PurchaseForecastTest {
    @ParameterizedTest
    @EnumSource
    void groupsGetWhatTheirCustomersWouldGetAlone(PurchaseModelKind kind) {
        PurchaseModel model = kind.model(0.5, 9, 0.7, 3);
        GammaGamma spend = new GammaGamma(6, 4, 15);
        ValueHorizon horizon = ValueHorizon.ofYears(1, 0.1);
        PurchaseHistories histories = SimulatedCustomers.bgNbd(new Random(2), 300);
        PurchaseForecast forecast = PurchaseForecast.of(model, histories, horizon);

        for (int group = 0; group < histories.groups(); group++) {
            PurchaseHistory history = histories.history(group);
            double expected = model.expectedPurchases(history, 365.25);
            assertThat(forecast.probabilityAlive(group)).isEqualTo(model.probabilityAlive(history));
            assertClose("expected", forecast.expectedPurchases(group), expected, 1e-13);
            assertThat(forecast.discountedPurchases(group)).isBetween(expected / 1.1, expected);
            assertClose("value", forecast.value(group, spend, 20), horizon.value(model, spend, history, 20), 1e-13);
        }
    }

    @Test
    void annualRateIsCompoundedByMonths() {
        ValueHorizon years = ValueHorizon.ofYears(2, 0.1);
        assertThat(years.months()).isEqualTo(24);
        assertThat(years.length()).isCloseTo(730.5, within(1e-9));
        double onePurchaseADay = years.discountedPurchases((observed, t) -> t, 0);
        double monthly = 0;
        for (int month = 1; month <= 24; month++) {
            monthly += 30.4375 / Math.pow(1.1, month / 12.0);
        }
        assertThat(onePurchaseADay).isCloseTo(monthly, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.1, 30", "12, -1, 30", "12, NaN, 30", "12, Infinity, 30", "12, 0.1, 0", "12, 0.1, Infinity"})
    void refusesImpossibleHorizons(int months, double annualRate, double monthLength) {
        assertThatThrownBy(() -> new ValueHorizon(months, annualRate, monthLength))
                .hasMessage("not a horizon: " + months + " months of length " + monthLength + " at an annual rate of "
                        + annualRate);
    }

    @Test
    void expectedCountsSumToTheCustomers() {
        PurchaseHistories histories = GoldenClv.exactWeeks();
        BgNbd model = new BgNbd(0.2425945, 4.4136019, 0.7929199, 2.4258881);
        RepeatCountCheck check = RepeatCountCheck.of(model::probabilityOf, histories);

        assertThat(check.bins()).hasSize(8);
        assertThat(check.bins().stream().mapToLong(RepeatCountCheck.Bin::customers))
                .containsExactly(1411L, 439L, 214L, 100L, 62L, 38L, 29L, 64L);
        assertThat(check.bins().stream()
                        .mapToDouble(RepeatCountCheck.Bin::expected)
                        .sum())
                .isCloseTo(2357, within(1e-9));
        // summed over the customers with Python's math.lgamma and the textbook sum of probabilities
        double[] expected = {1407.684406, 460.324044, 192.461318, 101.164057, 59.846968, 38.119625, 25.549051, 71.850532
        };
        for (int bin = 0; bin < expected.length; bin++) {
            assertThat(check.bins().get(bin).expected()).isCloseTo(expected[bin], within(1e-6));
        }
    }

    @Test
    void holdoutNeedsPurchasesOfEveryRowAndShowsEmptyBins() {
        PurchaseHistories histories =
                PurchaseHistories.of(new int[] {0, 1}, new double[] {0, 4}, new double[] {9, 9}, new long[] {3, 1});
        BgNbd model = new BgNbd(0.5, 9, 0.7, 3);

        assertThatThrownBy(() -> HoldoutCheck.of(model, histories, new long[1], 9))
                .hasMessage("one number of purchases a row is needed: 2 rows, 1 numbers");
        HoldoutCheck check = HoldoutCheck.of(model, histories, new long[] {6, 0}, 9);
        assertThat(check.bins().get(0).customers()).isEqualTo(3);
        assertThat(check.bins().get(0).actualMean()).isEqualTo(2);
        assertThat(check.bins().get(2).customers()).isZero();
        assertThat(check.bins().get(2).actualMean()).isNaN();
    }

    @Test
    void modelsHaveTheirNumberOfParameters() {
        assertThatThrownBy(() -> PurchaseModelKind.PARETO_NBD.model(1, 2, 3))
                .hasMessage("Pareto/NBD has the parameters [r, alpha, s, beta], not 3 of them");
        assertThat(PurchaseModelKind.PARETO_NBD.model(1, 2, 3, 4)).isEqualTo(new ParetoNbd(1, 2, 3, 4));
    }
}
