package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.metric.Metric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The style of every value of every dimension. It depends on the value's place among all values that any cube holds,
 * not on what is filtered, so a value looks alike in every chart. Safe for use by many threads.
 */
public final class ValueStyles {
    private final List<Metric> metrics;
    private final CubeReader cubes;
    private final Map<String, Map<String, Integer>> places = new ConcurrentHashMap<>();

    public ValueStyles(List<Metric> metrics, CubeReader cubes) {
        this.metrics = List.copyOf(metrics);
        this.cubes = cubes;
    }

    SeriesStyle of(String dimension, @Nullable Object value) {
        Integer place = places.computeIfAbsent(dimension, this::places).get(Values.label(value));
        return place == null ? SeriesStyle.OTHER : SeriesStyle.at(place);
    }

    private Map<String, Integer> places(String dimension) {
        TreeSet<@Nullable Object> values = metrics.stream()
                .filter(metric -> cubes.schema(metric.name())
                        .flatMap(schema -> schema.dimension(dimension))
                        .isPresent())
                .flatMap(metric -> cubes.values(metric.name(), dimension, List.of()).stream())
                .map(ValueCount::value)
                .collect(Collectors.toCollection(() -> new TreeSet<>(ValueStyles::compare)));
        Map<String, Integer> found = new HashMap<>();
        for (Object value : values) {
            found.putIfAbsent(Values.label(value), found.size());
        }
        return found;
    }

    /** One dimension may have a type in each cube, as columns of exports change theirs. */
    static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null || left.getClass() == right.getClass()) {
            return ScoredRows.compare(left, right);
        }
        return left.toString().compareTo(right.toString());
    }
}
