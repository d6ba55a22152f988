package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.sample.SampleSummary;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names that the imported data have.
 *
 * @param sample of interaction history
 */
record DataNames(Snapshot now, Optional<SampleSummary> sample) {
    /** The columns of the files, and what is computed from them for the metrics that are counted. */
    Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        sample.ifPresent(summary ->
                summary.columns().stream().map(SampleSummary.Column::name).forEach(fields::add));
        for (MetricConfig metric : now.configuration().metrics()) {
            now.cubes()
                    .schema(metric.name())
                    .ifPresent(schema ->
                            schema.dimensions().stream().map(Column::name).forEach(fields::add));
        }
        return fields;
    }

    Set<String> outcomes() {
        return new LinkedHashSet<>(counts().keySet());
    }

    /** By outcome how many of the sampled rows have it in each channel, such as {@code Web 120, Email 45}. */
    Map<String, String> counts() {
        Map<String, String> counts = new LinkedHashMap<>();
        sample.ifPresent(summary -> summary.outcomes()
                .forEach(each -> counts.merge(
                        each.outcome(),
                        (each.channel().isEmpty() ? "without a channel" : each.channel()) + " "
                                + NumberText.count(each.rows()),
                        (one, other) -> one + ", " + other)));
        return counts;
    }
}
