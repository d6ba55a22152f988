package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.duckdb.summary.HistogramTable;
import com.cdhdashboard.stats.moments.WeightedQuantiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that stand for the rows of all cells, in ascending order. */
final class ValueColumns implements SummaryColumns {
    private final Quantiles quantiles;
    private final SummaryTableRows rows;
    private final double[] values;
    private final Weights weights;

    /** Keeps the array, which is not to be changed any more. */
    ValueColumns(Quantiles quantiles, SummaryTableRows rows, double[] values, Weights weights) {
        this.quantiles = quantiles;
        this.rows = rows;
        this.values = values;
        this.weights = weights;
    }

    @Override
    public List<Column> columns() {
        return quantiles.columns();
    }

    @Override
    public long bytes() {
        return rows.bytes() + (long) Double.BYTES * values.length + weights.bytes();
    }

    @Override
    public Answers of(Members members) {
        SummaryTableRows.Parts parts = rows.parts(members);
        double[] value = parts.of(values);
        Weights weight = weights.of(parts);
        WeightedQuantiles merged = new WeightedQuantiles(parts.most());
        return group -> {
            merged.clear();
            for (int place = parts.from(group); place < parts.to(group); place++) {
                merged.add(value[place], weight.at(place));
            }
            return Quantiles.PARTS.stream()
                    .<@Nullable Object>map(part -> SummaryColumns.available(merged.quantile(Quantiles.share(part))))
                    .toList();
        };
    }

    /** The answer of {@code CubeReader.histogram}. */
    Table table(GroupedCells grouped, double[] edges) {
        double[][] below = belowEdges(grouped.members(), edges);
        HistogramTable table = new HistogramTable(grouped.dimensions());
        for (int group : grouped.ascending()) {
            table.add(grouped.values(group), below[group]);
        }
        return table.table();
    }

    /** For each group the rows below each edge, and last those up to and with the last edge. */
    private double[][] belowEdges(Members members, double[] edges) {
        int last = edges.length - 1;
        double[][] below = new double[members.count()][edges.length + 1];
        int passed = 0;
        for (int row = 0; row < values.length && values[row] <= edges[last]; row++) {
            while (passed < edges.length && edges[passed] <= values[row]) {
                passed++;
            }
            int group = rows.group(row, members);
            if (group != Members.NONE) {
                below[group][passed] += weights.at(row);
            }
        }
        for (double[] counts : below) {
            for (int edge = 1; edge < counts.length; edge++) {
                counts[edge] += counts[edge - 1];
            }
        }
        return below;
    }
}
