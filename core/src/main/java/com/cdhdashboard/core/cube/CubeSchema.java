package com.cdhdashboard.core.cube;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** The dimensions and additive measures of one metric's cube; a roll-up sums the measures. */
public record CubeSchema(String metric, List<Column> dimensions, List<Column> measures) {
    public CubeSchema {
        requireNonNull(metric, "metric");
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
    }

    public Optional<Column> dimension(String name) {
        return dimensions.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
