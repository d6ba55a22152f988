package com.cdhdashboard.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"999|999 B", "1000|1.0 kB", "999999|1.0 MB", "8589934592|8.6 GB"})
    void sizesHaveAUnit(long bytes, String text) {
        assertThat(SizeText.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0 s", "59400|59 s", "200000|3 min 20 s", "7500000|2 h 5 min", "-5|0 s"})
    void durationsAreRead(long millis, String text) {
        assertThat(SizeText.duration(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
