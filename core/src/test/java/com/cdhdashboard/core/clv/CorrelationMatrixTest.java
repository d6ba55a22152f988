package com.cdhdashboard.core.clv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelationMatrixTest {
    @ParameterizedTest
    @CsvSource({"0.456, 0.46", "1, 1.00", "-0.456, \u22120.46", "-0.004, 0.00", "-0.006, \u22120.01", "NaN, –"})
    void coefficientsHaveTwoDecimalsAndZeroNoSign(double coefficient, String shown) {
        assertThat(CorrelationMatrix.coefficient(coefficient)).isEqualTo(shown);
    }
}
