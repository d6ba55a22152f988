package com.cdhdashboard.app.route;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.period.ComparedPeriods;
import com.cdhdashboard.core.period.ComparedWith;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.period.Preset;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole state of a page, as its URL says it: {@code x=Day&period=last28&compare=previous&filter.Channel=Web&sort=-CTR&page=2}.
 *
 * @param choices by control name; every parameter that has no other meaning is a choice
 * @param filters with the period; where a preset says that, once the last day of the data is known
 * @param preset what says the period in place of days, so that it moves with the data
 * @param comparedWith what the period is compared with
 */
public record ViewState(
        Map<String, String> choices,
        List<Filter> filters,
        TableState table,
        Optional<Preset> preset,
        Optional<ComparedWith> comparedWith) {
    public static final ViewState EMPTY = new ViewState(Map.of(), List.of(), TableState.FIRST);
    /** The parameter that names the column by which a table is sorted, with a minus before it downwards. */
    public static final String SORT = "sort";

    private static final String PAGE = "page";
    /** The parameter that names a preset of the period; days of it are a filter. */
    public static final String PERIOD = "period";
    /** The parameter that compares the period with the one before; days to compare with have ends, as filters have. */
    public static final String COMPARE = "compare";

    public static final String PREVIOUS = "previous";
    public static final String COMPARE_FROM = COMPARE + ".from";
    public static final String COMPARE_TO = COMPARE + ".to";
    /** The parameters that say which number of a table is asked about. */
    public static final String ROW = "row";

    public static final String COLUMN = "column";
    /** Parameters that say how to answer, not what to show. */
    private static final String GROUP_BY = "group_by";

    private static final List<String> RESERVED = List.of(
            SORT, PAGE, ROW, COLUMN, "format", GROUP_BY, "theme", "part", PERIOD, COMPARE, COMPARE_FROM, COMPARE_TO);

    /** One whose period, if any, is said in days. */
    public ViewState(Map<String, String> choices, List<Filter> filters, TableState table) {
        this(choices, filters, table, Optional.empty(), Optional.empty());
    }

    public ViewState {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        filters = List.copyOf(filters);
        requireNonNull(table, "table");
        requireNonNull(preset, "preset");
        requireNonNull(comparedWith, "comparedWith");
    }

    /**
     * Reads decoded query parameters. A page that is no number counts as the first; where days are said, no preset is.
     *
     * @throws UserException where a filter is none, or a preset of the period is unknown
     */
    public static ViewState parse(Map<String, List<String>> parameters) {
        Map<String, String> choices = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (!RESERVED.contains(name) && !name.startsWith(FilterParameters.PREFIX) && !values.isEmpty()) {
                choices.put(name, values.get(values.size() - 1));
            }
        });
        List<Filter> filters = FilterParameters.parse(parameters);
        // A year that is not reckoned with is refused here, before anything is made of it
        Period.in(filters);
        Optional<Preset> preset = first(parameters, PERIOD).flatMap(ViewState::preset);
        return new ViewState(
                choices,
                filters,
                table(parameters),
                preset.filter(unused -> filters.stream().noneMatch(Period::isSaidBy)),
                comparedWith(parameters));
    }

    private static Optional<ComparedWith> comparedWith(Map<String, List<String>> parameters) {
        Optional<LocalDate> from = first(parameters, COMPARE_FROM).map(text -> day(COMPARE_FROM, text));
        Optional<LocalDate> to = first(parameters, COMPARE_TO).map(text -> day(COMPARE_TO, text));
        if (from.isPresent() || to.isPresent()) {
            return Optional.of(new ComparedWith(from, to));
        }
        Optional<String> said = first(parameters, COMPARE);
        if (said.filter(text -> !text.equals(PREVIOUS)).isPresent()) {
            throw new UserException("\"" + said.get() + "\" is nothing to compare with; there is " + PREVIOUS
                    + ", or days by " + COMPARE_FROM + " and " + COMPARE_TO);
        }
        return said.map(previous -> ComparedWith.PREVIOUS);
    }

    private static LocalDate day(String name, String text) {
        try {
            return Period.day(name, text);
        } catch (DateTimeParseException e) {
            throw new UserException(
                    UserException.Kind.USER, "\"" + text + "\" in " + name + " is not a day, such as 2026-10-31", e);
        }
    }

    private static Optional<Preset> preset(String key) {
        Optional<Preset> preset = Preset.of(key);
        if (preset.isEmpty() && !key.equals(Preset.ALL)) {
            throw new UserException("\"" + key + "\" is not a period; there are " + String.join(", ", Preset.keys())
                    + ", or days by filter.Day.from and filter.Day.to");
        }
        return preset;
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
        preset.ifPresent(named -> query.add(PERIOD, named.key()));
        comparedWith.ifPresent(with -> {
            if (with.isPrevious()) {
                query.add(COMPARE, PREVIOUS);
            }
            with.from().ifPresent(day -> query.add(COMPARE_FROM, day.toString()));
            with.to().ifPresent(day -> query.add(COMPARE_TO, day.toString()));
        });
        FilterParameters.of(said()).forEach(parameter -> query.add(parameter.name(), parameter.value()));
        table.sort().ifPresent(column -> query.add(SORT, (table.descending() ? "-" : "") + column));
        if (table.page() > 1) {
            query.add(PAGE, Integer.toString(table.page()));
        }
        return query;
    }

    /** The filters that the address says, without the days of a preset. */
    private List<Filter> said() {
        return preset.isEmpty() ? filters : Period.withoutPeriod(filters);
    }

    /** With the days of its preset among the filters, as the data end on this day; without data it has none. */
    public ViewState upTo(Optional<LocalDate> last) {
        List<Filter> all = new ArrayList<>(said());
        preset.ifPresent(named -> last.ifPresent(day -> all.add(named.upTo(day).filter())));
        return new ViewState(choices, all, table, preset, comparedWith);
    }

    /** With another period, or none; the table starts again at its first page. */
    public ViewState withPreset(Optional<Preset> other) {
        return new ViewState(
                choices,
                Period.withoutPeriod(filters),
                table.withPage(1),
                other,
                // All days have none before them to be compared with
                comparedWith.filter(with -> other.isPresent()));
    }

    /** Compared with other days, or with none; the table starts again at its first page. */
    public ViewState withComparedWith(Optional<ComparedWith> other) {
        return new ViewState(choices, filters, table.withPage(1), preset, other);
    }

    /** The periods that are compared; empty where none are, or where the period has no two ends. */
    public Optional<ComparedPeriods> compared() {
        return comparedWith.flatMap(with -> with.of(Period.in(filters), preset));
    }

    /** What is to be said of a comparison: that nothing comes of it, or how its days are taken. */
    public List<String> comparisonNotes() {
        if (comparedWith.isPresent() && compared().isEmpty()) {
            return List.of(
                    "Nothing is compared: a comparison needs a period with a first and a last day, and other days"
                            + " than these to compare it with.");
        }
        return comparedWith.flatMap(ComparedWith::turned).stream().toList();
    }

    /** With other choices. */
    public ViewState withChoices(Map<String, String> others) {
        return new ViewState(others, filters, table, preset, comparedWith);
    }

    /** Without a choice, so that what is configured counts. */
    public ViewState withoutChoice(String name) {
        Map<String, String> rest = new LinkedHashMap<>(choices);
        rest.remove(name);
        return withChoices(rest);
    }

    /** Without the filters on one dimension; the table starts again at its first page. */
    public ViewState withoutFilter(String dimension) {
        List<Filter> rest = new ArrayList<>(filters);
        rest.removeIf(filter -> filter.dimension().equals(dimension));
        boolean period = dimension.equals(Period.DAY);
        return new ViewState(
                choices,
                rest,
                table.withPage(1),
                preset.filter(unused -> !period),
                comparedWith.filter(unused -> !period));
    }

    /** Without filters and without a period. */
    public ViewState withoutFilters() {
        return new ViewState(choices, List.of(), table.withPage(1));
    }

    /** With these filters in place of those on the same dimensions; the table starts again at its first page. */
    public ViewState withFilters(List<Filter> others) {
        List<String> dimensions = others.stream().map(Filter::dimension).toList();
        List<Filter> all = new ArrayList<>(filters);
        all.removeIf(filter -> dimensions.contains(filter.dimension()));
        all.addAll(others);
        Optional<Preset> kept = preset.filter(unused -> !dimensions.contains(Period.DAY));
        return new ViewState(choices, all, table.withPage(1), kept, comparedWith);
    }

    public ViewState withTable(TableState other) {
        return new ViewState(choices, filters, other, preset, comparedWith);
    }

    /** Filters, period and of the choices this one: a page that has no other. */
    public ViewState choosing(String name) {
        Map<String, String> chosen = new LinkedHashMap<>(choices);
        chosen.keySet().retainAll(List.of(name));
        return new ViewState(chosen, filters, TableState.FIRST, preset, comparedWith);
    }

    /** Only filters and period: what one page hands to another. */
    public ViewState filtersOnly() {
        return new ViewState(Map.of(), filters, TableState.FIRST, preset, comparedWith);
    }

    /** Only the period: what pages hand to each other that have other dimensions. */
    public ViewState periodOnly() {
        List<Filter> period = filters.stream().filter(Period::isSaidBy).toList();
        return new ViewState(Map.of(), period, TableState.FIRST, preset, comparedWith);
    }
}
