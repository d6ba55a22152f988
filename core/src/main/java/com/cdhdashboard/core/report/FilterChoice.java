package com.cdhdashboard.core.report;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueCount;
import java.util.List;

/** A dimension that can be filtered on, with the values left by all other filters and the rows counted under each. */
public record FilterChoice(Column dimension, List<ValueCount> values) {
    public FilterChoice {
        requireNonNull(dimension, "dimension");
        values = List.copyOf(values);
    }
}
