package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Column;
import java.util.List;

/** Measures of every cell, and their sums by group. */
sealed interface Sums {
    List<Column> measures();

    /** The sums of each group; a group without cells has 0. */
    Totals of(int[] rows, Groups groups);

    /** The total of a group, {@code Long} or {@code Double}. */
    @FunctionalInterface
    interface Totals {
        /** Of the measure at this place among {@link #measures}. */
        Number of(int group, int measure);
    }

    /** Whether all are whole numbers from 0 to {@link Character#MAX_VALUE}, as most cells have. */
    static boolean areSmall(long[] cells) {
        for (long cell : cells) {
            if ((char) cell != cell) {
                return false;
            }
        }
        return true;
    }

    /**
     * Small whole numbers of several measures: a quarter of the memory to go through. The measures of a cell are side by
     * side and summed in one go, as each step of a sum waits for the one before.
     */
    final class SmallCounts implements Sums {
        private final List<Column> measures;
        private final char[] cells;

        /**
         * Takes numbers for which {@link #areSmall} holds.
         *
         * @param columns the cells of each measure
         */
        SmallCounts(List<Column> measures, List<long[]> columns) {
            this.measures = List.copyOf(measures);
            int width = measures.size();
            this.cells = new char[Math.multiplyExact(width, columns.get(0).length)];
            for (int measure = 0; measure < width; measure++) {
                long[] column = columns.get(measure);
                for (int i = 0; i < column.length; i++) {
                    cells[i * width + measure] = (char) column[i];
                }
            }
        }

        @Override
        public List<Column> measures() {
            return measures;
        }

        @Override
        public Totals of(int[] rows, Groups groups) {
            int width = measures.size();
            long[] totals = new long[Math.multiplyExact(width, groups.count())];
            int[] group = groups.of();
            for (int i = 0; i < rows.length; i++) {
                int cell = rows[i] * width;
                int total = group[i] * width;
                for (int measure = 0; measure < width; measure++) {
                    totals[total + measure] += cells[cell + measure];
                }
            }
            return (place, measure) -> totals[place * width + measure];
        }
    }

    /** Whole numbers of any size; the caller sees to it that the sum over all cells fits. */
    final class Counts implements Sums {
        private final Column measure;
        private final long[] cells;

        Counts(Column measure, long[] cells) {
            this.measure = measure;
            this.cells = cells;
        }

        @Override
        public List<Column> measures() {
            return List.of(measure);
        }

        @Override
        public Totals of(int[] rows, Groups groups) {
            long[] totals = new long[groups.count()];
            int[] group = groups.of();
            for (int i = 0; i < rows.length; i++) {
                totals[group[i]] += cells[rows[i]];
            }
            return (place, measure) -> totals[place];
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
        public List<Column> measures() {
            return List.of(measure);
        }

        @Override
        public Totals of(int[] rows, Groups groups) {
            CompensatedSums totals = new CompensatedSums(groups.count());
            int[] group = groups.of();
            for (int i = 0; i < rows.length; i++) {
                totals.add(group[i], cells[rows[i]]);
            }
            return (place, measure) -> totals.of(place);
        }
    }
}
