package com.cdhdashboard.stats.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "0.25, 2", "0.5, 4", "0.75, 11.75", "1, 34"})
    void quantilesInterpolateBetweenNeighbours(double q, double expected) {
        double[] values = {1, 1, 2, 2, 3, 5, 8, 13, 21, 34};

        assertThat(Quantiles.type7(values, q)).isEqualTo(expected);
    }

    @Test
    void quartilesAndSkewnessMatchReferenceValues() {
        JsonNode golden = TestData.json("stats/descriptive_golden.json").get("bowley");

        assertThat(golden).isNotEmpty();
        for (JsonNode set : golden) {
            if (!set.has("values")) {
                continue; // a note on the file
            }
            double[] values = StreamSupport.stream(set.get("values").spliterator(), false)
                    .mapToDouble(JsonNode::asDouble)
                    .sorted()
                    .toArray();
            double q1 = Quantiles.type7(values, 0.25);
            double median = Quantiles.type7(values, 0.5);
            double q3 = Quantiles.type7(values, 0.75);

            assertThat(q1).isCloseTo(set.get("q1").asDouble(), within(1e-12));
            assertThat(median).isCloseTo(set.get("median").asDouble(), within(1e-12));
            assertThat(q3).isCloseTo(set.get("q3").asDouble(), within(1e-12));
            assertSkewness(Quantiles.bowley(q1, median, q3), set.get("bowley"));
        }
    }

    private static void assertSkewness(double actual, JsonNode expected) {
        if (expected.isNull()) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(expected.asDouble(), within(1e-12));
        }
    }

    @Test
    void noValuesHaveNoQuantileAndEqualQuartilesNoSkewness() {
        assertThat(Quantiles.type7(new double[0], 0.5)).isNaN();
        assertThat(Quantiles.bowley(7, 7, 7)).isNaN();
        assertThat(Quantiles.bowley(Double.NaN, Double.NaN, Double.NaN)).isNaN();
    }

    @Test
    void aShareOutsideZeroAndOneIsRefused() {
        assertThatThrownBy(() -> Quantiles.type7(new double[] {1}, Double.NaN))
                .hasMessage("a quantile lies between 0 and 1: NaN");
    }
}
