package com.cdhdashboard.stats.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.stats.clv.history.RepeatSpend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GammaGammaTest {
    @Test
    void meansLieBetweenTheCustomersAndThatOfAll() {
        GammaGamma model = new GammaGamma(6, 4, 15);
        assertThat(model.populationMean()).isEqualTo(30);
        assertThat(model.expectedMean(0, Double.NaN)).isEqualTo(30);
        assertThat(model.expectedMean(1, 60)).isCloseTo(50, within(1e-12));
        assertThat(model.expectedMean(1_000_000, 60)).isCloseTo(60, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1})
    void thereIsNoMeanForSmallQ(double q) {
        GammaGamma model = new GammaGamma(6, q, 15);
        assertThat(model.hasMean()).isFalse();
        assertThat(model.populationMean()).isNaN();
        assertThat(model.expectedMean(3, 20)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void parametersArePositiveAndFinite(double value) {
        assertThatThrownBy(() -> new GammaGamma(1, 2, value)).hasMessage("v must be positive and finite: " + value);
        assertThatThrownBy(() -> new BgNbd(1, 2, value, 3)).hasMessage("a must be positive and finite: " + value);
        assertThatThrownBy(() -> new MbgNbd(value, 2, 3, 3)).hasMessage("r must be positive and finite: " + value);
        assertThatThrownBy(() -> new ParetoNbd(1, 2, 3, value))
                .hasMessage("beta must be positive and finite: " + value);
    }

    @Test
    void spendKeepsRepeatBuyersWithPositiveMeans() {
        RepeatSpend spend = RepeatSpend.of(new int[] {0, 2, 1, 3, 1}, new double[] {Double.NaN, 0, 5, 9, -1});
        assertThat(spend.customers()).isEqualTo(2);
        assertThat(spend.excluded()).isEqualTo(2);
        assertThat(spend.meanOfMeans()).isEqualTo(7);
        assertThat(spend.correlation()).isCloseTo(1, within(1e-12));
        assertThatThrownBy(() -> RepeatSpend.of(new int[] {1}, new double[] {Double.NaN}))
                .hasMessage("not a repeat buyer's spend: 1 repeats of mean value NaN");
        assertThatThrownBy(() -> RepeatSpend.of(new int[] {1}, new double[0]))
                .hasMessage("arrays of one length are needed: 1, 0");
    }

    @Test
    void equalMeansHaveNoCorrelation() {
        assertThat(RepeatSpend.of(new int[] {1, 2, 3}, new double[] {0.1, 0.1, 0.1})
                        .correlation())
                .isNaN();
        assertThat(RepeatSpend.of(new int[] {2, 2}, new double[] {1, 3}).correlation())
                .isNaN();
        assertThat(RepeatSpend.of(new int[0], new double[0]).correlation()).isNaN();
    }

    @Test
    void customersOfNoPositiveMeanValueAreExpectedToSpendTheMeanOfAll() {
        GammaGamma model = new GammaGamma(6.25, 3.74, 15.44);
        for (double value : new double[] {-121.66, -1e-9, 0, Double.NaN}) {
            assertThat(model.expectedMean(3, value)).isEqualTo(model.populationMean());
        }
    }
}
