package com.cdhdashboard.stats.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.stats.clv.history.PurchaseHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers printed in papers, spreadsheets and vignettes, to the digits they are printed with. */
class PublishedValuesTest {
    private static final BgNbd PAPER = new BgNbd(0.243, 4.414, 0.793, 2.426);
    private static final BgNbd VIGNETTE = new BgNbd(0.2425967, 4.413659, 0.7929869, 2.426164);

    @ParameterizedTest
    @CsvSource({
        "2, 10, 1.07869e-07, 1e-12",
        "39, 0, 0.5737864, 5e-8",
        "30, 11, 0.0019995214, 5e-11",
        "30, 20, 0.0002222260, 5e-11"
    })
    void probabilitiesOfCounts(double t, int purchases, double printed, double half) {
        assertThat(PAPER.probabilityOf(purchases, t)).isCloseTo(printed, within(half));
    }

    @Test
    void purchasesOfTheSpreadsheetsFirstCustomer() {
        PurchaseHistory first = new PurchaseHistory(2, 30.43, 38.86);
        assertThat(PAPER.expectedPurchases(first, 39)).isCloseTo(1.226, within(0.0005));
    }

    @Test
    void valuesOfTheVignette() {
        PurchaseHistory customer = new PurchaseHistory(26, 30.85714, 31);

        assertThat(VIGNETTE.expectedPurchases(52)).isCloseTo(1.444004, within(5e-7));
        assertThat(VIGNETTE.expectedPurchases(customer, 52)).isCloseTo(25.75659, within(5e-5));
        assertThat(VIGNETTE.probabilityAlive(customer)).isCloseTo(0.9688523, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({"10, 0.3474606", "15, 0.04283391", "20, 0.004158973", "25, 0.0003583685"})
    void manyPurchasesLongAgoSayThatTheCustomerIsGone(int repeats, double printed) {
        PurchaseHistory history = new PurchaseHistory(repeats, 20, 39);
        assertThat(VIGNETTE.expectedPurchases(history, 52)).isCloseTo(printed, within(5e-7 * printed));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 40, -0.59947382, 5e-9", "200, 38, 40, 100.7957, 5e-5"})
    void logLikelihoods(int repeats, double lastRepeat, double observed, double printed, double half) {
        BgNbd model = new BgNbd(0.25, 4, 0.8, 2.5);
        PurchaseHistory history = new PurchaseHistory(repeats, lastRepeat, observed);
        assertThat(GoldenClv.logLikelihood(model, history)).isCloseTo(printed, within(half));
    }

    @ParameterizedTest
    @CsvSource({"2, 22.35, 24.65", "1, 11.77, 18.91", "0, 0, 35.17", "7, 73.74, 71.46"})
    void spend(int repeats, double meanValue, double printed) {
        GammaGamma model = new GammaGamma(6.25, 3.74, 15.44);
        assertThat(model.expectedMean(repeats, meanValue)).isCloseTo(printed, within(0.1));
    }
}
