package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.duckdb.Sql;
import java.util.List;
import java.util.Optional;

/**
 * How one metric is computed from the window.
 *
 * @param role over the prepared columns: 1 where the row is positive, 2 where it is negative, NULL where it is neither
 */
record MetricPlan(Metric metric, List<GrainColumn> grain, String role) {
    /**
     * A dimension of the cube.
     *
     * @param part set where the dimension follows from the day of the outcome, and so is not kept in the window
     */
    record GrainColumn(Column column, Optional<TimePart> part) {
        String name() {
            return Sql.name(column.name());
        }
    }

    MetricPlan {
        grain = List.copyOf(grain);
    }

    /** The quoted name of the window column that holds the role. */
    String roleColumn() {
        return Sql.name("role:" + metric.name());
    }
}
