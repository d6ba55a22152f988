package com.cdhdashboard.stats.sketch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Values in ascending order, and how many values lie at or before each. */
final class WeightedValues {
    private final double[] values;
    private final long[] ranks;

    private WeightedValues(double[] values, long[] ranks) {
        this.values = values;
        this.ranks = ranks;
    }

    static WeightedValues of(List<double[]> levels) {
        int size = levels.stream().mapToInt(level -> level.length).sum();
        double[] values = new double[size];
        long[] weights = new long[size];
        int filled = 0;
        for (int h = 0; h < levels.size(); h++) {
            double[] level = levels.get(h);
            System.arraycopy(level, 0, values, filled, level.length);
            Arrays.fill(weights, filled, filled + level.length, 1L << h);
            filled += level.length;
        }
        int[] ascending = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] sorted = new double[size];
        long[] ranks = new long[size];
        long rank = 0;
        for (int i = 0; i < size; i++) {
            rank += weights[ascending[i]];
            sorted[i] = values[ascending[i]];
            ranks[i] = rank;
        }
        return new WeightedValues(sorted, ranks);
    }

    /** The value that has the given rank, counted from 0. */
    double at(long rank) {
        int place = Arrays.binarySearch(ranks, rank + 1);
        return values[Math.min(values.length - 1, place >= 0 ? place : -place - 1)];
    }
}
