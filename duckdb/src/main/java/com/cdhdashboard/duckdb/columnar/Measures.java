package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Column;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The measures of a cube in the order of its schema, whichever way they are held. */
final class Measures {
    private final List<Column> columns;
    private final List<Sums> sums;
    /** The place among the columns of each measure of each of the sums. */
    private final int[][] places;

    Measures(List<Column> columns, List<Sums> sums) {
        this.columns = List.copyOf(columns);
        this.sums = List.copyOf(sums);
        this.places = sums.stream()
                .map(one -> one.measures().stream().mapToInt(columns::indexOf).toArray())
                .toArray(int[][]::new);
    }

    List<Column> columns() {
        return columns;
    }

    Totals of(int[] rows, Groups groups) {
        return new Totals(sums.stream().map(one -> one.of(rows, groups)).toList());
    }

    /** The totals of all measures by group. */
    final class Totals {
        private final List<Sums.Totals> totals;

        private Totals(List<Sums.Totals> totals) {
            this.totals = totals;
        }

        /** Puts the totals of a group into a row, the first at {@code start}. */
        void put(@Nullable Object[] row, int start, int group) {
            for (int i = 0; i < places.length; i++) {
                for (int measure = 0; measure < places[i].length; measure++) {
                    row[start + places[i][measure]] = totals.get(i).of(group, measure);
                }
            }
        }

        /** What these measures, which are counts, come to in a group. */
        long sum(int group, Set<String> measures) {
            long sum = 0;
            for (int i = 0; i < places.length; i++) {
                for (int measure = 0; measure < places[i].length; measure++) {
                    if (measures.contains(columns.get(places[i][measure]).name())) {
                        sum += totals.get(i).of(group, measure).longValue();
                    }
                }
            }
            return sum;
        }
    }
}
