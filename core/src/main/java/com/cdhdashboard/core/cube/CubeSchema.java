package com.cdhdashboard.core.cube;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** The dimensions, additive measures and summaries of one metric's cube; a roll-up sums the measures. */
public record CubeSchema(String metric, List<Column> dimensions, List<Column> measures, List<Summary> summaries) {
    public CubeSchema {
        requireNonNull(metric, "metric");
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
        summaries = List.copyOf(summaries);
    }

    /** A cube of sums alone. */
    public CubeSchema(String metric, List<Column> dimensions, List<Column> measures) {
        this(metric, dimensions, measures, List.of());
    }

    public Optional<Column> dimension(String name) {
        return dimensions.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
