package com.cdhdashboard.stats.clv.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RfmScoringTest {
    @Test
    void fewDaysSinceTheLastPurchaseScoreHigh() {
        double[] days = {1, 2, 3, 4, 5};
        double[] frequency = {4, 3, 2, 1, 0};
        double[] value = {10, 50, 30, 20, 40};
        RfmScoring scoring = RfmScoring.of(days, frequency, value);

        assertThat(scoring.daysSinceLast()).isEqualTo(new Quartiles(2, 3, 4));
        assertThat(scoring.code(1, 4, 10)).isEqualTo(new RfmCode(4, 4, 1));
        assertThat(scoring.code(3, 2, 30)).isEqualTo(new RfmCode(3, 2, 2));
        assertThat(scoring.code(5, 0, 40.5)).isEqualTo(new RfmCode(1, 1, 4));
    }

    @Test
    void equalValuesSkipScores() {
        Quartiles quartiles = Quartiles.of(new double[] {0, 1, 0, 0, 2, 0, 0, 3, 0, 0});
        assertThat(quartiles.score(0)).isEqualTo(1);
        assertThat(quartiles.score(1)).isEqualTo(4);
        assertThat(quartiles.score(3)).isEqualTo(4);
    }

    @Test
    void allEqualScoreHighestInRecencyOnly() {
        double[] same = {7, 7, 7};
        assertThat(RfmScoring.of(same, same, same).code(7, 7, 7)).isEqualTo(new RfmCode(4, 1, 1));
        assertThat(RfmScoring.of(new double[] {5}, new double[] {0}, new double[] {0})
                        .code(5, 0, 0))
                .isEqualTo(new RfmCode(4, 1, 1));
    }

    @Test
    void quartilesNeedNumbers() {
        assertThatThrownBy(() -> Quartiles.of(new double[] {1, Double.NaN}))
                .hasMessage("quartiles need numbers, not NaN");
        assertThat(Quartiles.of(new double[0]).first()).isNaN();
    }

    @Test
    void quartilesOfMeanValuesMatch() {
        double[] values = TestData.csv("clv/cdnow_cbs_exact.csv").stream()
                .filter(row -> !row[3].equals("0"))
                .mapToDouble(row -> Double.parseDouble(row[6]))
                .toArray();
        JsonNode expected = TestData.json("clv/rfm_golden.json").get("cdnow").get("m_x");

        Quartiles quartiles = Quartiles.of(values);
        assertThat(quartiles.first()).isCloseTo(expected.get("q25").asDouble(), within(1e-12));
        assertThat(quartiles.median()).isCloseTo(expected.get("median").asDouble(), within(1e-12));
        assertThat(quartiles.third()).isCloseTo(expected.get("q75").asDouble(), within(1e-12));
        assertThat(Arrays.stream(values).average().orElseThrow())
                .isCloseTo(expected.get("mean").asDouble(), within(1e-10));
    }

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
