package com.cdhdashboard.core.report.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BinsTest {
    static Stream<Arguments> bins() {
        return Stream.of(
                arguments(0, 7, 40, true, new Bins(0, 1, 8)),
                arguments(0, 99, 40, true, new Bins(0, 3, 34)),
                arguments(3, 3, 10, true, new Bins(3, 1, 1)),
                arguments(0, 0, 10, false, new Bins(0, 1, 1)),
                arguments(-12, 30, 10, false, new Bins(-15, 5, 10)),
                arguments(0.5, 1.9, 10, false, new Bins(0.4, 0.2, 8)),
                arguments(0, 1e6, 4, false, new Bins(0, 500_000, 3)));
    }

    @ParameterizedTest
    @MethodSource("bins")
    void intervalsAreRoundAndHoldAllValues(double least, double greatest, int most, boolean whole, Bins expected) {
        Bins found = Bins.of(least, greatest, most, whole);

        assertThat(found).isEqualTo(expected);
        assertThat(found.low(0)).isLessThanOrEqualTo(least);
        assertThat(found.high(found.count() - 1L)).isGreaterThan(greatest);
    }
}
