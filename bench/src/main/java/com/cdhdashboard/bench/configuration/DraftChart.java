package com.cdhdashboard.bench.configuration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A chart as somebody might build it, and the query that has its rows.
 *
 * @param toml the keys of the report
 */
record DraftChart(String metric, List<String> groupBy, String toml) {
    private static final List<String> SCORES = List.of("CTR", "Count", "Positives", "Negatives");
    private static final List<String> DIMENSIONS = List.of(
            "Channel",
            "Placement",
            "PlacementType",
            "CustomerType",
            "PropensitySource",
            "Issue",
            "Group",
            "Name",
            "Month");

    DraftChart {
        groupBy = List.copyOf(groupBy);
    }

    /** Charts of one metric, of which no two ask for the same. */
    static List<DraftChart> distinct(long seed) {
        List<DraftChart> charts = new ArrayList<>();
        for (String score : SCORES) {
            for (String dimension : DIMENSIONS) {
                charts.add(daily("line", List.of("x", "Day", "y", score, "color", dimension), dimension));
                charts.add(daily("heatmap", List.of("x", "Day", "y", dimension, "color", score), dimension));
                for (String other : DIMENSIONS) {
                    if (!other.equals(dimension)) {
                        charts.add(of("treemap", List.of(other, dimension), List.of("color", score)));
                    }
                }
            }
        }
        Collections.shuffle(charts, new Random(seed));
        return charts;
    }

    private static DraftChart daily(String type, List<String> keys, String dimension) {
        return of(type, List.of("Day", dimension), keys);
    }

    private static DraftChart of(String type, List<String> groupBy, List<String> keys) {
        StringBuilder toml = new StringBuilder("metric = \"engagement\"\ntype = \"" + type
                + "\"\ndescription = \"A chart that is built\"\ngroup_by = ["
                + groupBy.stream().map(DraftChart::quoted).collect(Collectors.joining(", ")) + "]\n");
        for (int i = 0; i < keys.size(); i += 2) {
            toml.append(keys.get(i))
                    .append(" = ")
                    .append(quoted(keys.get(i + 1)))
                    .append('\n');
        }
        return new DraftChart("engagement", groupBy, toml.toString());
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /** What the engine is asked for at least. */
    String sql() {
        String columns = Stream.concat(
                        groupBy.stream().map(DraftChart::quoted), Stream.of("sum(\"Positives\")", "sum(\"Negatives\")"))
                .collect(Collectors.joining(", "));
        return "SELECT " + columns + " FROM \"cube:" + metric + "\" GROUP BY ALL";
    }
}
