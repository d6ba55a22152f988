package com.cdhdashboard.core.report.configured;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a report is called that nobody has named: by what it shows, such as {@code Click-through rate by Day}. */
public final class ReportTitle {
    private ReportTitle() {}

    /**
     * The title of a report with these keys; empty where its metric or type is unknown.
     *
     * @param keys of the report, its metric and type among them
     */
    public static Optional<String> of(Configuration configuration, Map<String, Object> keys) {
        return configuration
                .metric(String.valueOf(keys.get("metric")))
                .flatMap(metric -> Family.of(metric.name())
                        .flatMap(family -> ReportKinds.table().find(family, String.valueOf(keys.get("type"))))
                        .map(row -> title(row, metric, keys)));
    }

    private static String title(Capability row, MetricConfig metric, Map<String, Object> keys) {
        String shown = named(row, keys, Role.SCORE)
                .map(name -> ScoreCatalogue.title(row.family(), name))
                .distinct()
                .collect(Collectors.joining(" and "));
        String of = named(row, keys, Role.PROPERTY)
                .map(DimensionTitle::of)
                .distinct()
                .collect(Collectors.joining(" and "));
        Set<String> by = new LinkedHashSet<>(named(row, keys, Role.DIMENSION).toList());
        if (row.groups().use() == Capability.Use.DRAWN && keys.get("group_by") instanceof List<?> groups) {
            groups.forEach(group -> by.add(String.valueOf(group)));
        }
        String dimensions = by.stream().map(DimensionTitle::of).collect(Collectors.joining(" and "));
        String what = shown.isEmpty() ? row.kind().title() : shown;
        return what
                + (of.isEmpty() ? "" : " of " + of)
                + (by.isEmpty() ? "" : " by " + dimensions)
                + (metric.name().equals(row.family().prefix()) ? "" : " (" + metric.name() + ")");
    }

    private static Stream<String> named(Capability row, Map<String, Object> keys, Role role) {
        return row.keys().stream()
                .filter(key -> key.role() == role)
                .map(Key::name)
                .filter(keys::containsKey)
                .map(name -> String.valueOf(keys.get(name)))
                .filter(name -> !name.isBlank());
    }
}
