package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.Filter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** An active filter in words, with the address of the page without it. */
public record Chip(String dimension, String title, String text, String removeUrl) {
    /** One chip for each dimension that is filtered, in the order of the filters. */
    public static List<Chip> of(ViewState state, Function<ViewState, String> url) {
        Set<String> dimensions = new LinkedHashSet<>();
        state.filters().forEach(filter -> dimensions.add(filter.dimension()));
        List<Chip> chips = new ArrayList<>();
        for (String dimension : dimensions) {
            List<String> parts = state.filters().stream()
                    .filter(filter -> filter.dimension().equals(dimension))
                    .map(Filter::label)
                    .toList();
            chips.add(new Chip(
                    dimension,
                    DimensionTitle.of(dimension),
                    String.join(", ", parts),
                    url.apply(state.withoutFilter(dimension))));
        }
        return chips;
    }
}
