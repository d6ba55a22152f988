package com.cdhdashboard.app.route;

import com.cdhdashboard.app.input.QuotedList;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Filter.Operator;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.error.UserException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Filters as URL parameters: {@code filter.Channel=Web,Mobile} (any of them, as when repeated; a value that holds a comma
 * is quoted, as on the command line), {@code filter.Channel.not=Web},
 * {@code filter.Day.from=2024-12-01}, {@code filter.Day.to=…}, {@code filter.Name.contains=…}.
 *
 * <p>A dot within a dimension's name is written twice, so a dimension named {@code Day.from} can be told from the start
 * of a range. A single dot that no known ending follows is taken as part of the name.
 */
final class FilterParameters {
    static final String PREFIX = "filter.";

    private FilterParameters() {}

    static List<Filter> parse(Map<String, List<String>> parameters) {
        Map<String, Map<Operator, List<String>>> byDimension = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(PREFIX) && name.length() > PREFIX.length()) {
                Key key = Key.parse(name.substring(PREFIX.length()));
                byDimension
                        .computeIfAbsent(key.dimension(), dimension -> new EnumMap<>(Operator.class))
                        .computeIfAbsent(key.operator(), operator -> new ArrayList<>())
                        .addAll(values);
            }
        });
        List<Filter> filters = new ArrayList<>();
        byDimension.forEach((dimension, parts) -> addFilters(dimension, parts, filters));
        return filters;
    }

    private static void addFilters(String dimension, Map<Operator, List<String>> parts, List<Filter> filters) {
        List<String> values = values(dimension, parts.getOrDefault(Operator.IS, List.of()));
        if (!values.isEmpty()) {
            filters.add(new Filter.In(dimension, labels(values), false));
        }
        List<String> others = values(dimension, parts.getOrDefault(Operator.IS_NOT, List.of()));
        if (!others.isEmpty()) {
            filters.add(new Filter.In(dimension, labels(others), true));
        }
        Optional<String> from = last(parts, Operator.FROM);
        Optional<String> to = last(parts, Operator.TO);
        if (from.isPresent() || to.isPresent()) {
            filters.add(new Filter.Range(dimension, from, to));
        }
        last(parts, Operator.CONTAINS).ifPresent(text -> filters.add(new Filter.Contains(dimension, text)));
    }

    /** The values of all texts, each of which may list several; what an empty form field says is none. */
    private static List<String> values(String dimension, List<String> texts) {
        List<String> values = new ArrayList<>();
        for (String text : texts) {
            try {
                QuotedList.parse(text).stream()
                        .filter(value -> !value.isEmpty())
                        .forEach(values::add);
            } catch (IllegalArgumentException e) {
                throw new UserException(
                        UserException.Kind.USER, "filter." + dimension + ": " + e.getMessage() + ": " + text, e);
            }
        }
        return values;
    }

    private static List<Optional<String>> labels(List<String> values) {
        return values.stream().map(Values::parseLabel).distinct().toList();
    }

    private static Optional<String> last(Map<Operator, List<String>> parts, Operator operator) {
        List<String> values = parts.getOrDefault(operator, List.of());
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.get(values.size() - 1)).filter(text -> !text.isEmpty());
    }

    /** The parameters that {@link #parse} reads back, one for each value. */
    static List<Parameter> of(List<Filter> filters) {
        List<Parameter> parameters = new ArrayList<>();
        for (Filter filter : filters) {
            for (Filter.Part part : filter.parts()) {
                String key = part.operator().key();
                String name = name(filter.dimension()) + (key.isEmpty() ? "" : "." + key);
                String value = part.operator().isListed()
                        ? label(part.value())
                        : part.value().orElse("");
                parameters.add(new Parameter(name, value));
            }
        }
        return parameters;
    }

    /** How a value is written in a parameter. */
    static String label(Optional<String> value) {
        return QuotedList.quoted(Values.label(value.orElse(null)));
    }

    static String name(String dimension) {
        return PREFIX + dimension.replace(".", "..");
    }

    private record Key(String dimension, Operator operator) {
        static Key parse(String text) {
            StringBuilder name = new StringBuilder();
            int i = 0;
            while (i < text.length()) {
                char c = text.charAt(i);
                boolean dot = c == '.';
                boolean doubled = dot && i + 1 < text.length() && text.charAt(i + 1) == '.';
                Optional<Operator> operator = dot && !doubled && i > 0 && i + 1 < text.length()
                        ? Operator.of(text.substring(i + 1))
                        : Optional.empty();
                if (operator.isPresent()) {
                    return new Key(name.toString(), operator.get());
                }
                name.append(c);
                i += doubled ? 2 : 1;
            }
            return new Key(name.toString(), Operator.IS);
        }
    }
}
