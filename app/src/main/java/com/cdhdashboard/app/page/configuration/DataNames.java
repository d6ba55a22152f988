package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.Snapshot;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueCount;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names that the imported data have, as far as the metrics that are counted tell. */
record DataNames(Snapshot now) {
    private static final String OUTCOME = "Outcome";

    Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        for (MetricConfig metric : now.configuration().metrics()) {
            now.cubes()
                    .schema(metric.name())
                    .ifPresent(schema ->
                            schema.dimensions().stream().map(Column::name).forEach(fields::add));
        }
        return fields;
    }

    Set<String> outcomes() {
        Set<String> outcomes = new LinkedHashSet<>();
        for (MetricConfig metric : now.configuration().metrics()) {
            boolean counted = now.cubes()
                    .schema(metric.name())
                    .flatMap(schema -> schema.dimension(OUTCOME))
                    .isPresent();
            if (counted) {
                for (ValueCount value : now.cubes().values(metric.name(), OUTCOME, List.of())) {
                    Optional.ofNullable(value.value()).map(String::valueOf).ifPresent(outcomes::add);
                }
            }
        }
        return outcomes;
    }
}
