package com.cdhdashboard.core.report.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelationMatrixTest {
    @ParameterizedTest
    @CsvSource({
        "0.456, 0.46",
        "0.7, 0.70",
        "0.0101, 0.01",
        "-0.004, 0.00",
        "0, 0.00",
        "0.9949, 0.99",
        "0.995, 0.995",
        "0.996, 0.996",
        "-0.9964, \u22120.996",
        "0.99963, 0.9996",
        "0.9999999, 0.9999999",
        "1, 1.00",
        "0.9999999999999998, 1.00",
        "-1, \u22121.00",
        "NaN, –"
    })
    void cellsHaveTwoDecimalsAndOnlyOneReadsAsOne(double coefficient, String shown) {
        assertThat(CorrelationMatrix.text(coefficient)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.456, 0.46", "1, 1", "-0.456, \u22120.46", "-0.004, \u22120.0040", "0, 0", "NaN, –"})
    void coefficientsReadAsInTheTable(double coefficient, String shown) {
        assertThat(CorrelationMatrix.coefficient(coefficient)).isEqualTo(shown);
    }
}
