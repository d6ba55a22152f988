package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Column;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells that pass some filters, in groups by the values of some dimensions. */
final class GroupedCells {
    private final List<CodedDimension> by;
    private final int[] rows;
    private final int cells;
    private final Groups groups;

    /**
     * Keeps the array, which is not to be changed any more.
     *
     * @param rows the cells that pass
     * @param cells the number of all cells
     */
    GroupedCells(List<CodedDimension> by, int[] rows, int cells) {
        this.by = List.copyOf(by);
        this.rows = rows;
        this.cells = cells;
        this.groups = group(rows, by);
    }

    /** Without dimensions there is one group, even of no cells. */
    private static Groups group(int[] rows, List<CodedDimension> by) {
        if (by.isEmpty()) {
            return new Groups(new int[rows.length], new long[1], new int[1]);
        }
        return Groups.of(
                rows,
                by.stream().map(CodedDimension::codes).toArray(char[][]::new),
                by.stream().mapToInt(dimension -> dimension.dictionary().size()).toArray());
    }

    List<Column> dimensions() {
        return by.stream().map(dimension -> dimension.dictionary().column()).toList();
    }

    int[] rows() {
        return rows;
    }

    Groups groups() {
        return groups;
    }

    /** The groups in the order of their values. */
    int[] ascending() {
        return groups.ascending();
    }

    /** The group of each cell. */
    Members members() {
        return Members.of(cells, rows, groups);
    }

    /** The values of a group. */
    List<@Nullable Object> values(int group) {
        @Nullable Object[] values = new @Nullable Object[by.size()];
        putValues(values, group);
        return Arrays.asList(values);
    }

    /** Puts the values of a group at the beginning of a row. */
    void putValues(@Nullable Object[] row, int group) {
        long rest = groups.keys()[group];
        for (int i = by.size() - 1; i >= 0; i--) {
            Dictionary dictionary = by.get(i).dictionary();
            row[i] = dictionary.values().get((int) (rest % dictionary.size()));
            rest /= dictionary.size();
        }
    }
}
