package com.cdhdashboard.core.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinEdgesTest {
    @Test
    void edgesAreRoundAndHoldTheRange() {
        double[] edges = BinEdges.of(0.013, 0.987);

        assertThat(edges).hasSize(21).startsWith(0, 0.05, 0.1).endsWith(1);
    }

    @Test
    void aSingleValueHasOneBinAroundIt() {
        assertThat(BinEdges.of(0, 0)).containsExactly(-0.5, 0.5);
        assertThat(BinEdges.of(37, 37)).containsExactly(32, 42);
        assertThat(BinEdges.of(-0.02, -0.02)).containsExactly(-0.025, -0.015);
    }

    @Test
    void valuesTooCloseForNumbersToTellApartShareABin() {
        double[] edges = BinEdges.of(1e15, Math.nextUp(1e15));

        assertThat(edges).hasSize(2);
        assertThat(edges[0]).isLessThan(1e15);
        assertThat(edges[1]).isGreaterThan(Math.nextUp(1e15));
    }

    @Test
    void anyRangeGivesAscendingEdgesAroundIt() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
            double high = low + Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(12) - 6);
            double[] edges = BinEdges.of(low, high);

            assertThat(edges).as("%s to %s", low, high).hasSizeBetween(2, 43).isSorted();
            assertThat(edges[0]).as("%s to %s", low, high).isLessThanOrEqualTo(low);
            assertThat(edges[edges.length - 1]).as("%s to %s", low, high).isGreaterThanOrEqualTo(high);
            assertThat(Arrays.stream(edges).distinct().count()).isEqualTo(edges.length);
        }
    }
}
