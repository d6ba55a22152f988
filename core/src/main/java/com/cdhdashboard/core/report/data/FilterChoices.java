package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.ValueCount;
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
    private final List<? extends ReportSource> sources;

    public FilterChoices(List<? extends ReportSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** One choice for each of these dimensions that some metric has. */
    public List<FilterChoice> of(List<String> dimensions, List<Filter> filters) {
        return dimensions.stream()
                .distinct()
                .flatMap(dimension -> choice(dimension, others(filters, dimension)).stream())
                .toList();
    }

    /** One choice for each dimension of a metric; none where the data hold nothing of it. */
    public static List<FilterChoice> all(ReportSource source, List<Filter> filters) {
        List<Filter> known = filters.stream()
                .filter(filter -> source.dimension(filter.dimension()).isPresent())
                .toList();
        return source.dimensions().stream()
                .flatMap(List::stream)
                .map(dimension ->
                        new FilterChoice(dimension, source.values(dimension.name(), others(known, dimension.name()))))
                .toList();
    }

    /**
     * Values of all metrics that can be asked; the count is that of the first metric that has the value, as adding up
     * metrics would count the same rows more than once.
     */
    private Optional<FilterChoice> choice(String dimension, List<Filter> filters) {
        Optional<Column> column = sources.stream()
                .flatMap(source -> source.dimension(dimension).stream())
                .findFirst();
        return column.map(found -> {
            Map<Object, ValueCount> values = new LinkedHashMap<>();
            sources.stream()
                    .filter(source -> Stream.concat(
                                    Stream.of(dimension), filters.stream().map(Filter::dimension))
                            .allMatch(name -> source.dimension(name).isPresent()))
                    .flatMap(source -> source.values(dimension, filters).stream())
                    .forEach(value -> values.putIfAbsent(Optional.ofNullable(value.value()), value));
            List<ValueCount> sorted = new ArrayList<>(values.values());
            sorted.sort(Comparator.comparing(ValueCount::value, ValueStyles::compare));
            return new FilterChoice(found, sorted);
        });
    }

    private static List<Filter> others(List<Filter> filters, String dimension) {
        return filters.stream()
                .filter(filter -> !filter.dimension().equals(dimension))
                .toList();
    }
}
