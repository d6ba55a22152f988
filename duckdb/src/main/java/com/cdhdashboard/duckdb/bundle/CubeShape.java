package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.bundle.BundleColumn;
import com.cdhdashboard.core.bundle.ColumnMeaning;
import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.DescriptiveMetric;
import com.cdhdashboard.core.metric.Metric;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that the cells of a metric have, in the order of the program's own cubes.
 *
 * @param columns all of them
 * @param summaries what lies in or beside the cells
 */
record CubeShape(List<BundleColumn> columns, List<Manifest.SummaryTable> summaries) {
    private static final Map<String, ValueType> TIMES = Map.of(
            "Day", ValueType.DATE, "Month", ValueType.TEXT, "Year", ValueType.INTEGER, "Quarter", ValueType.TEXT);

    CubeShape {
        columns = List.copyOf(columns);
        summaries = List.copyOf(summaries);
    }

    /**
     * The shape of the cells of a bundle.
     *
     * @throws UserException where columns that the metric has are missing, or are of another type
     */
    static CubeShape of(Manifest.Cube cube, Metric metric) {
        Given given = new Given(cube);
        List<BundleColumn> columns = new ArrayList<>();
        if (!cube.summaries().isEmpty()) {
            columns.add(given.require(ColumnMeaning.cell()));
        }
        for (String name : metric.grain()) {
            BundleColumn dimension = given.require(name, BundleColumn.Role.DIMENSION);
            ValueType type = TIMES.getOrDefault(name, dimension.type());
            columns.add(given.require(ColumnMeaning.dimension(Column.dimension(name, type))));
        }
        for (Column measure : metric.measures()) {
            boolean optional =
                    metric instanceof DescriptiveMetric && !measure.name().equals(DescriptiveMetric.ROWS);
            if (!optional || given.column(measure.name()).isPresent()) {
                columns.add(given.require(ColumnMeaning.measure(measure)));
            }
        }
        for (Manifest.SummaryTable one : cube.summaries()) {
            requireKnown(cube, one.summary(), metric);
            if (one.table().isEmpty()) {
                ColumnMeaning.inCells(one.summary()).forEach(column -> columns.add(given.require(column)));
            } else {
                ColumnMeaning.ofTable(one.summary())
                        .forEach(column -> new Given(cube.metric(), one.table().get()).require(column));
            }
        }
        given.requireNoOthers(columns);
        return new CubeShape(columns, cube.summaries());
    }

    private static void requireKnown(Manifest.Cube cube, Summary summary, Metric metric) {
        if (metric.summaries().stream()
                .noneMatch(known -> known.name().equals(summary.name()) && known.averaged() == summary.averaged())) {
            throw new UserException("metric " + cube.metric() + " has the summary \"" + summary.name()
                    + "\", which the configured metric does not have; use the configuration of the bundle");
        }
    }

    /** Dimensions and measures, which cells that are added up have in common. */
    List<BundleColumn> counted() {
        return columns.stream()
                .filter(column ->
                        column.role() == BundleColumn.Role.DIMENSION || column.role() == BundleColumn.Role.MEASURE)
                .toList();
    }

    boolean has(String column) {
        return columns.stream().anyMatch(one -> one.name().equals(column));
    }

    /** The columns that a table is said to have. */
    private record Given(String metric, Manifest.TableFile table) {
        Given(Manifest.Cube cube) {
            this(cube.metric(), cube.cells());
        }

        Optional<BundleColumn> column(String name) {
            return table.columns().stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst();
        }

        BundleColumn require(String name, BundleColumn.Role role) {
            return column(name)
                    .filter(column -> column.role() == role)
                    .orElseThrow(() -> new UserException(table.member().name() + " has no "
                            + role.name().toLowerCase(Locale.ROOT) + " \"" + name + "\", which metric " + metric
                            + " needs; export the bundle again"));
        }

        BundleColumn require(BundleColumn expected) {
            BundleColumn found = require(expected.name(), expected.role());
            if (found.type() != expected.type()) {
                throw new UserException(
                        table.member().name() + ": the column \"" + expected.name() + "\" is said to be " + found.type()
                                + ", expected " + expected.type() + "; export the bundle again");
            }
            return expected;
        }

        void requireNoOthers(List<BundleColumn> expected) {
            Set<String> others = new LinkedHashSet<>();
            table.columns().forEach(column -> others.add(column.name()));
            expected.forEach(column -> others.remove(column.name()));
            if (!others.isEmpty()) {
                throw new UserException(table.member().name() + " has the column \""
                        + others.iterator().next() + "\", which metric " + metric
                        + " does not have; export the bundle again");
            }
        }
    }
}
