package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.metric.Metric;
import java.util.List;
import java.util.Optional;

/** The data of a metric, or why there are none and what to do. */
public record DataOrReason(Optional<ReportData> data, String reason) {
    public static DataOrReason of(Metric metric, CubeReader cubes, ValueStyles styles, List<Filter> filters) {
        Optional<CubeSchema> schema = cubes.schema(metric.name());
        if (schema.isEmpty()) {
            return new DataOrReason(
                    Optional.empty(),
                    "The data hold nothing of the metric \"" + metric.name()
                            + "\". Import interaction history; the import tells which columns the metric lacks.");
        }
        for (Filter filter : filters) {
            if (schema.get().dimension(filter.dimension()).isEmpty()) {
                return new DataOrReason(
                        Optional.empty(),
                        "The metric \"" + metric.name() + "\" has no dimension \"" + filter.dimension()
                                + "\", so it cannot be filtered by it. Clear the filter: "
                                + filter.sentence() + ".");
            }
        }
        return new DataOrReason(ReportData.of(metric, cubes, styles, filters), "");
    }
}
