package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns that are filled cell by cell with the codes of the dimensions and then the measures. Not thread safe. */
final class Cells {
    /** Half of what a long holds. */
    private static final double LARGEST_COUNT = 0x1p62;

    private final List<Dictionary> dictionaries;
    private final List<Column> measures;
    private final char[][] codes;
    private final long[][] counts;
    private final double[][] amounts;
    private final double[] largest;
    private final int cells;
    private int filled;

    Cells(int cells, List<Dictionary> dictionaries, List<Column> measures) {
        this.cells = cells;
        this.dictionaries = List.copyOf(dictionaries);
        this.measures = List.copyOf(measures);
        this.codes = new char[dictionaries.size()][cells];
        this.counts = new long[measures.size()][];
        this.amounts = new double[measures.size()][];
        this.largest = new double[measures.size()];
        for (int i = 0; i < counts.length; i++) {
            if (isCount(i)) {
                counts[i] = new long[cells];
            } else {
                amounts[i] = new double[cells];
            }
        }
    }

    private boolean isCount(int measure) {
        return measures.get(measure).type() == ValueType.INTEGER;
    }

    /** Adds a cell; a measure that is null counts as 0, as in a sum. */
    void add(ResultSet row) throws SQLException {
        int place = 1;
        for (char[] column : codes) {
            column[filled] = (char) row.getInt(place++);
        }
        for (int i = 0; i < counts.length; i++) {
            double size;
            if (isCount(i)) {
                long count = row.getLong(place++);
                counts[i][filled] = count;
                size = count;
            } else {
                double amount = row.getDouble(place++);
                amounts[i][filled] = amount;
                size = Double.isNaN(amount) ? Double.POSITIVE_INFINITY : amount;
            }
            largest[i] = Math.max(largest[i], Math.abs(size));
        }
        filled++;
    }

    /** The cube, unless sums over it could leave the range of their type. */
    Optional<ColumnarCube> cube(long bytes) {
        List<CodedDimension> dimensions = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            dimensions.add(new CodedDimension(dictionaries.get(i), codes[i]));
        }
        for (int i = 0; i < counts.length; i++) {
            if (!(largest[i] * cells <= (isCount(i) ? LARGEST_COUNT : Double.MAX_VALUE))) {
                return Optional.empty();
            }
        }
        return Optional.of(new ColumnarCube(cells, dimensions, new Measures(measures, sums()), bytes));
    }

    private List<Sums> sums() {
        List<Sums> sums = new ArrayList<>();
        List<Column> small = new ArrayList<>();
        List<long[]> smallCounts = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (!isCount(i)) {
                sums.add(new Sums.Amounts(measures.get(i), amounts[i]));
            } else if (Sums.areSmall(counts[i])) {
                small.add(measures.get(i));
                smallCounts.add(counts[i]);
            } else {
                sums.add(new Sums.Counts(measures.get(i), counts[i]));
            }
        }
        if (!small.isEmpty()) {
            sums.add(new Sums.SmallCounts(small, smallCounts));
        }
        return sums;
    }
}
