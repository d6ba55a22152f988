package com.cdhdashboard.duckdb.columnar;

import java.util.Arrays;

/** Cells put into groups by the codes of some dimensions. Arrays given out are not to be changed. */
final class Groups {
    /** Up to so many possible keys per selected cell, a table of all of them is cheaper than hashing. */
    private static final int DENSE = 4;

    private static final int SMALL = 4096;

    private final int[] of;
    private final long[] keys;
    private final int[] ascending;

    Groups(int[] of, long[] keys, int[] ascending) {
        this.of = of;
        this.keys = keys;
        this.ascending = ascending;
    }

    /**
     * Groups the selected cells; the caller sees to it that keys fit into a long.
     *
     * @param columns the codes of the dimensions
     * @param sizes how many codes each dimension has
     */
    static Groups of(int[] rows, char[][] columns, int[] sizes) {
        long possible = 1;
        long[] keyOf = new long[rows.length];
        for (int dimension = 0; dimension < columns.length; dimension++) {
            possible *= Math.max(1, sizes[dimension]);
            char[] codes = columns[dimension];
            long size = sizes[dimension];
            for (int i = 0; i < rows.length; i++) {
                keyOf[i] = keyOf[i] * size + codes[rows[i]];
            }
        }
        KeyPlaces places = possible <= Math.max(SMALL, (long) DENSE * rows.length)
                ? new KeyPlaces.Dense((int) possible)
                : new KeyPlaces.Hashed();
        int[] of = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            of[i] = places.place(keyOf[i]);
        }
        return new Groups(of, places.keys(), ascending(places));
    }

    private static int[] ascending(KeyPlaces places) {
        long[] sorted = places.keys();
        Arrays.sort(sorted);
        int[] ascending = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            ascending[i] = places.place(sorted[i]);
        }
        return ascending;
    }

    /** The group of each selected cell, numbered as they were met. */
    int[] of() {
        return of;
    }

    /** The codes of each group as one number in which the first dimension weighs most. */
    long[] keys() {
        return keys;
    }

    /** The groups in the order of their keys, which is that of their values. */
    int[] ascending() {
        return ascending;
    }

    int count() {
        return keys.length;
    }
}
