package com.cdhdashboard.core.cube;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A question to a cube: the sums of all its measures for each group of the cells that pass the filters, and the summaries
 * named, of those the cube has.
 */
public record RollUp(String metric, List<String> groupBy, List<Filter> filters, List<Summary> summaries) {
    public RollUp {
        requireNonNull(metric, "metric");
        groupBy = List.copyOf(groupBy);
        filters = List.copyOf(filters);
        summaries = List.copyOf(summaries);
    }

    /** Sums alone. */
    public RollUp(String metric, List<String> groupBy, List<Filter> filters) {
        this(metric, groupBy, filters, List.of());
    }
}
