package com.cdhdashboard.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentilesTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "50, 50", "50.1, 51", "95, 95", "99, 99", "99.5, 100", "100, 100"})
    void ofOneToAHundredAreThePercentages(double percent, double expected) {
        double[] values =
                IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();

        assertThat(new Percentiles(values).at(percent)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 50, 95, 100})
    void ofOneValueAreThatValue(double percent) {
        assertThat(new Percentiles(7.5).at(percent)).isEqualTo(7.5);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(new Percentiles(4, 1, 3, 100).median()).isEqualTo(3.5);
        assertThat(new Percentiles(4, 1, 100).median()).isEqualTo(4);
    }

    @Test
    void theEndsAreTheSmallestAndTheLargest() {
        Percentiles percentiles = new Percentiles(4, -1, 3);

        assertThat(percentiles.min()).isEqualTo(-1);
        assertThat(percentiles.max()).isEqualTo(4);
        assertThat(percentiles.count()).isEqualTo(3);
    }

    @Test
    void theValuesHandedInStayAsTheyAre() {
        double[] values = {3, 1, 2};

        assertThat(new Percentiles(values).median()).isEqualTo(2);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 100.1, Double.NaN})
    void otherPercentagesAreRefused(double percent) {
        assertThatThrownBy(() -> new Percentiles(1).at(percent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a percentile lies above 0 and up to 100: " + percent);
    }

    @Test
    void nothingAndWhatIsNoNumberHaveNone() {
        for (double[] values : new double[][] {{}, {1, Double.NaN}, {Double.POSITIVE_INFINITY}}) {
            assertThatThrownBy(() -> new Percentiles(DoubleStream.of(values).toArray()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("at least one value is needed, and all must be finite");
        }
    }
}
