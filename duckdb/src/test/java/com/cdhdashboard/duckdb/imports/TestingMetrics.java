package com.cdhdashboard.duckdb.imports;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration of an interaction history with the metrics of a test. */
final class TestingMetrics {
    /** The lines that say which outcomes count. */
    static final String RESPONSES =
            "positive_model_response = [\"Clicked\"]\nnegative_model_response = [\"Impression\"]";

    private TestingMetrics() {}

    static String configuration(int lateOutcomeDays, List<String> globalFilters, String... metrics) {
        return configuration(lateOutcomeDays, ZoneId.of("UTC"), globalFilters, metrics);
    }

    static String configuration(int lateOutcomeDays, ZoneId zone, List<String> globalFilters, String... metrics) {
        return """
                [ih]
                file_type = "pega_ds_export"
                file_pattern = "**/*.json"
                ih_group_pattern = "(.*)"
                late_outcome_days = %d
                zone_of_days = "%s"

                [ih.extensions]
                filter = ""
                columns = ""

                [metrics]
                global_filters = %s
                """.formatted(lateOutcomeDays, zone, list(globalFilters)) + String.join("", metrics);
    }

    /** A metric without a filter, unless the lines have one. */
    static String metric(String name, List<String> groupBy, String... lines) {
        String all = String.join("\n", lines);
        return """

                [metrics.%s]
                group_by = %s
                scores = ["Count"]
                %s
                """.formatted(name, list(groupBy), all.contains("filter = ") ? all : "filter = \"\"\n" + all);
    }

    private static String list(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", ", "[", "]"));
    }
}
