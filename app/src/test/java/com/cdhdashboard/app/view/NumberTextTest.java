package com.cdhdashboard.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "99999|99,999", "100000|100 k", "1234567|1.2 M", "-2500000|−2.5 M", "3.1e9|3.1 B"})
    void largeNumbersAreShortened(double value, String text) {
        assertThat(NumberText.compact(value)).isEqualTo(text);
    }

    @Test
    void decimalsAreThoseOfJavasOwnFormat() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(14) - 4);
            int decimals = random.nextInt(5);
            String expected = String.format(Locale.ROOT, "%,." + decimals + "f", value);
            assertThat(NumberText.decimals(value, decimals))
                    .isEqualTo(expected.matches("-[0.,]+") ? expected.substring(1) : expected.replace('-', '−'));
            long count = random.nextLong() >> random.nextInt(60);
            assertThat(NumberText.count(count))
                    .isEqualTo(String.format(Locale.ROOT, "%,d", count).replace('-', '−'));
        }
        assertThat(NumberText.count(Long.MIN_VALUE)).isEqualTo("−9,223,372,036,854,775,808");
        assertThat(NumberText.decimals(Double.NaN, 2)).isEqualTo(NumberText.NONE);
    }

    @ParameterizedTest
    @CsvSource({"0.0002, 2", "0.004, 1", "0.05, 0", "0.00001, 3", "0, 2", "NaN, 2", "2, 2"})
    void aRateHasTheDecimalsItsIntervalJustifies(double halfWidth, int decimals) {
        assertThat(NumberText.percentDecimals(halfWidth)).isEqualTo(decimals);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"999|999 B", "1000|1.0 kB", "999999|1.0 MB", "8589934592|8.6 GB"})
    void sizesHaveAUnit(long bytes, String text) {
        assertThat(NumberText.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0 s", "59400|59 s", "200000|3 min 20 s", "7500000|2 h 5 min", "-5|0 s"})
    void durationsAreRead(long millis, String text) {
        assertThat(NumberText.duration(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void aNumberThatRoundsToZeroHasNoSign() {
        assertThat(NumberText.decimals(-0.001, 2)).isEqualTo("0.00");
        assertThat(NumberText.probability(0.0004)).isEqualTo("< 0.001");
        assertThat(NumberText.percent(-0.123, 1)).isEqualTo("−12.3 %");
    }
}
