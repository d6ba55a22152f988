package com.cdhdashboard.stats.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.cdhdashboard.testdata.Definitions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedQuantilesTest {
    private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 0.9, 0.95, 1};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersAsIfEachValueStoodThereSoOften(long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(60);
        double[] distinct = random.doubles(size).sorted().toArray();
        WeightedQuantiles weighted = new WeightedQuantiles(size);
        double[] all = {};
        for (double value : distinct) {
            int times = 1 + random.nextInt(4);
            weighted.add(value, times);
            int before = all.length;
            all = Arrays.copyOf(all, before + times);
            Arrays.fill(all, before, all.length, value);
        }
        for (double share : SHARES) {
            assertThat(weighted.quantile(share))
                    .as("%s", share)
                    .isCloseTo(Definitions.quantile(all, share), offset(1e-15));
        }
    }

    /** Three values for a third of ten rows each: ranks are counted in rows, and the last value has what is left. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0.25, 1", "0.5, 2", "0.75, 2.75", "1, 3"})
    void takesValuesForPartsOfRows(double share, double expected) {
        WeightedQuantiles thirds = new WeightedQuantiles(3);
        for (double value : new double[] {1, 2, 3}) {
            thirds.add(value, 10 / 3.0);
        }
        assertThat(thirds.quantile(share)).isEqualTo(expected);
    }

    @Test
    void hasNoQuantileOfNothing() {
        WeightedQuantiles none = new WeightedQuantiles(1);
        none.add(5, 1);
        assertThat(none.quantile(0.5)).isEqualTo(5);
        none.clear();
        assertThat(none.quantile(0.5)).isNaN();
    }

    @Test
    void refusesWhatItCannotPlace() {
        WeightedQuantiles some = new WeightedQuantiles(3);
        some.add(2, 1);
        assertThatThrownBy(() -> some.add(1, 1))
                .hasMessage("values are ascending and stand for some rows; not so 1.0 for 1.0");
        assertThatThrownBy(() -> some.add(3, 0))
                .hasMessage("values are ascending and stand for some rows; not so 3.0 for 0.0");
        assertThatThrownBy(() -> some.add(Double.NaN, 1))
                .hasMessage("values are ascending and stand for some rows; not so NaN for 1.0");
        assertThatThrownBy(() -> some.quantile(1.5)).hasMessage("a quantile lies between 0 and 1: 1.5");
    }
}
