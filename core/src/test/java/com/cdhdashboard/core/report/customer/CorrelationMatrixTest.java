package com.cdhdashboard.core.report.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelationMatrixTest {
    @ParameterizedTest
    @CsvSource({"0.456, 0.46", "1, 1", "-0.456, \u22120.46", "-0.004, \u22120.0040", "0, 0", "NaN, –"})
    void coefficientsReadAsInTheTable(double coefficient, String shown) {
        assertThat(CorrelationMatrix.coefficient(coefficient)).isEqualTo(shown);
    }
}
