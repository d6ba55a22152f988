package com.cdhdashboard.core.report.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.metric.score.Scores;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowNumbersTest {
    private static final double VALUE = 3.1415;

    @ParameterizedTest
    @CsvSource({
        "CTR, CTR_Low, CTR_High",
        "roc_auc, roc_auc_Low, roc_auc_High",
        "rate_difference, rate_difference_ci_low, rate_difference_ci_high",
        "g_odds_ratio_stat, g_odds_ratio_ci_low, g_odds_ratio_ci_high",
        "difference, difference_low, difference_high",
        "mean_expected_value, mean_low_expected_value, mean_high_expected_value",
    })
    void aNumberAndTheEndsOfItsIntervalHaveTheSameDecimals(String number, String low, String high) {
        Map<String, Double> row = Map.of(number, VALUE, low, 2.9, high, 3.3);
        Explanation.Numbers numbers =
                name -> row.containsKey(name) ? OptionalDouble.of(row.get(name)) : OptionalDouble.empty();

        assertThat(RowNumbers.of(number, Format.RATIO, numbers).text()).isEqualTo("3.1");
        assertThat(RowNumbers.of(low, Format.RATIO, numbers).text()).isEqualTo("2.9");
        assertThat(RowNumbers.of(high, Format.RATIO, numbers).text()).isEqualTo("3.3");
        assertThat(RowNumbers.of("other", Format.RATIO, numbers).text()).isEqualTo("–");
        assertThat(RowNumbers.beside(number)).contains(low, high);
    }

    @Test
    void aTableReadsItsRowsInTheSameWay() {
        TableNumbers numbers = new TableNumbers(
                List.of(
                        Column.dimension("Step", ValueType.NUMBER),
                        new Column("Count", ValueType.INTEGER, Column.Role.SCORE),
                        Column.score("CTR"),
                        Column.score("CTR_Low"),
                        Column.score("CTR_High")),
                Scores::find);
        List<Object> known = List.of(0.5, 900L, 0.0503, 0.0412, 0.0611);
        List<Object> unknown = Arrays.asList(0.5, 900L, 0.0503, null, null);

        assertThat(numbers.isNumeric(0)).isFalse();
        assertThat(numbers.of(known, 1).text()).isEqualTo("900");
        assertThat(numbers.of(known, 2).text()).isEqualTo("5.0\u00a0%");
        assertThat(numbers.of(known, 3).text()).isEqualTo("4.1\u00a0%");
        assertThat(numbers.of(unknown, 2).text()).isEqualTo("5.03\u00a0%");
        assertThat(numbers.of(unknown, 4).text()).isEqualTo("–");
    }
}
