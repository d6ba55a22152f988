package com.cdhdashboard.duckdb.imports.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;

/** How far a quantile may lie from its rank. */
public final class RankError {
    private static final double PROMISED = 0.005;

    private RankError() {}

    /** Equal values have a range of ranks, anywhere in which a quantile is right. */
    public static void assertKept(double quantile, double share, double[] values) {
        double below = DoubleStream.of(values).filter(value -> value < quantile).count();
        double notAbove =
                DoubleStream.of(values).filter(value -> value <= quantile).count();
        assertThat(below / values.length).isLessThanOrEqualTo(share + PROMISED);
        assertThat(notAbove / values.length).isGreaterThanOrEqualTo(share - PROMISED);
    }
}
