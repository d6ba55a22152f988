package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.report.FilterChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One filter as a form: a list of values to tick, or the two ends of a range for dates.
 *
 * @param title what people call the dimension
 * @param field the name of its form fields
 * @param ranged whether it is a range
 * @param range its ends, empty where it is a list
 * @param active how many values or conditions are set
 * @param hidden how many values are not listed, as the list would be too long
 */
public record FilterView(
        String dimension,
        String title,
        String field,
        boolean ranged,
        Range range,
        List<Option> options,
        int hidden,
        int active) {
    /** More values than a list can usefully show; what is ticked is always shown. */
    static final int MAX_OPTIONS = 500;

    /** One value; {@code count} formatted. */
    public record Option(String value, String label, String count, boolean chosen) {}

    /** The chosen ends, and the least and greatest value there is; empty where there is none. */
    public record Range(String from, String to, String least, String greatest) {}

    public FilterView {
        options = List.copyOf(options);
    }

    public static FilterView of(FilterChoice choice, List<Filter> filters) {
        String dimension = choice.dimension().name();
        boolean ranged = choice.dimension().type() == ValueType.DATE
                || choice.dimension().type() == ValueType.TIMESTAMP;
        List<Option> options = ranged
                ? List.of()
                : options(choice, chosen(dimension, filters, Filter.Operator.IS).toList());
        List<Option> shown = new ArrayList<>();
        for (Option option : options) {
            if (shown.size() < MAX_OPTIONS || option.chosen()) {
                shown.add(option);
            }
        }
        int active = (int) filters.stream()
                .filter(filter -> filter.dimension().equals(dimension))
                .count();
        int ticked = (int) options.stream().filter(Option::chosen).count();
        return new FilterView(
                dimension,
                choice.dimension().title(),
                Urls.filterName(dimension),
                ranged,
                range(choice, filters),
                shown,
                options.size() - shown.size(),
                Math.max(active, ticked));
    }

    /** The values that an operator asks for. */
    private static Stream<Optional<String>> chosen(String dimension, List<Filter> filters, Filter.Operator operator) {
        return filters.stream()
                .filter(filter -> filter.dimension().equals(dimension))
                .flatMap(filter -> filter.parts().stream())
                .filter(part -> part.operator() == operator)
                .map(Filter.Part::value);
    }

    /** Values that are chosen and that the other filters leave nothing of stay, with a count of 0. */
    private static List<Option> options(FilterChoice choice, List<Optional<String>> chosen) {
        Map<String, Option> options = new LinkedHashMap<>();
        for (ValueCount value : choice.values()) {
            String label = Values.label(value.value());
            boolean ticked = chosen.contains(Values.text(value.value()));
            String parameter = Urls.filterValue(Values.text(value.value()));
            options.put(
                    label, new Option(parameter, Values.shown(value.value()), NumberText.count(value.count()), ticked));
        }
        for (Optional<String> value : chosen) {
            String label = Values.label(value.orElse(null));
            options.putIfAbsent(
                    label, new Option(Urls.filterValue(value), Values.shown(value.orElse(null)), "0", true));
        }
        return List.copyOf(options.values());
    }

    private static Range range(FilterChoice choice, List<Filter> filters) {
        List<String> days = choice.values().stream()
                .flatMap(value -> Values.text(value.value()).stream())
                .map(text -> text.substring(0, Math.min(10, text.length())))
                .sorted()
                .toList();
        return new Range(
                end(choice, filters, Filter.Operator.FROM),
                end(choice, filters, Filter.Operator.TO),
                days.isEmpty() ? "" : days.get(0),
                days.isEmpty() ? "" : days.get(days.size() - 1));
    }

    private static String end(FilterChoice choice, List<Filter> filters, Filter.Operator operator) {
        return chosen(choice.dimension().name(), filters, operator)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }
}
