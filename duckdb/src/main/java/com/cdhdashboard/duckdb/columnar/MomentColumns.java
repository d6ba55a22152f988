package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Summary.Moments;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Count, sum, squares, smallest and largest value of each cell. Deviations are taken from the mean of the group first,
 * as the engine does (T. Chan, G. Golub, R. LeVeque, COMPSTAT 1982).
 */
final class MomentColumns implements SummaryColumns {
    private final Moments moments;
    private final Weights counts;
    private final double[] sums;
    private final double[] squares;
    private final double[] least;
    private final double[] most;

    /**
     * Keeps the arrays, which are not to be changed any more.
     *
     * @param figures the sums, squares, least and greatest values of the cells; of a cell without values anything
     */
    MomentColumns(Moments moments, Weights counts, List<double[]> figures) {
        this.moments = moments;
        this.counts = counts;
        this.sums = figures.get(0);
        this.squares = figures.get(1);
        this.least = figures.get(2);
        this.most = figures.get(3);
    }

    @Override
    public List<Column> columns() {
        return moments.columns();
    }

    @Override
    public long bytes() {
        return counts.bytes() + 4L * Double.BYTES * sums.length;
    }

    @Override
    public Answers of(Members members) {
        if (members.isEmpty()) {
            return group -> nothing();
        }
        int[] groups = members.groups();
        Totals totals = new Totals(members.count());
        for (int cell = 0; cell < groups.length; cell++) {
            if (groups[cell] != Members.NONE && counts.at(cell) > 0) {
                totals.add(groups[cell], cell);
            }
        }
        totals.endSums();
        for (int cell = 0; cell < groups.length; cell++) {
            if (groups[cell] != Members.NONE && counts.at(cell) > 0) {
                totals.addDeviation(groups[cell], cell);
            }
        }
        return totals::of;
    }

    /** What is added up for each group. */
    private final class Totals {
        private final double[] count;
        private final double[] min;
        private final double[] max;
        private final double[] mean;
        private final CompensatedSums sum;
        private final CompensatedSums deviations;

        Totals(int groups) {
            count = new double[groups];
            min = new double[groups];
            max = new double[groups];
            mean = new double[groups];
            Arrays.fill(min, Double.POSITIVE_INFINITY);
            Arrays.fill(max, Double.NEGATIVE_INFINITY);
            sum = new CompensatedSums(groups);
            deviations = new CompensatedSums(groups);
        }

        void add(int group, int cell) {
            count[group] += counts.at(cell);
            sum.add(group, sums[cell]);
            min[group] = Math.min(min[group], least[cell]);
            max[group] = Math.max(max[group], most[cell]);
        }

        void endSums() {
            for (int group = 0; group < mean.length; group++) {
                mean[group] = sum.of(group) / count[group];
            }
        }

        /** SSᵢ + nᵢ·(mᵢ − m)², of which the squares of the group are the sum. */
        void addDeviation(int group, int cell) {
            double rows = counts.at(cell);
            double deviation = sums[cell] / rows - mean[group];
            deviations.add(group, squares[cell] + rows * deviation * deviation);
        }

        List<@Nullable Object> of(int group) {
            boolean any = count[group] > 0;
            return Arrays.asList(
                    (long) count[group],
                    any ? sum.of(group) : null,
                    any ? mean[group] : null,
                    any ? deviations.of(group) : null,
                    any ? min[group] : null,
                    any ? max[group] : null);
        }
    }
}
