package com.cdhdashboard.stats.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
    // Python 3 decimal with 50 digits: (s + z^2/2 -+ z sqrt(s f/n + z^2/4)) / (n + z^2)
    @ParameterizedTest(name = "{0} of {0}+{1}")
    @CsvSource({
        "1416, 26726, 0.04782310384596197, 0.05293215205817313",
        "1, 1258, 0.0001402238934332706, 0.0044854231186225255",
        "9, 30, 0.12645804125142845, 0.38336257228341764",
    })
    void theWilsonIntervalMatchesReferenceValues(long successes, long failures, double low, double high) {
        Interval interval = new Proportion(successes, failures).wilson();

        assertThat(interval.low()).isCloseTo(low, within(1e-15));
        assertThat(interval.high()).isCloseTo(high, within(1e-15));
    }

    @Test
    void theWilsonIntervalReachesTheEndOnTheSideWithoutObservations() {
        assertThat(new Proportion(0, 10).wilson().low()).isZero();
        assertThat(new Proportion(0, 10).wilson().high()).isCloseTo(0.277532799862889, within(1e-12));
        assertThat(new Proportion(10, 0).wilson().high()).isEqualTo(1);
        assertThat(new Proportion(4_000_000_000L, 0).wilson().low()).isCloseTo(1, within(1e-9));
    }

    @Test
    void theIntervalOfTheFailuresMirrorsTheIntervalOfTheSuccesses() {
        Interval rare = new Proportion(3, 4_000_000_000L).wilson();
        Interval common = new Proportion(4_000_000_000L, 3).wilson();

        assertThat(1 - common.high()).isCloseTo(rare.low(), within(1e-15));
        assertThat(1 - common.low()).isCloseTo(rare.high(), within(1e-15));
    }

    @Test
    void anEmptyGroupHasNoRateNoErrorAndNoInterval() {
        Proportion empty = new Proportion(0, 0);

        assertThat(empty.rate()).isNaN();
        assertThat(empty.standardError()).isNaN();
        assertThat(empty.wilson()).isEqualTo(Interval.UNDEFINED);
        assertThat(empty.wilson().isDefined()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1416, 26726, 0.05031625328690214, 0.0013030652723114622", "0, 7, 0, 0", "7, 0, 1, 0"})
    void rateAndStandardErrorFollowTheirFormulas(long successes, long failures, double rate, double error) {
        Proportion proportion = new Proportion(successes, failures);

        assertThat(proportion.rate()).isCloseTo(rate, within(1e-15));
        assertThat(proportion.standardError()).isCloseTo(error, within(1e-15));
    }

    @Test
    void negativeCountsAreRefused() {
        assertThatThrownBy(() -> new Proportion(-1, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("counts are negative: -1, 4");
    }
}
