package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.period.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An active filter, period or choice in words, with the address of the page without it.
 *
 * @param name as the configuration says it
 * @param title in words
 */
public record Chip(String name, String title, String text, String removeUrl) {
    static final String PERIOD = "Period";
    private static final String COMPARED = "Compared with";

    boolean isPeriod() {
        return name.equals(PERIOD);
    }

    /** All that it says. */
    String words() {
        return title + ": " + text;
    }

    /** One chip for the period, and one for each dimension that is filtered, in the order of the filters. */
    public static List<Chip> of(ViewState state, Function<ViewState, String> url) {
        List<Chip> chips = new ArrayList<>();
        Period.in(state.filters())
                .ifPresent(period -> chips.add(new Chip(
                        PERIOD,
                        PERIOD,
                        state.preset()
                                .map(preset -> preset.title() + ", " + period.text())
                                .orElseGet(period::text),
                        url.apply(state.withPreset(Optional.empty())))));
        boolean all = chips.isEmpty();
        state.compared()
                .ifPresent(periods -> chips.add(new Chip(
                        COMPARED,
                        COMPARED,
                        periods.other().text(),
                        url.apply(state.withComparedWith(Optional.empty())))));
        Set<String> dimensions = new LinkedHashSet<>();
        List<Filter> filters = all ? state.filters() : Period.withoutPeriod(state.filters());
        filters.forEach(filter -> dimensions.add(filter.dimension()));
        for (String dimension : dimensions) {
            List<String> parts = filters.stream()
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
