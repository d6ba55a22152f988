package com.cdhdashboard.core.report;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import java.util.List;

/**
 * What a row of a report's table is made of.
 *
 * @param group the conditions that only the rows of the group pass
 * @param sums what is summed of them: one row, or one for each arm of an experiment
 */
public record RowsBehind(List<Filter> group, Table sums) {
    public RowsBehind {
        group = List.copyOf(group);
        requireNonNull(sums, "sums");
    }
}
