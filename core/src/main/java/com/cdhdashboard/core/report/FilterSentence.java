package com.cdhdashboard.core.report;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Filters in words, such as {@code Channel = Fax; Day from 2024-12-01}. */
public final class FilterSentence {
    private static final int MOST_VALUES = 5;

    private FilterSentence() {}

    public static String of(List<Filter> filters) {
        return filters.stream().map(FilterSentence::of).collect(Collectors.joining("; "));
    }

    private static String of(Filter filter) {
        if (filter instanceof Filter.In in) {
            return in.dimension() + (in.negated() ? " is not " : " = ") + values(in.values());
        }
        if (filter instanceof Filter.Range range) {
            return range.dimension()
                    + range.from().map(from -> " from " + from).orElse("")
                    + range.to().map(to -> " to " + to).orElse("");
        }
        Filter.Contains contains = (Filter.Contains) filter;
        return contains.dimension() + " contains \"" + contains.text() + "\"";
    }

    private static String values(List<Optional<String>> values) {
        if (values.isEmpty()) {
            return "none";
        }
        String shown = values.stream()
                .limit(MOST_VALUES)
                .map(value -> Values.shown(value.orElse(null)))
                .collect(Collectors.joining(" or "));
        int more = values.size() - MOST_VALUES;
        return more > 0 ? shown + " or " + more + " more" : shown;
    }
}
