package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.Parameter;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.report.FilterChoice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The period and the filters of a page.
 *
 * @param period absent where the data have no days
 * @param others filters that are set and not among {@code filters}, as form fields that keep them
 * @param moreUrl where the remaining dimensions are fetched from when they are opened
 */
public record FilterBar(
        Optional<PeriodView> period,
        List<FilterView> filters,
        List<Chip> chips,
        String clearUrl,
        List<Parameter> others,
        Optional<String> moreUrl) {
    public FilterBar {
        filters = List.copyOf(filters);
        chips = List.copyOf(chips);
        others = List.copyOf(others);
    }

    /** All that is set in one sentence, for who cannot open the filters: on paper. */
    public String words() {
        Stream<String> all = chips.stream().anyMatch(Chip::isPeriod)
                ? Stream.empty()
                : period.stream().map(days -> Chip.PERIOD + ": all days, " + days.days());
        String words = Stream.concat(all, chips.stream().map(Chip::words)).collect(Collectors.joining("; "));
        return words.isEmpty() ? "No filters." : words + ".";
    }

    /** Of a page that has nothing to show. */
    public static FilterBar none() {
        return new FilterBar(Optional.empty(), List.of(), List.of(), "", List.of(), Optional.empty());
    }

    /**
     * The filters of a page.
     *
     * @param url the page in any state
     */
    public static FilterBar of(
            LoadedData loaded,
            List<FilterChoice> choices,
            ViewState state,
            Optional<String> moreUrl,
            Function<ViewState, String> url) {
        List<FilterView> filters = choices.stream()
                .filter(choice -> !isPeriod(choice))
                .map(choice -> FilterView.of(choice, state.filters()))
                .toList();
        Set<String> covered = filters.stream().map(FilterView::dimension).collect(Collectors.toSet());
        List<Filter> others = state.filters().stream()
                .filter(filter -> !covered.contains(filter.dimension()) && !Period.isSaidBy(filter))
                .toList();
        return new FilterBar(
                PeriodView.of(state, loaded, url),
                filters,
                Chip.of(state, url),
                url.apply(state.withoutFilters()),
                Urls.filters(others),
                moreUrl);
    }

    /** The filters of a page over customers, which compares nothing: all of the metric. */
    public static FilterBar ofCustomers(
            LoadedData loaded, List<FilterChoice> choices, ViewState state, Function<ViewState, String> url) {
        FilterBar bar = of(loaded, choices, state, Optional.empty(), url);
        List<Chip> chips =
                bar.chips.stream().filter(chip -> !chip.isComparison()).toList();
        return new FilterBar(bar.period, bar.filters, chips, bar.clearUrl, bar.others, bar.moreUrl);
    }

    /** Whether a choice is that of the period, which has a control of its own. */
    public static boolean isPeriod(FilterChoice choice) {
        return choice.dimension().name().equals(Period.DAY)
                && choice.dimension().type() == ValueType.DATE;
    }
}
