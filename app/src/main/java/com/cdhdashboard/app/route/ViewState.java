package com.cdhdashboard.app.route;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Filter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole state of a page, as its URL says it: {@code x=Day&color=Channel&filter.Channel=Web&sort=-CTR&page=2}.
 *
 * @param choices by control name; every parameter that has no other meaning is a choice
 */
public record ViewState(Map<String, String> choices, List<Filter> filters, TableState table) {
    public static final ViewState EMPTY = new ViewState(Map.of(), List.of(), TableState.FIRST);
    private static final String SORT = "sort";
    private static final String PAGE = "page";
    /** The parameters that say which number of a table is asked about. */
    public static final String ROW = "row";

    public static final String COLUMN = "column";
    /** Parameters that say how to answer, not what to show. */
    private static final String GROUP_BY = "group_by";

    private static final List<String> RESERVED = List.of(SORT, PAGE, ROW, COLUMN, "format", GROUP_BY, "theme", "part");

    public ViewState {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        filters = List.copyOf(filters);
        requireNonNull(table, "table");
    }

    /**
     * Reads decoded query parameters. A page that is no number counts as the first.
     *
     * @throws com.cdhdashboard.core.error.UserException where a filter contradicts itself
     */
    public static ViewState parse(Map<String, List<String>> parameters) {
        Map<String, String> choices = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (!RESERVED.contains(name) && !name.startsWith(FilterParameters.PREFIX) && !values.isEmpty()) {
                choices.put(name, values.get(values.size() - 1));
            }
        });
        return new ViewState(choices, FilterParameters.parse(parameters), table(parameters));
    }

    /** Which of the parameters are keys of a report that the address says whole. */
    public static Map<String, List<String>> keys(Map<String, List<String>> parameters) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (name.equals(GROUP_BY) || (!RESERVED.contains(name) && !name.startsWith(FilterParameters.PREFIX))) {
                keys.put(name, values);
            }
        });
        return keys;
    }

    private static TableState table(Map<String, List<String>> parameters) {
        Optional<String> sort = first(parameters, SORT);
        boolean descending = sort.map(text -> text.startsWith("-")).orElse(false);
        Optional<String> column = sort.map(text -> descending ? text.substring(1) : text);
        return new TableState(
                column, descending, first(parameters, PAGE).map(ViewState::page).orElse(1));
    }

    private static int page(String text) {
        return text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 1;
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The query that {@link #parse} reads back to this state; empty for the empty state. */
    public String query() {
        return text().toString();
    }

    /** What {@link #query} says, for the hidden fields of a form. */
    public List<Parameter> parameters() {
        return text().parameters();
    }

    private QueryText text() {
        QueryText query = new QueryText();
        choices.forEach(query::add);
        FilterParameters.of(filters).forEach(parameter -> query.add(parameter.name(), parameter.value()));
        table.sort().ifPresent(column -> query.add(SORT, (table.descending() ? "-" : "") + column));
        if (table.page() > 1) {
            query.add(PAGE, Integer.toString(table.page()));
        }
        return query;
    }

    /** Without the filters on one dimension; the table starts again at its first page. */
    public ViewState withoutFilter(String dimension) {
        List<Filter> rest = new ArrayList<>(filters);
        rest.removeIf(filter -> filter.dimension().equals(dimension));
        return new ViewState(choices, rest, table.withPage(1));
    }

    public ViewState withoutFilters() {
        return new ViewState(choices, List.of(), table.withPage(1));
    }

    /** With these filters in place of those on the same dimensions; the table starts again at its first page. */
    public ViewState withFilters(List<Filter> others) {
        List<String> dimensions = others.stream().map(Filter::dimension).toList();
        List<Filter> all = new ArrayList<>(filters);
        all.removeIf(filter -> dimensions.contains(filter.dimension()));
        all.addAll(others);
        return new ViewState(choices, all, table.withPage(1));
    }

    public ViewState withTable(TableState other) {
        return new ViewState(choices, filters, other);
    }

    /** Only the filters: what one page hands to another. */
    public ViewState filtersOnly() {
        return new ViewState(Map.of(), filters, TableState.FIRST);
    }
}
