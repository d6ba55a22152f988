package com.cdhdashboard.duckdb.columnar;

/** The cells that the rows of a summary table belong to, row by row. Immutable. */
final class SummaryTableRows {
    private final int[] cells;
    /** How many rows each cell has. */
    private final Weights sizes;

    /** Keeps the array, which is not to be changed any more; cells are numbered below {@code cellCount}. */
    SummaryTableRows(int[] cells, int cellCount) {
        this.cells = cells;
        double[] counts = new double[cellCount];
        for (int cell : cells) {
            counts[cell]++;
        }
        this.sizes = Weights.of(counts);
    }

    long bytes() {
        return (long) Integer.BYTES * cells.length + sizes.bytes();
    }

    /** The group of a row, or {@link Members#NONE}. */
    int group(int row, Members members) {
        return members.groups()[cells[row]];
    }

    /** Puts the rows of each group together, in their own order. */
    Parts parts(Members members) {
        int[] bounds = bounds(members);
        int[] groups = members.groups();
        // One place more, for rows of no group: going through all rows without asking is faster where few pass.
        int[] next = new int[bounds.length];
        System.arraycopy(bounds, 0, next, 1, bounds.length - 1);
        int[] rows = new int[bounds[bounds.length - 1] + 1];
        int[] places = new int[rows.length];
        int passed = 0;
        for (int row = 0; row < cells.length; row++) {
            int group = groups[cells[row]];
            rows[passed] = row;
            places[passed] = next[group + 1];
            int one = group == Members.NONE ? 0 : 1;
            next[group + 1] += one;
            passed += one;
        }
        boolean all = passed == cells.length && members.count() == 1;
        return new Parts(rows, places, bounds, all);
    }

    /** The place of the first row of each group, and last the number of all rows. */
    private int[] bounds(Members members) {
        int[] groups = members.groups();
        int[] bounds = new int[members.count() + 1];
        for (int cell = 0; cell < groups.length; cell++) {
            if (groups[cell] != Members.NONE) {
                bounds[groups[cell] + 1] += (int) sizes.at(cell);
            }
        }
        for (int group = 1; group < bounds.length; group++) {
            bounds[group] += bounds[group - 1];
        }
        return bounds;
    }

    /** Rows put together by group. */
    static final class Parts {
        private final int[] rows;
        private final int[] places;
        private final int[] bounds;
        private final boolean all;

        private Parts(int[] rows, int[] places, int[] bounds, boolean all) {
            this.rows = rows;
            this.places = places;
            this.bounds = bounds;
            this.all = all;
        }

        /** The place of the first row of a group. */
        int from(int group) {
            return bounds[group];
        }

        /** The place after the last row of a group. */
        int to(int group) {
            return bounds[group + 1];
        }

        private int count() {
            return bounds[bounds.length - 1];
        }

        /** The number of rows of the largest group. */
        int most() {
            int most = 0;
            for (int group = 0; group + 1 < bounds.length; group++) {
                most = Math.max(most, to(group) - from(group));
            }
            return most;
        }

        /** A column in these places, not to be changed. */
        double[] of(double[] column) {
            if (all) {
                return column;
            }
            double[] moved = new double[count()];
            for (int i = 0; i < moved.length; i++) {
                moved[places[i]] = column[rows[i]];
            }
            return moved;
        }

        /** A column in these places, not to be changed. */
        char[] of(char[] column) {
            if (all) {
                return column;
            }
            char[] moved = new char[count()];
            for (int i = 0; i < moved.length; i++) {
                moved[places[i]] = column[rows[i]];
            }
            return moved;
        }
    }
}
