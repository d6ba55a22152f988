package com.cdhdashboard.stats.moments;

import java.util.Arrays;

/**
 * Quantiles by linear interpolation between order statistics, type 7 of Hyndman and Fan (the default of R and NumPy), of
 * values that arrive in ascending order and stand for several rows each, not always a whole number of them. Not thread
 * safe. Source: The American Statistician 50 (1996) 361-365, doi:10.2307/2684934.
 */
public final class WeightedQuantiles {
    private final double[] values;
    private final double[] upto;
    private int size;

    /** For up to so many values at a time. */
    public WeightedQuantiles(int capacity) {
        values = new double[capacity];
        upto = new double[capacity];
    }

    /**
     * Adds a value.
     *
     * @param value not below the one before
     * @param rows that it stands for, more than none
     */
    public void add(double value, double rows) {
        if (!(rows > 0 && (size == 0 || values[size - 1] <= value))) {
            throw new IllegalArgumentException(
                    "values are ascending and stand for some rows; not so " + value + " for " + rows);
        }
        values[size] = value;
        upto[size] = size == 0 ? rows : upto[size - 1] + rows;
        size++;
    }

    /**
     * With N the number of rows, rounded, and h = (N − 1)·q: linear between the values at ranks ⌊h⌋ and ⌊h⌋ + 1.
     * {@code NaN} for no values.
     *
     * @param q between 0 and 1
     */
    public double quantile(double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("a quantile lies between 0 and 1: " + q);
        }
        if (size == 0) {
            return Double.NaN;
        }
        double place = (Math.floor(upto[size - 1] + 0.5) - 1) * q;
        double below = Math.floor(place);
        double low = at(below);
        return low + (place - below) * (at(below + 1) - low);
    }

    /** The value at a rank, counted from 0; the largest beyond the last. */
    private double at(double rank) {
        int place = Arrays.binarySearch(upto, 0, size, rank);
        return values[Math.min(size - 1, place >= 0 ? place + 1 : -place - 1)];
    }

    /** Forgets what was added. */
    public void clear() {
        size = 0;
    }
}
