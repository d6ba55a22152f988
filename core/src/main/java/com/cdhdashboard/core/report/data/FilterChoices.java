package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.report.FilterChoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The values filters offer: those left by all other filters, with the rows counted under each, so that a filter never
 * hides its own alternatives.
 */
public final class FilterChoices {
    private final List<Metric> metrics;
    private final CubeReader cubes;

    public FilterChoices(List<Metric> metrics, CubeReader cubes) {
        this.metrics = List.copyOf(metrics);
        this.cubes = cubes;
    }

    /** One choice for each of these dimensions that some metric has. */
    public List<FilterChoice> of(List<String> dimensions, List<Filter> filters) {
        return dimensions.stream()
                .distinct()
                .flatMap(dimension -> choice(dimension, others(filters, dimension)).stream())
                .toList();
    }

    /** One choice for each dimension of a metric; none where the data hold nothing of it. */
    public static List<FilterChoice> all(Metric metric, CubeReader cubes, List<Filter> filters) {
        Optional<CubeSchema> schema = cubes.schema(metric.name());
        if (schema.isEmpty()) {
            return List.of();
        }
        List<Filter> known = filters.stream()
                .filter(filter -> schema.get().dimension(filter.dimension()).isPresent())
                .toList();
        return schema.get().dimensions().stream()
                .map(dimension -> new FilterChoice(
                        dimension, cubes.values(metric.name(), dimension.name(), others(known, dimension.name()))))
                .toList();
    }

    /**
     * Values of all metrics that can be asked; the count is that of the first metric that has the value, as adding up
     * metrics would count the same rows more than once.
     */
    private Optional<FilterChoice> choice(String dimension, List<Filter> filters) {
        Optional<Column> column = metrics.stream()
                .flatMap(metric -> column(metric, dimension).stream())
                .findFirst();
        return column.map(found -> {
            Map<Object, ValueCount> values = new LinkedHashMap<>();
            metrics.stream()
                    .filter(metric -> Stream.concat(
                                    Stream.of(dimension), filters.stream().map(Filter::dimension))
                            .allMatch(name -> column(metric, name).isPresent()))
                    .flatMap(metric -> cubes.values(metric.name(), dimension, filters).stream())
                    .forEach(value -> values.putIfAbsent(Optional.ofNullable(value.value()), value));
            List<ValueCount> sorted = new ArrayList<>(values.values());
            sorted.sort(Comparator.comparing(ValueCount::value, ValueStyles::compare));
            return new FilterChoice(found, sorted);
        });
    }

    private Optional<Column> column(Metric metric, String dimension) {
        return cubes.schema(metric.name()).flatMap(schema -> schema.dimension(dimension));
    }

    private static List<Filter> others(List<Filter> filters, String dimension) {
        return filters.stream()
                .filter(filter -> !filter.dimension().equals(dimension))
                .toList();
    }
}
