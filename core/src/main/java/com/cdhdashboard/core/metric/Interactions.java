package com.cdhdashboard.core.metric;

import com.cdhdashboard.core.config.MetricConfig;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What all metrics that count one row per interaction have in common. */
final class Interactions {
    /** The columns that find the rows of one interaction and decide which of them stays. */
    private static final List<String> KEY_COLUMNS =
            List.of("InteractionID", "Outcome", "OutcomeTime", "Name", "Issue", "Group", "Rank");

    private Interactions() {}

    static List<String> neededColumns(String... familyColumns) {
        return Stream.concat(KEY_COLUMNS.stream(), Stream.of(familyColumns)).toList();
    }

    /** {@code group_by}, then the global filters, then the dimensions of the family; the first occurrence stays. */
    static List<String> grain(MetricConfig config, List<String> globalFilters, String... familyDimensions) {
        Set<String> grain = new LinkedHashSet<>(config.common().groupBy());
        grain.addAll(globalFilters);
        grain.addAll(List.of(familyDimensions));
        return List.copyOf(grain);
    }
}
