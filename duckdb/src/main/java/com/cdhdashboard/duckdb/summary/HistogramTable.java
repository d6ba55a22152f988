package com.cdhdashboard.duckdb.summary;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many values of groups lie in each bin: the answer of {@code CubeReader.histogram}. */
public final class HistogramTable {
    private final List<Column> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    public HistogramTable(List<Column> dimensions) {
        columns = new ArrayList<>(dimensions);
        columns.add(Column.measure("bin", ValueType.INTEGER));
        columns.add(Column.measure("count", ValueType.INTEGER));
    }

    /**
     * Adds the bins of a group that hold any value.
     *
     * @param below the values below each edge, and last those up to and with the last edge
     */
    public void add(List<@Nullable Object> group, double[] below) {
        int edges = below.length - 1;
        for (int bin = 0; bin + 1 < edges; bin++) {
            int upper = bin + 2 < edges ? bin + 1 : edges;
            long count = Math.round(below[upper]) - Math.round(below[bin]);
            if (count > 0) {
                List<@Nullable Object> row = new ArrayList<>(columns.size());
                row.addAll(group);
                row.add((long) bin);
                row.add(count);
                rows.add(row);
            }
        }
    }

    public Table table() {
        return new Table(columns, rows);
    }
}
