package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Column;

/** A measure of every cell, and its sums by group. */
sealed interface Sums {
    Column measure();

    /** The sum of each group, to be read by group number; a group without cells has 0. */
    Totals of(int[] rows, Groups groups);

    /** Whole numbers of any size; the caller sees to it that the sum over all cells fits. */
    static Sums ofCounts(Column measure, long[] cells) {
        char[] small = new char[cells.length];
        for (int i = 0; i < cells.length; i++) {
            small[i] = (char) cells[i];
            if (small[i] != cells[i]) {
                return new Counts(measure, cells);
            }
        }
        return new SmallCounts(measure, small);
    }

    /** The total of a group, {@code Long} or {@code Double}. */
    @FunctionalInterface
    interface Totals {
        Number of(int group);
    }

    /** Whole numbers from 0 to {@link Character#MAX_VALUE}, as most cells have: a quarter of the memory to go through. */
    final class SmallCounts implements Sums {
        private final Column measure;
        private final char[] cells;

        SmallCounts(Column measure, char[] cells) {
            this.measure = measure;
            this.cells = cells;
        }

        @Override
        public Column measure() {
            return measure;
        }

        @Override
        public Totals of(int[] rows, Groups groups) {
            long[] totals = new long[groups.count()];
            int[] group = groups.of();
            for (int i = 0; i < rows.length; i++) {
                totals[group[i]] += cells[rows[i]];
            }
            return place -> totals[place];
        }
    }

    /** Whole numbers of any size. */
    final class Counts implements Sums {
        private final Column measure;
        private final long[] cells;

        Counts(Column measure, long[] cells) {
            this.measure = measure;
            this.cells = cells;
        }

        @Override
        public Column measure() {
            return measure;
        }

        @Override
        public Totals of(int[] rows, Groups groups) {
            long[] totals = new long[groups.count()];
            int[] group = groups.of();
            for (int i = 0; i < rows.length; i++) {
                totals[group[i]] += cells[rows[i]];
            }
            return place -> totals[place];
        }
    }

    /** Amounts, all of them finite. */
    final class Amounts implements Sums {
        private final Column measure;
        private final double[] cells;

        Amounts(Column measure, double[] cells) {
            this.measure = measure;
            this.cells = cells;
        }

        @Override
        public Column measure() {
            return measure;
        }

        @Override
        public Totals of(int[] rows, Groups groups) {
            CompensatedSums totals = new CompensatedSums(groups.count());
            int[] group = groups.of();
            for (int i = 0; i < rows.length; i++) {
                totals.add(group[i], cells[rows[i]]);
            }
            return totals::of;
        }
    }
}
