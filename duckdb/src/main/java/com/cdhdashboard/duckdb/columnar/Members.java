package com.cdhdashboard.duckdb.columnar;

import java.util.Arrays;

/** The group of each cell of a cube. Arrays given out are not to be changed. */
final class Members {
    /** Of a cell that does not pass. */
    static final int NONE = -1;

    private final int[] groups;
    private final int count;
    private final boolean empty;

    private Members(int[] groups, int count, boolean empty) {
        this.groups = groups;
        this.count = count;
        this.empty = empty;
    }

    /**
     * The groups of all cells.
     *
     * @param cells how many there are
     * @param rows the cells that pass, to which the groups belong
     */
    static Members of(int cells, int[] rows, Groups groups) {
        int[] of = groups.of();
        if (rows.length == cells) {
            return new Members(of, groups.count(), cells == 0);
        }
        int[] all = new int[cells];
        Arrays.fill(all, NONE);
        for (int i = 0; i < rows.length; i++) {
            all[rows[i]] = of[i];
        }
        return new Members(all, groups.count(), rows.length == 0);
    }

    /** By cell, {@link #NONE} for one that does not pass. */
    int[] groups() {
        return groups;
    }

    /** The number of groups. */
    int count() {
        return count;
    }

    /** Whether no cell passes; of several groups each has a cell. */
    boolean isEmpty() {
        return empty;
    }
}
