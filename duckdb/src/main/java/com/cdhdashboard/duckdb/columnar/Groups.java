package com.cdhdashboard.duckdb.columnar;

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
        for (int size : sizes) {
            possible *= Math.max(1, size);
        }
        return possible <= Math.max(SMALL, Math.min((long) DENSE * rows.length, Integer.MAX_VALUE / 2))
                ? dense(rows, columns, sizes, (int) possible)
                : hashed(rows, columns, sizes);
    }

    private static Groups dense(int[] rows, char[][] columns, int[] sizes, int possible) {
        int[] of = new int[rows.length];
        for (int dimension = 0; dimension < columns.length; dimension++) {
            char[] codes = columns[dimension];
            int size = sizes[dimension];
            for (int i = 0; i < rows.length; i++) {
                of[i] = of[i] * size + codes[rows[i]];
            }
        }
        GroupIndex.Dense places = new GroupIndex.Dense(possible);
        for (int i = 0; i < rows.length; i++) {
            of[i] = places.place(of[i]);
        }
        return new Groups(of, places.keys(), places.ascending());
    }

    private static Groups hashed(int[] rows, char[][] columns, int[] sizes) {
        GroupIndex.Hashed places = new GroupIndex.Hashed();
        int[] of = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            long key = 0;
            for (int dimension = 0; dimension < columns.length; dimension++) {
                key = key * sizes[dimension] + columns[dimension][row];
            }
            of[i] = places.place(key);
        }
        return new Groups(of, places.keys(), places.ascending());
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
