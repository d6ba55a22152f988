package com.cdhdashboard.app.cli;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.cube.notation.QuotedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code --filter} options: {@code Channel=Web,Mobile}, values of one dimension from several options together. */
final class Filters {
    private Filters() {}

    /** One condition per dimension, in the order first named. */
    static List<Filter> parse(List<String> options) {
        Map<String, Set<Optional<String>>> byDimension = new LinkedHashMap<>();
        for (String option : options) {
            QuotedList.NamedValues condition = QuotedList.parseNamed(option);
            Set<Optional<String>> values = byDimension.computeIfAbsent(condition.name(), name -> new LinkedHashSet<>());
            condition.values().stream().map(Filters::value).forEach(values::add);
        }
        List<Filter> filters = new ArrayList<>();
        byDimension.forEach((dimension, values) -> filters.add(Filter.In.of(dimension, List.copyOf(values))));
        return filters;
    }

    private static Optional<String> value(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a value is missing; the empty value is written " + Values.EMPTY);
        }
        return Values.parseLabel(text);
    }
}
