package com.cdhdashboard.core.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.report.SummarizedRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MiddleRangeTest {
    @Test
    void theLowestAndHighestHundredthAreLeftOut() {
        MiddleRange range = of(DoubleStream.iterate(0, x -> x + 1).limit(10_001).toArray());

        assertThat(range.low()).isBetween(50.0, 100.0);
        assertThat(range.high()).isBetween(9_900.0, 9_950.0);
    }

    @Test
    void aFewHugeValuesDoNotMakeItCoarse() {
        double[] values = new Random(3).doubles(10_000, 1, 2).toArray();
        values[17] = 1e9;
        values[18] = -4e7;
        MiddleRange range = of(values);

        assertThat(range.low()).isCloseTo(1.01, Percentage.withPercentage(1));
        assertThat(range.high()).isCloseTo(1.99, Percentage.withPercentage(1));
    }

    @Test
    void aConstantIsItsOwnRange() {
        assertThat(of(4, 4, 4)).isEqualTo(new MiddleRange(4, 4));
    }

    @Test
    void fewValuesKeepTheirWholeRange() {
        assertThat(of(1, 2, 30)).isEqualTo(new MiddleRange(1, 30));
    }

    private static MiddleRange of(double... values) {
        double[] ascending = Arrays.stream(values).sorted().toArray();
        return MiddleRange.of(
                edges -> bins(SummarizedRows.of(values).histogram(edges)),
                ascending[0],
                ascending[ascending.length - 1]);
    }

    private static ScoredRows bins(long[] counts) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int bin = 0; bin < counts.length; bin++) {
            if (counts[bin] > 0) {
                rows.add(List.of((long) bin, counts[bin]));
            }
        }
        return new ScoredRows(new Table(
                List.of(Column.measure("bin", ValueType.INTEGER), Column.measure("count", ValueType.INTEGER)), rows));
    }
}
