package com.cdhdashboard.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PERCENT | 0.0042       | 0.420 %",
                "PERCENT | 0.123        | 12.3 %",
                "PERCENT | 0            | 0 %",
                "PERCENT | -0.05        | −5.00 %",
                "COUNT   | 0            | 0",
                "COUNT   | 1234567      | 1,234,567",
                "COUNT   | -1234        | −1,234",
                "MONEY   | 30812.4      | 30,812",
                "MONEY   | 12.5         | 12.50",
                "MONEY   | 12           | 12",
                "NUMBER  | 1.4322297    | 1.43",
                "NUMBER  | 999.987      | 999.99",
                "NUMBER  | 125135.5     | 125,136",
                "NUMBER  | -1.4322297   | −1.43",
                "NUMBER  | 0.00012345   | 0.00012",
                "NUMBER  | -0.000000001 | −1.0E-9",
                "RATIO   | 12.3         | 12.30",
                "P_VALUE | 0.0131       | 0.013",
                "P_VALUE | 0.00099      | < 0.001",
                "P_VALUE | 1            | 1.000",
                "COUNT   | NaN          | –",
                "PERCENT | Infinity     | –",
                "P_VALUE | NaN          | –",
            })
    void numbersAreWrittenAsTheirKindAsks(Format format, double value, String text) {
        assertThat(plain(NumberText.of(value, format))).isEqualTo(text);
    }

    @Test
    void quickDigitsAreThoseOfTheDecimalNumber() {
        Random random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            double scale = Math.pow(10, random.nextInt(14) - 4);
            double drawn = (random.nextDouble() - 0.5) * scale;
            // Every other number lies on or beside the middle between two rounded ones.
            double value = i % 2 == 0 ? drawn : Math.rint(drawn) + 0.5 / Math.pow(10, random.nextInt(7));
            int decimals = random.nextInt(8);
            assertThat(NumberText.fixed(value, decimals))
                    .as("%s with %d decimals", value, decimals)
                    .isEqualTo(NumberText.fixed(BigDecimal.valueOf(value), decimals));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.025    | 0.0069   | 2.5 %",
                "0.025    | 0.00012  | 2.500 %",
                "0.12345  | 0.06     | 12 %",
                "0.004    | 0.03     | 0.4 %",
                "0.0042   | 0.001    | 0.42 %",
                "0        | 0.3      | 0 %",
                "0.5      | NaN      | 50.0 %",
                "0.5      | 0        | 50.0 %",
                "NaN      | 0.1      | –",
            })
    void ratesHaveAsManyDecimalsAsTheirIntervalJustifies(double share, double halfWidth, String text) {
        assertThat(plain(ShownNumber.of(share, Format.PERCENT, halfWidth).text()))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0035  | PERCENT | NaN    | +0.350 pp",
                "-0.0035 | PERCENT | 0.001  | −0.35 pp",
                "0.12345 | PERCENT | NaN    | +12.3 pp",
                "0.12345 | PERCENT | 0.06   | +12 pp",
                "0       | PERCENT | NaN    | 0 pp",
                "1e-17   | PERCENT | NaN    | 0.000000 pp",
                "NaN     | PERCENT | 0.1    | –",
                "0.0123  | INDEX   | NaN    | +0.0123",
                "-0.0123 | INDEX   | 0.02   | −0.012",
                "12.5    | NUMBER  | NaN    | +12.50",
            })
    void differencesHaveTheDigitsOfNumbersAndASign(double difference, Format format, double halfWidth, String text) {
        assertThat(plain(NumberText.difference(difference, format, halfWidth))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.5 | +50.0 %", "-0.053 | −5.30 %", "0 | 0 %", "2.5 | +250 %", "Infinity | –"})
    void relativeChangesHaveASign(double change, String text) {
        assertThat(plain(NumberText.relativeChange(change))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.0131 | p = 0.013", "1e-301 | p < 0.001", "NaN | –"})
    void pValuesAreNamed(double p, String text) {
        assertThat(NumberText.pValue(p)).isEqualTo(text);
    }

    @Test
    void anIntervalStandsBehindItsRateWithTheSameDecimals() {
        assertThat(plain(NumberText.withInterval(0.025, Format.PERCENT, 0.0190144, 0.0328068)))
                .isEqualTo("2.5 % (1.9 to 3.3 %)");
        assertThat(plain(NumberText.withInterval(0.5, Format.PERCENT, Double.NaN, Double.NaN)))
                .isEqualTo("50.0 %");
    }

    @Test
    void countsAreThoseOfJavasOwnFormat() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            long count = random.nextLong() >> random.nextInt(60);
            assertThat(NumberText.count(count))
                    .isEqualTo(String.format(Locale.ROOT, "%,d", count).replace('-', '−'));
        }
        assertThat(NumberText.count(Long.MIN_VALUE)).isEqualTo("−9,223,372,036,854,775,808");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PERCENT | 0.5     | .1~%",
                "PERCENT | 0.042   | .2~%",
                "PERCENT | 0.00042 | .4~%",
                "COUNT   | 900     | ,~f",
                "COUNT   | 10000   | ,~f",
                "NUMBER  | 4       | .3~g",
                "NUMBER  | 1000    | ,~f",
                "P_VALUE | 1       | .3~f",
            })
    void ticksHaveTheDecimalsOfTheirAxis(Format format, double largest, String d3) {
        assertThat(TickFormat.of(format, largest)).isEqualTo(d3);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
