package com.cdhdashboard.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorRangeTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 1", "5, 0, 5", "-3, -3, 0"})
    void oneValueAloneHasARangeWhoseTicksDiffer(double value, double low, double high) {
        assertThat(ColorRange.of(List.of(value, value), Optional.empty()))
                .isEqualTo(new ColorRange(low, high, Optional.empty()));
    }
}
