package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The cells of one cube in columns. Immutable, safe for use by many threads. */
public final class ColumnarCube {
    private static final double MOST_KEYS = 0x1p62;

    private final Map<String, CodedDimension> dimensions = new LinkedHashMap<>();
    private final Measures measures;
    private final int[] allRows;
    private final long bytes;

    ColumnarCube(int cells, List<CodedDimension> dimensions, Measures measures, long bytes) {
        dimensions.forEach(
                dimension -> this.dimensions.put(dimension.dictionary().column().name(), dimension));
        this.measures = measures;
        this.allRows = IntStream.range(0, cells).toArray();
        this.bytes = bytes;
    }

    static long bytesPerCell(CubeSchema schema) {
        return (long) Integer.BYTES
                + (long) Character.BYTES * schema.dimensions().size()
                + (long) Long.BYTES * schema.measures().size();
    }

    long bytes() {
        return bytes;
    }

    /** Whether the values of these dimensions together make a number that fits. */
    boolean canGroupBy(List<String> groupBy) {
        double possible = 1;
        for (String name : groupBy) {
            possible *= dimension(name).dictionary().size();
        }
        return possible < MOST_KEYS;
    }

    /** The groups of the cells that pass, for dimensions there are. */
    GroupedCells group(List<String> groupBy, List<Filter> filters) {
        List<CodedDimension> by = groupBy.stream().map(this::dimension).toList();
        return new GroupedCells(by, select(filters), allRows.length);
    }

    /** As {@link com.cdhdashboard.core.cube.CubeReader#rollUp}, for dimensions there are. */
    Table rollUp(List<String> groupBy, List<Filter> filters, List<SummaryColumns> summaries) {
        GroupedCells grouped = group(groupBy, filters);
        List<Column> columns = new ArrayList<>(grouped.dimensions());
        columns.addAll(measures.columns());
        Measures.Totals totals = measures.of(grouped.rows(), grouped.groups());
        List<SummaryColumns.Answers> merged = new ArrayList<>();
        if (!summaries.isEmpty()) {
            Members members = grouped.members();
            summaries.forEach(summary -> columns.addAll(summary.columns()));
            summaries.forEach(summary -> merged.add(summary.of(members)));
        }
        List<List<@Nullable Object>> table = new ArrayList<>(grouped.groups().count());
        for (int group : grouped.ascending()) {
            @Nullable Object[] row = new @Nullable Object[columns.size()];
            grouped.putValues(row, group);
            totals.put(row, groupBy.size(), group);
            int place = groupBy.size() + measures.columns().size();
            for (SummaryColumns.Answers summary : merged) {
                for (Object figure : summary.of(group)) {
                    row[place++] = figure;
                }
            }
            table.add(Collections.unmodifiableList(Arrays.asList(row)));
        }
        return new Table(columns, table);
    }

    /** As {@link com.cdhdashboard.core.cube.CubeReader#values}, for a dimension there is. */
    List<ValueCount> values(String name, List<Filter> filters, Set<String> counted) {
        GroupedCells grouped = group(List.of(name), filters);
        Measures.Totals totals = measures.of(grouped.rows(), grouped.groups());
        List<ValueCount> counts = new ArrayList<>(grouped.groups().count());
        for (int group : grouped.ascending()) {
            counts.add(new ValueCount(grouped.values(group).get(0), totals.sum(group, counted)));
        }
        return Collections.unmodifiableList(counts);
    }

    /** The cells that pass all filters. */
    private int[] select(List<Filter> filters) {
        int[] rows = allRows;
        for (Filter filter : filters) {
            CodedDimension dimension = dimension(filter.dimension());
            rows = select(rows, dimension.codes(), dimension.dictionary().passing(filter));
        }
        return rows;
    }

    private static int[] select(int[] rows, char[] codes, boolean[] passing) {
        int[] selected = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            selected[count] = row;
            count += passing[codes[row]] ? 1 : 0;
        }
        return Arrays.copyOf(selected, count);
    }

    private CodedDimension dimension(String name) {
        CodedDimension dimension = dimensions.get(name);
        if (dimension == null) {
            throw new NoSuchElementException("no dimension " + name);
        }
        return dimension;
    }
}
