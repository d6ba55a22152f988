package com.cdhdashboard.stats.clv.history;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Numbers that stand for histories, in the order of x, T, t_x: made of the places of the three values among the different
 * ones. Sorting and searching such numbers takes millions of rows where tables of objects take too long.
 */
final class HistoryKeys {
    private final double[] repeats;
    private final double[] observed;
    private final double[] lastRepeat;

    HistoryKeys(int[] repeats, double[] lastRepeat, double[] observed) {
        this.repeats = distinct(IntStream.of(repeats).asDoubleStream());
        this.observed = distinct(DoubleStream.of(observed));
        this.lastRepeat = distinct(DoubleStream.of(lastRepeat));
        long pairs = Math.multiplyExact((long) this.repeats.length, (long) this.observed.length);
        // refuses what no number can stand for, which takes millions of customers who differ in everything
        Math.multiplyExact(pairs, (long) this.lastRepeat.length);
    }

    long of(int repeats, double lastRepeat, double observed) {
        long pair = (long) place(this.repeats, repeats) * this.observed.length + place(this.observed, observed);
        return pair * this.lastRepeat.length + place(this.lastRepeat, lastRepeat);
    }

    int repeats(long key) {
        return (int) repeats[(int) (key / lastRepeat.length / observed.length)];
    }

    double observed(long key) {
        return observed[(int) (key / lastRepeat.length % observed.length)];
    }

    double lastRepeat(long key) {
        return lastRepeat[(int) (key % lastRepeat.length)];
    }

    /** −0.0 is 0.0. */
    private static int place(double[] ascending, double value) {
        return Arrays.binarySearch(ascending, value + 0.0);
    }

    private static double[] distinct(DoubleStream values) {
        double[] sorted = values.map(value -> value + 0.0).toArray();
        Arrays.parallelSort(sorted);
        int count = 0;
        for (double value : sorted) {
            if (count == 0 || value != sorted[count - 1]) {
                sorted[count++] = value;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** The different ones, in ascending order. */
    static long[] distinct(long[] keys) {
        long[] sorted = keys.clone();
        Arrays.parallelSort(sorted);
        int count = 0;
        for (long key : sorted) {
            if (count == 0 || key != sorted[count - 1]) {
                sorted[count++] = key;
            }
        }
        return Arrays.copyOf(sorted, count);
    }
}
