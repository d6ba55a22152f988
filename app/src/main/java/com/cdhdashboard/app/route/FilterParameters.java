package com.cdhdashboard.app.route;

import com.cdhdashboard.app.input.QuotedList;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.error.UserException;
import java.util.ArrayList;
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
    private static final List<String> ENDINGS = List.of("not", "from", "to", "contains");

    private FilterParameters() {}

    static List<Filter> parse(Map<String, List<String>> parameters) {
        Map<String, Map<String, List<String>>> byDimension = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(PREFIX) && name.length() > PREFIX.length()) {
                Key key = Key.parse(name.substring(PREFIX.length()));
                byDimension
                        .computeIfAbsent(key.dimension(), dimension -> new LinkedHashMap<>())
                        .computeIfAbsent(key.ending(), ending -> new ArrayList<>())
                        .addAll(values);
            }
        });
        List<Filter> filters = new ArrayList<>();
        byDimension.forEach((dimension, parts) -> addFilters(dimension, parts, filters));
        return filters;
    }

    private static void addFilters(String dimension, Map<String, List<String>> parts, List<Filter> filters) {
        List<String> values = values(dimension, parts.getOrDefault("", List.of()));
        if (!values.isEmpty()) {
            filters.add(new Filter.In(dimension, labels(values), false));
        }
        List<String> others = values(dimension, parts.getOrDefault("not", List.of()));
        if (!others.isEmpty()) {
            filters.add(new Filter.In(dimension, labels(others), true));
        }
        Optional<String> from = last(parts, "from");
        Optional<String> to = last(parts, "to");
        if (from.isPresent() || to.isPresent()) {
            filters.add(new Filter.Range(dimension, from, to));
        }
        last(parts, "contains").ifPresent(text -> filters.add(new Filter.Contains(dimension, text)));
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

    private static Optional<String> last(Map<String, List<String>> parts, String ending) {
        List<String> values = parts.getOrDefault(ending, List.of());
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.get(values.size() - 1)).filter(text -> !text.isEmpty());
    }

    static void write(List<Filter> filters, QueryText query) {
        for (Filter filter : filters) {
            String name = name(filter.dimension());
            if (filter instanceof Filter.In in) {
                String key = in.negated() ? name + ".not" : name;
                in.values().forEach(value -> query.add(key, label(value)));
            } else if (filter instanceof Filter.Range range) {
                range.from().ifPresent(value -> query.add(name + ".from", value));
                range.to().ifPresent(value -> query.add(name + ".to", value));
            } else if (filter instanceof Filter.Contains contains) {
                query.add(name + ".contains", contains.text());
            }
        }
    }

    /** How a value is written in a parameter. */
    static String label(Optional<String> value) {
        return QuotedList.quoted(Values.label(value.orElse(null)));
    }

    static String name(String dimension) {
        return PREFIX + dimension.replace(".", "..");
    }

    private record Key(String dimension, String ending) {
        static Key parse(String text) {
            StringBuilder name = new StringBuilder();
            int i = 0;
            while (i < text.length()) {
                char c = text.charAt(i);
                boolean dot = c == '.';
                boolean doubled = dot && i + 1 < text.length() && text.charAt(i + 1) == '.';
                if (dot && !doubled && ENDINGS.contains(text.substring(i + 1)) && i > 0) {
                    return new Key(name.toString(), text.substring(i + 1));
                }
                name.append(c);
                i += doubled ? 2 : 1;
            }
            return new Key(name.toString(), "");
        }
    }
}
