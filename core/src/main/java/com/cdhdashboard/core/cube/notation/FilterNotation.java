package com.cdhdashboard.core.cube.notation;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Filter.Operator;
import com.cdhdashboard.core.cube.Values;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Filters as texts: {@code Channel=Web,Mobile} (any of them; a value that holds a comma is quoted),
 * {@code Channel.not=Web}, {@code Day.from=2024-12-01}, {@code Day.to=2024-12-31}, {@code Name.contains=loan}.
 *
 * <p>A dot within a dimension's name is written twice, so a dimension named {@code Day.from} can be told from the start
 * of a range. A single dot that no known ending follows is taken as part of the name.
 */
public final class FilterNotation {
    private FilterNotation() {}

    /** A name, as {@code Day.from}, and a value. */
    public record Named(String name, String value) {}

    /**
     * One filter.
     *
     * @throws IllegalArgumentException where the text is none, saying why
     */
    public static Filter parse(String text) {
        QuotedList.Named named = QuotedList.name(text);
        List<Filter> filters = ofNamed(Map.of(named.name(), List.of(named.rest())));
        if (filters.isEmpty()) {
            throw new IllegalArgumentException("no value after the \"=\"; the empty value is written " + Values.EMPTY);
        }
        return filters.get(0);
    }

    /** The texts that {@link #parse} reads back, one for each operator. */
    public static List<String> texts(Filter filter) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        named(filter)
                .forEach(part -> values.computeIfAbsent(part.name(), none -> new ArrayList<>())
                        .add(part.value()));
        return values.entrySet().stream()
                .map(each -> QuotedList.quotedName(each.getKey()) + "=" + String.join(",", each.getValue()))
                .toList();
    }

    /**
     * The filters of which names and values came apart. The values of one name add up; an empty value is none.
     *
     * @throws IllegalArgumentException where values are none, saying why
     */
    public static List<Filter> ofNamed(Map<String, List<String>> texts) {
        Map<String, Map<Operator, List<String>>> byDimension = new LinkedHashMap<>();
        texts.forEach((name, values) -> {
            Key key = Key.parse(name);
            byDimension
                    .computeIfAbsent(key.dimension(), dimension -> new EnumMap<>(Operator.class))
                    .computeIfAbsent(key.operator(), operator -> new ArrayList<>())
                    .addAll(values);
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
                throw new IllegalArgumentException(dimension + ": " + e.getMessage() + ": " + text, e);
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

    /** The names and values that {@link #ofNamed} reads back, one for each value. */
    public static List<Named> named(Filter filter) {
        return filter.parts().stream()
                .map(part -> new Named(name(filter.dimension()) + ending(part.operator()), value(part)))
                .toList();
    }

    private static String ending(Operator operator) {
        return operator.key().isEmpty() ? "" : "." + operator.key();
    }

    private static String value(Filter.Part part) {
        return part.operator().isListed() ? value(part.value()) : part.value().orElse("");
    }

    /** How a value is written where several may stand. */
    public static String value(Optional<String> value) {
        return QuotedList.quoted(Values.label(value.orElse(null)));
    }

    /** How a dimension is written. */
    public static String name(String dimension) {
        return dimension.replace(".", "..");
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
