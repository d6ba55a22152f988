package com.cdhdashboard.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                  | PLAIN",
                "gzip, deflate, br   | PLAIN GZIP BROTLI",
                "BR;q=0.1            | PLAIN BROTLI",
                "br;q=0, gzip;q=0.5  | PLAIN GZIP",
                "'gzip; \tq=0.000'   | PLAIN",
                "identity;q=0        | PLAIN",
                "x-gzip, *;q=, ,;;   | PLAIN"
            })
    void whatIsRefusedIsNotSent(String header, String accepted) {
        assertThat(Coding.accepted(header).stream().map(Coding::name).collect(Collectors.joining(" ")))
                .isEqualTo(accepted);
    }
}
