package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** An active filter in words, with the address of the page without it. */
public record Chip(String dimension, String text, String removeUrl) {
    private static final int NAMED = 3;

    /** One chip for each dimension that is filtered, in the order of the filters. */
    public static List<Chip> of(ViewState state, Function<ViewState, String> url) {
        Set<String> dimensions = new LinkedHashSet<>();
        state.filters().forEach(filter -> dimensions.add(filter.dimension()));
        List<Chip> chips = new ArrayList<>();
        for (String dimension : dimensions) {
            List<String> parts = state.filters().stream()
                    .filter(filter -> filter.dimension().equals(dimension))
                    .map(Chip::words)
                    .toList();
            chips.add(new Chip(dimension, String.join(", ", parts), url.apply(state.withoutFilter(dimension))));
        }
        return chips;
    }

    private static String words(Filter filter) {
        if (filter instanceof Filter.In in) {
            List<String> labels = in.values().stream()
                    .map(value -> Values.shown(value.orElse(null)))
                    .toList();
            String named = String.join(", ", labels.subList(0, Math.min(NAMED, labels.size())));
            String more = labels.size() > NAMED ? " + " + (labels.size() - NAMED) + " more" : "";
            return (in.negated() ? "not " : "") + named + more;
        }
        if (filter instanceof Filter.Range range) {
            return range.from()
                    .map(from -> range.to().map(to -> from + " to " + to).orElse("from " + from))
                    .orElseGet(() -> "to " + range.to().orElse(""));
        }
        return "contains \u201c" + ((Filter.Contains) filter).text() + "\u201d";
    }
}
