package com.cdhdashboard.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // kind | value | half-width of the interval | text | format of a spreadsheet
                "PERCENT | 0.006       | NaN      | 0.600 %            | #,##0.000_%",
                "PERCENT | 0.006       | 0.004    | 0.6 %              | #,##0.0_%",
                "PERCENT | 0.0503      | NaN      | 5.03 %             | #,##0.00_%",
                "PERCENT | 0.0503      | 0.0024   | 5.0 %              | #,##0.0_%",
                "PERCENT | 0.0503      | 0.3      | 5 %                | #,##0_%",
                "PERCENT | 0.145       | 0.05     | 15 %               | #,##0_%",
                "PERCENT | 0.9995      | NaN      | 100 %              | #,##0_%",
                "PERCENT | 0.99949     | NaN      | 99.9 %             | #,##0.0_%",
                "PERCENT | 1           | NaN      | 100 %              | #,##0_%",
                "PERCENT | 0           | NaN      | 0 %                | #,##0_%",
                "PERCENT | 0           | 0.004    | 0.0 %              | #,##0.0_%",
                "PERCENT | 0.3         | NaN      | 30.0 %             | #,##0.0_%",
                "PERCENT | -0.12345    | 0.02     | −12 %              | #,##0_%;'−'#,##0_%",
                "PERCENT | -0.00001    | 0.4      | −0.001 %           | #,##0.000_%;'−'#,##0.000_%",
                "PERCENT | 3e-11       | NaN      | 3.0E-9 %           | 0.0E-0_%",
                "PERCENT | 3e-11       | 0.001    | 0.00 %             | #,##0.00_%",
                "PERCENT | 12.3456     | NaN      | 1,235 %            | #,##0_%",
                "INDEX   | 0.0331      | NaN      | 0.0331             | #,##0.0000",
                "INDEX   | 0.644       | NaN      | 0.644              | #,##0.000",
                "INDEX   | 0.64412     | 0.032    | 0.64               | #,##0.00",
                "INDEX   | 0.497       | 0.4      | 0.50               | #,##0.00",
                "INDEX   | 0.061       | 0.03     | 0.061              | #,##0.000",
                "INDEX   | 0.0764      | 0.05     | 0.076              | #,##0.000",
                "NUMBER  | 0.0614      | 0.05     | 0.061              | #,##0.000",
                "INDEX   | 0.0041      | 0.05     | 0.004              | #,##0.000",
                "INDEX   | 0.64412     | 0.0005   | 0.6441             | #,##0.0000",
                "INDEX   | 0.9995      | NaN      | 1.000              | #,##0.000",
                "INDEX   | 0.09999     | NaN      | 0.100              | #,##0.000",
                "INDEX   | 0           | NaN      | 0.000              | #,##0.000",
                "COUNT   | 0           | NaN      | 0                  | #,##0",
                "COUNT   | 1234567     | NaN      | 1,234,567          | #,##0",
                "COUNT   | 391.5       | NaN      | 391.5              | #,##0.0",
                "COUNT   | 122.99999999999999 | NaN | 123              | #,##0",
                "COUNT   | 0.04        | NaN      | 0.04               | #,##0.00",
                "COUNT   | -1234       | NaN      | −1,234             | #,##0;'−'#,##0",
                "COUNT   | 1e15        | NaN      | 1.0E15             | 0.0E-0",
                "MONEY   | 391         | NaN      | 391                | #,##0",
                "MONEY   | 391.00000000001 | NaN  | 391                | #,##0",
                "MONEY   | 391.5       | NaN      | 391.50             | #,##0.00",
                "MONEY   | 999.994     | NaN      | 999.99             | #,##0.00",
                "MONEY   | 999.996     | NaN      | 1,000              | #,##0",
                "MONEY   | 30812.4     | NaN      | 30,812             | #,##0",
                "MONEY   | 123456789.5 | NaN      | 123,456,790        | #,##0",
                "MONEY   | 12345.678   | 0.4      | 12,345.7           | #,##0.0",
                "MONEY   | 0.0042      | NaN      | 0.0042             | #,##0.0000",
                "NUMBER  | 1           | NaN      | 1                  | #,##0",
                "NUMBER  | 1.4322297   | NaN      | 1.43               | #,##0.00",
                "NUMBER  | 0.0331      | NaN      | 0.033              | #,##0.000",
                "NUMBER  | 0.00000012  | NaN      | 1.2E-7             | 0.0E-0",
                "NUMBER  | -0.00000996 | NaN      | −0.000010          | #,##0.000000;'−'#,##0.000000",
                "NUMBER  | -9.96e-8    | NaN      | −1.0E-7            | 0.0E-0;'−'0.0E-0",
                "NUMBER  | 5e-324      | NaN      | 4.9E-324           | 0.0E-0",
                "RATIO   | 12.3        | 40       | 12                 | #,##0",
                "RATIO   | 0.5         | 40       | 0.5                | #,##0.0",
                "P_VALUE | 0.0131      | NaN      | 0.013              | #,##0.000",
                "P_VALUE | 0.9996      | NaN      | 1.000              | #,##0.000",
                "P_VALUE | 0.001       | NaN      | 0.001              | #,##0.000",
                "P_VALUE | 0.0009999   | NaN      | < 0.001            | ^< 0.001^",
                "P_VALUE | 1e-301      | NaN      | < 0.001            | ^< 0.001^",
                "P_VALUE | 0           | NaN      | < 0.001            | ^< 0.001^",
                "COUNT   | NaN         | NaN      | –                  | #,##0",
                "PERCENT | Infinity    | 0.1      | –                  | #,##0_%",
            })
    void digitsFollowTheNumberItsKindAndItsInterval(
            Format format, double value, double halfWidth, String text, String spreadsheet) {
        ShownNumber number = ShownNumber.of(value, format, halfWidth);

        assertThat(number.text().replace('\u00a0', ' ')).isEqualTo(text);
        assertThat(number.spreadsheetFormat())
                .isEqualTo(spreadsheet
                        .replace("_%", "\"\u00a0\"%")
                        .replace('\'', '"')
                        .replace('^', '"'));
    }

    @Test
    void noIntervalAndOneWithoutWidthAreTheSame() {
        assertThat(ShownNumber.of(0.25, Format.PERCENT, 0)).isEqualTo(ShownNumber.of(0.25, Format.PERCENT));
        assertThat(ShownNumber.of(0.25, Format.PERCENT, Double.POSITIVE_INFINITY))
                .isEqualTo(ShownNumber.of(0.25, Format.PERCENT));
    }

    @Test
    void theEndsOfAnIntervalHaveTheDigitsOfTheNumber() {
        ShownNumber number = ShownNumber.of(0.005, Format.PERCENT, 0.1);

        assertThat(number.with(0).text()).isEqualTo("0.0\u00a0%");
        assertThat(number.with(0.21).text()).isEqualTo("21.0\u00a0%");
        assertThat(number.with(-0.0001).text()).isEqualTo("0.0\u00a0%");
        assertThat(number.with(Double.NaN).text()).isEqualTo("–");
    }

    @Test
    void theRoundedValueIsWhatTheDigitsSay() {
        assertThat(ShownNumber.of(0.145, Format.PERCENT, 0.05).rounded()).isEqualTo(0.15);
        assertThat(ShownNumber.of(1.4322297, Format.NUMBER).rounded()).isEqualTo(1.43);
    }

    @Test
    void theLocaleOfTheServerChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(ShownNumber.of(1234.5, Format.NUMBER, 0.3).text()).isEqualTo("1,234.5");
        } finally {
            Locale.setDefault(before);
        }
    }
}
