package com.cdhdashboard.stats.clv.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RfmCodeTest {
    @ParameterizedTest
    @CsvSource({"111, 1", "112, 1.33", "122, 1.67", "344, 3.67", "444, 4"})
    void scoreIsTheMeanToTwoDecimals(String digits, double score) {
        RfmCode code = RfmCode.parse(digits);
        assertThat(code.score()).isEqualTo(score);
        assertThat(code).hasToString(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "11", "1111", "015", "5a1", "١١١"})
    void codesAreThreeDigitsFromOneToFour(String digits) {
        assertThatThrownBy(() -> RfmCode.parse(digits))
                .hasMessage("a code has three digits from 1 to 4, not \"" + digits + "\"");
        assertThatThrownBy(() -> new RfmCode(0, 1, 5)).hasMessage("scores go from 1 to 4: 0, 1, 5");
    }
}
