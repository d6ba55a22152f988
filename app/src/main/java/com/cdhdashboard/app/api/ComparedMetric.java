package com.cdhdashboard.app.api;

import com.cdhdashboard.core.cube.CalendarCubes;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ComparedCubes;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.period.ComparedPeriods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a metric is asked of, with another period beside the one of its filters where that is asked for and can be told.
 *
 * @param note why nothing is compared though it is asked for
 */
record ComparedMetric(CubeReader cubes, boolean compares, Optional<String> note) {
    static ComparedMetric of(Metric metric, CubeReader cubes, Optional<ComparedPeriods> periods) {
        Optional<List<Column>> dimensions =
                periods.isPresent() ? cubes.schema(metric.name()).map(CubeSchema::dimensions) : Optional.empty();
        Optional<ComparedPeriods.Sides> sides = dimensions.flatMap(all -> periods.flatMap(both -> both.within(all)));
        // Weeks and months of a period follow from its days
        return sides.map(both -> new ComparedMetric(
                        new ComparedCubes(new CalendarCubes(cubes), both.shown(), both.other()),
                        true,
                        Optional.empty()))
                .orElseGet(() -> new ComparedMetric(
                        cubes,
                        false,
                        dimensions.flatMap(all -> periods.flatMap(both -> both.hindrance(metric.name(), all)))));
    }

    /** With what tells the periods apart as the first. */
    List<String> groupBy(List<String> asked) {
        List<String> all = new ArrayList<>();
        if (compares) {
            all.add(ComparedCubes.PERIOD);
        }
        all.addAll(asked);
        return all;
    }
}
