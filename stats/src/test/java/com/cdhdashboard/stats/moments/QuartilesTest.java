package com.cdhdashboard.stats.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class QuartilesTest {
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
            WeightedQuantiles quantiles = new WeightedQuantiles(values.length);
            Arrays.stream(values).forEach(value -> quantiles.add(value, 1));
            double q1 = quantiles.quantile(0.25);
            double median = quantiles.quantile(0.5);
            double q3 = quantiles.quantile(0.75);

            assertThat(q1).isCloseTo(set.get("q1").asDouble(), within(1e-12));
            assertThat(median).isCloseTo(set.get("median").asDouble(), within(1e-12));
            assertThat(q3).isCloseTo(set.get("q3").asDouble(), within(1e-12));
            assertSkewness(Quartiles.bowley(q1, median, q3), set.get("bowley"));
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
    void equalQuartilesHaveNoSkewness() {
        assertThat(Quartiles.bowley(7, 7, 7)).isNaN();
        assertThat(Quartiles.bowley(Double.NaN, Double.NaN, Double.NaN)).isNaN();
    }
}
