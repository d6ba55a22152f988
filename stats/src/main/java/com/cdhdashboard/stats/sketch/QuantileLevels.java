package com.cdhdashboard.stats.sketch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The levels of a quantile sketch while values are added; each level is sorted at all times. Not thread safe. */
final class QuantileLevels {
    /** The capacity of the highest level, which decides the error; lower ones may hold less and less. */
    static final int TOP_CAPACITY = 512;

    private static final double SHRINKAGE = 2.0 / 3;
    private static final int SMALLEST_CAPACITY = 8;
    private static final double[] NO_VALUES = {};

    private final List<double[]> levels;

    QuantileLevels(List<double[]> levels) {
        this.levels = new ArrayList<>(levels);
    }

    /** The levels as they are; the arrays are shared, but never written to again. */
    List<double[]> list() {
        return List.copyOf(levels);
    }

    void add(List<double[]> others) {
        for (int h = 0; h < others.size(); h++) {
            if (h == levels.size()) {
                levels.add(NO_VALUES);
            }
            levels.set(h, mergedAscending(levels.get(h), others.get(h)));
        }
        while (size() > capacity()) {
            compactLowestFullLevel();
        }
    }

    private int size() {
        return levels.stream().mapToInt(level -> level.length).sum();
    }

    private int capacity() {
        int capacity = 0;
        for (int h = 0; h < levels.size(); h++) {
            capacity += capacity(h);
        }
        return capacity;
    }

    private int capacity(int level) {
        double capacity = TOP_CAPACITY * Math.pow(SHRINKAGE, levels.size() - 1.0 - level);
        return Math.max(SMALLEST_CAPACITY, (int) Math.ceil(capacity));
    }

    /** Some level is full, as all together hold more than all capacities. */
    private void compactLowestFullLevel() {
        int level = 0;
        while (levels.get(level).length <= capacity(level)) {
            level++;
        }
        if (level + 1 == levels.size()) {
            levels.add(NO_VALUES);
        }
        double[] values = levels.get(level);
        int paired = values.length - values.length % 2;
        int offset = coin(values);
        double[] raised = new double[paired / 2];
        for (int i = 0; i < raised.length; i++) {
            raised[i] = values[2 * i + offset];
        }
        levels.set(level, Arrays.copyOfRange(values, paired, values.length));
        levels.set(level + 1, mergedAscending(levels.get(level + 1), raised));
    }

    /** 0 or 1, fair for data that were not made to defeat it, and the same for the same values. */
    private static int coin(double[] values) {
        long hash = Arrays.hashCode(values) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
        return (int) (hash >>> 63);
    }

    private static double[] mergedAscending(double[] first, double[] second) {
        if (first.length == 0 || second.length == 0) {
            return first.length == 0 ? second : first;
        }
        double[] merged = new double[first.length + second.length];
        int i = 0;
        int j = 0;
        for (int k = 0; k < merged.length; k++) {
            boolean takeFirst = j == second.length || (i < first.length && first[i] <= second[j]);
            merged[k] = takeFirst ? first[i++] : second[j++];
        }
        return merged;
    }
}
