package com.cdhdashboard.stats.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleRatioTest {
    /** (110² + 110²)/510; p = erfc(√(47.45…/2)). */
    @Test
    void unequalSharesAreUnlikely() {
        ChiSquareStatistic ratio = SampleRatio.ofEqualShares(400, 620);
        assertThat(ratio.value()).isCloseTo(24200 / 510.0, within(1e-12));
        assertThat(ratio.degreesOfFreedom()).isEqualTo(1);
        assertThat(ratio.pValue()).isCloseTo(5.64e-12, within(5e-15));
    }

    @Test
    void equalSharesAreWhatIsExpected() {
        assertThat(SampleRatio.ofEqualShares(500, 500, 500).value()).isZero();
        assertThat(SampleRatio.ofEqualShares(500, 500, 500).pValue()).isEqualTo(1);
        assertThat(SampleRatio.ofEqualShares(4_000_000_000L, 4_000_000_002L).value())
                .isCloseTo(5e-10, within(1e-15));
    }

    @Test
    void oneGroupOrNobodyCannotBeChecked() {
        assertThat(SampleRatio.ofEqualShares(7).value()).isNaN();
        assertThat(SampleRatio.ofEqualShares(0, 0).value()).isNaN();
        assertThat(SampleRatio.ofEqualShares().value()).isNaN();
    }
}
