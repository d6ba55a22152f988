package com.cdhdashboard.core.cube;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A question to a cube: the sums of all its measures for each group of the cells that pass the filters. */
public record RollUp(String metric, List<String> groupBy, List<Filter> filters) {
    public RollUp {
        requireNonNull(metric, "metric");
        groupBy = List.copyOf(groupBy);
        filters = List.copyOf(filters);
    }
}
