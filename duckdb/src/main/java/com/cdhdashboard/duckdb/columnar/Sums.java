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

    /**
     * Amounts, summed with the rounding errors of each step kept and added at the end (Neumaier, Rundungsfehleranalyse
     * einiger Verfahren zur Summation endlicher Summen, ZAMM 54, 1974), so that the order of cells does not show. All
     * amounts are finite.
     */
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
            double[] totals = new double[groups.count()];
            double[] errors = new double[groups.count()];
            int[] group = groups.of();
            for (int i = 0; i < rows.length; i++) {
                int place = group[i];
                double cell = cells[rows[i]];
                double before = totals[place];
                double after = before + cell;
                errors[place] += Math.abs(before) >= Math.abs(cell) ? (before - after) + cell : (cell - after) + before;
                totals[place] = after;
            }
            return place -> totals[place] + errors[place];
        }
    }
}
