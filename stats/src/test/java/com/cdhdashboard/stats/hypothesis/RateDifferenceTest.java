package com.cdhdashboard.stats.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateDifferenceTest {
    /** Newcombe 1998, table II, method 10: both rates as successes of trials, and the interval at its printed digits. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.2000, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.6000, 0.1705, 0.8090",
        "10, 10, 0, 20, 1.0000, 0.6791, 1.0000",
        "5, 56, 0, 29, 0.0893, -0.0381, 0.1926",
        "0, 10, 0, 20, 0.0000, -0.1611, 0.2775"
    })
    void publishedIntervals(long s1, long n1, long s2, long n2, double difference, double low, double high) {
        RateDifference rates = new RateDifference(new Proportion(s1, n1 - s1), new Proportion(s2, n2 - s2));

        assertThat(rates.value()).isCloseTo(difference, within(5e-5));
        assertThat(rates.newcombe().low()).isCloseTo(low, within(5.1e-5));
        assertThat(rates.newcombe().high()).isCloseTo(high, within(5.1e-5));
    }

    @Test
    void anEmptyGroupHasNoDifference() {
        RateDifference rates = new RateDifference(new Proportion(1, 2), new Proportion(0, 0));

        assertThat(rates.value()).isNaN();
        assertThat(rates.newcombe().isDefined()).isFalse();
    }

    @Test
    void closeRatesOfLargeGroupsKeepTheirDigits() {
        long n = 4_000_000_000L;
        RateDifference rates = new RateDifference(new Proportion(n / 2 + 1, n / 2 - 1), new Proportion(n / 2, n / 2));

        assertThat(rates.value()).isCloseTo(2.5e-10, within(1e-24));
    }
}
