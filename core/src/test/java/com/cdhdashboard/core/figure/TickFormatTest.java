package com.cdhdashboard.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickFormatTest {
    @ParameterizedTest
    @CsvSource({"0.5, 0.7, .3~f", "0.940, 0.941, .4~f", "0.9400001, 0.9400002, .6~f"})
    void aScaleOfCloseValuesHasTicksThatDiffer(double least, double greatest, String format) {
        assertThat(TickFormat.between(Format.INDEX, least, greatest)).isEqualTo(format);
    }

    @Test
    void aScaleOfOneValueIsWrittenAsAnAxis() {
        assertThat(TickFormat.between(Format.INDEX, 0.9, 0.9)).isEqualTo(TickFormat.of(Format.INDEX, 0.9));
    }
}
