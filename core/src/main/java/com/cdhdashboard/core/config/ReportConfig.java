package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.error.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One table below {@code [reports]}, as written; {@code report} makes a typed report of it.
 *
 * @param filters which rows it is about; all must hold
 * @param settings the other keys in file order; each value a {@code String}, {@code Long}, {@code Double},
 *     {@code Boolean}, a list or a map of these; truth values are {@code Boolean} however written, and a key that was
 *     set to none ({@code ""} or {@code "---"}) is left out, or empty where leaving it out means something else
 * @param positions where each key stands, the table itself under the empty key
 */
public record ReportConfig(
        String key,
        String metric,
        String type,
        String description,
        List<String> groupBy,
        List<Filter> filters,
        Map<String, Object> settings,
        Map<String, Position> positions) {
    public ReportConfig {
        requireNonNull(key, "key");
        requireNonNull(metric, "metric");
        requireNonNull(type, "type");
        requireNonNull(description, "description");
        groupBy = List.copyOf(groupBy);
        filters = List.copyOf(filters);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
    }

    /** The same with other settings. */
    public ReportConfig with(Map<String, Object> others) {
        return new ReportConfig(key, metric, type, description, groupBy, filters, others, positions);
    }
}
