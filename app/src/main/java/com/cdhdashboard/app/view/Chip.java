package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.period.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    boolean isComparison() {
        return name.equals(COMPARED);
    }

    /** One chip for the period, and one for each dimension that is filtered, in the order of the filters. */
    public static List<Chip> of(ViewState state, Function<ViewState, String> url) {
        List<Chip> chips = new ArrayList<>();
        Optional<Period> period = Period.in(state.filters());
        period.map(days -> ofPeriod(days, state, url)).ifPresent(chips::add);
        state.compared()
                .ifPresent(periods -> chips.add(new Chip(
                        COMPARED,
                        COMPARED,
                        periods.other().text(),
                        url.apply(state.withComparedWith(Optional.empty())))));
        // What looks like a period and says no days is a filter like any other
        List<Filter> filters = period.isPresent() ? Period.withoutPeriod(state.filters()) : state.filters();
        filters.stream()
                .map(Filter::dimension)
                .distinct()
                .map(dimension -> ofDimension(dimension, filters, url.apply(state.withoutFilter(dimension))))
                .forEach(chips::add);
        return chips;
    }

    private static Chip ofPeriod(Period period, ViewState state, Function<ViewState, String> url) {
        String text = state.preset()
                .map(preset -> preset.title() + ", " + period.text())
                .orElseGet(period::text);
        return new Chip(PERIOD, PERIOD, text, url.apply(state.withPreset(Optional.empty())));
    }

    private static Chip ofDimension(String dimension, List<Filter> filters, String removeUrl) {
        String text = filters.stream()
                .filter(filter -> filter.dimension().equals(dimension))
                .map(Filter::label)
                .collect(Collectors.joining(", "));
        return new Chip(dimension, DimensionTitle.of(dimension), text, removeUrl);
    }
}
