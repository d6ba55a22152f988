package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.Parameter;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.report.FilterChoice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The filters of a page.
 *
 * @param others filters that are set and not among {@code filters}, as form fields that keep them
 * @param moreUrl where the remaining dimensions are fetched from when they are opened
 */
public record FilterBar(
        List<FilterView> filters, List<Chip> chips, String clearUrl, List<Parameter> others, Optional<String> moreUrl) {
    public FilterBar {
        filters = List.copyOf(filters);
        chips = List.copyOf(chips);
        others = List.copyOf(others);
    }

    public static FilterBar of(
            List<FilterChoice> choices, ViewState state, Optional<String> moreUrl, Function<ViewState, String> url) {
        List<FilterView> filters = choices.stream()
                .map(choice -> FilterView.of(choice, state.filters()))
                .toList();
        Set<String> covered =
                choices.stream().map(choice -> choice.dimension().name()).collect(Collectors.toSet());
        List<Filter> others = state.filters().stream()
                .filter(filter -> !covered.contains(filter.dimension()))
                .toList();
        return new FilterBar(
                filters, Chip.of(state, url), url.apply(state.withoutFilters()), Urls.filters(others), moreUrl);
    }
}
