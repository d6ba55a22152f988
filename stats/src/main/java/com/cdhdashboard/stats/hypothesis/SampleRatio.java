package com.cdhdashboard.stats.hypothesis;

import java.util.stream.LongStream;

/**
 * Whether groups are as large as equal shares would make them: Σ (nᵢ − N/k)²/(N/k) over k groups, with k − 1 degrees of
 * freedom. Undefined for fewer than two groups, and without rows.
 *
 * <p>Source: A. Fabijan et al., KDD 2019, doi:10.1145/3292500.3330722.
 */
public final class SampleRatio {
    private SampleRatio() {}

    public static ChiSquareStatistic ofEqualShares(long... counts) {
        double total = LongStream.of(counts).asDoubleStream().sum();
        if (counts.length < 2 || total == 0) {
            return ChiSquareStatistic.undefined(counts.length - 1);
        }
        double share = total / counts.length;
        double sum = LongStream.of(counts)
                .asDoubleStream()
                .map(count -> (count - share) * (count - share) / share)
                .sum();
        return new ChiSquareStatistic(sum, counts.length - 1);
    }
}
