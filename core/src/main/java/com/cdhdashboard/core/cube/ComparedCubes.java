package com.cdhdashboard.core.cube;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cubes asked of two periods at once: which of the two is a dimension like any other, {@value #PERIOD}, and so is the place
 * of a day, week or month within its period. A question that names no period is about the one that is shown.
 *
 * <p>Each period is asked for by itself. So its sums and summaries are those of its days, and the two may overlap.
 */
public final class ComparedCubes implements CubeReader {
    public static final String PERIOD = "Period";

    private static final String DAY = TimeStep.DAY.dimension();
    private static final String MONTH = TimeStep.MONTH.dimension();

    private final CubeReader cubes;
    private final Days shown;
    private final Days other;

    public ComparedCubes(CubeReader cubes, Days shown, Days other) {
        this.cubes = cubes;
        this.shown = shown;
        this.other = other;
    }

    /**
     * One of the periods.
     *
     * @param value what its rows are told by
     * @param filter the condition that its rows pass
     */
    public record Days(String value, LocalDate first, Filter filter) {}

    /** Whether cubes that are compared have a dimension of that name beside those of the data. */
    public static boolean names(String dimension) {
        return dimension.equals(PERIOD) || PlaceInPeriod.of(dimension).isPresent();
    }

    /** Whether the period of this value passes those of the filters that tell periods apart. */
    public static boolean passes(String value, List<Filter> filters) {
        Filter.Reading texts = new Filter.Reading(text -> text, GroupOrder::values);
        return filters.stream()
                .filter(filter -> filter.dimension().equals(PERIOD))
                .allMatch(filter -> filter.test(texts).test(value));
    }

    /** Whether it tells periods apart, and is no column of the data that happens to be called so. */
    public static boolean isPeriod(Column column) {
        return column.derived() && column.name().equals(PERIOD);
    }

    @Override
    public String dataVersion() {
        return cubes.dataVersion();
    }

    @Override
    public Optional<CubeSchema> schema(String metric) {
        return cubes.schema(metric).map(schema -> {
            List<Column> dimensions = new ArrayList<>(schema.dimensions());
            dimensions.add(new Column(PERIOD, ValueType.TEXT, Column.Role.DIMENSION, true));
            Stream.of(PlaceInPeriod.values())
                    .filter(place -> place.step().isIn(schema))
                    .forEach(place -> dimensions.add(place.column()));
            return new CubeSchema(metric, dimensions, schema.measures(), schema.summaries());
        });
    }

    @Override
    public Table rollUp(RollUp asked) {
        return ask(asked, cubes::rollUp);
    }

    @Override
    public Table scoreCounts(RollUp asked) {
        return ask(asked, cubes::scoreCounts);
    }

    @Override
    public Table histogram(RollUp asked, double[] edges) {
        return ask(asked, question -> cubes.histogram(question, edges));
    }

    @Override
    public List<ValueCount> values(String metric, String dimension, List<Filter> filters) {
        Optional<PlaceInPeriod> place = PlaceInPeriod.of(dimension);
        if (place.isPresent()) {
            return places(metric, place.get(), filters);
        }
        if (!dimension.equals(PERIOD)) {
            return cubes.values(metric, dimension, of(shown, metric, filters));
        }
        return inOrder().stream()
                .map(days -> new ValueCount(
                        days.value(),
                        times(days, metric, filters).stream()
                                .mapToLong(ValueCount::count)
                                .sum()))
                .toList();
    }

    /** The days or months of a period, whether the filters say the period or not. */
    private List<ValueCount> times(Days days, String metric, List<Filter> filters) {
        List<Filter> all = of(days, metric, filters);
        all.add(days.filter());
        return cubes.values(metric, time(metric), all);
    }

    /** The places of either period. */
    private List<ValueCount> places(String metric, PlaceInPeriod place, List<Filter> filters) {
        Map<List<@Nullable Object>, Long> counts = new TreeMap<>(GroupOrder.INSTANCE);
        for (Days days : inOrder()) {
            for (ValueCount time : times(days, metric, filters)) {
                List<@Nullable Object> key = new ArrayList<>();
                key.add(placeOf(place, time.value(), days));
                counts.merge(key, time.count(), Long::sum);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new ValueCount(entry.getKey().get(0), entry.getValue()))
                .toList();
    }

    @Override
    public List<LocalDate> daysCountedTwice() {
        return cubes.daysCountedTwice();
    }

    @Override
    public List<UncountedOutcome> uncountedOutcomes() {
        return cubes.uncountedOutcomes();
    }

    @Override
    public List<SharedSubjects> sharedSubjects() {
        return cubes.sharedSubjects();
    }

    @Override
    public List<String> notes(String metric) {
        return cubes.notes(metric);
    }

    /** By the finest time that the cube has, which says whether a period has rows. */
    private String time(String metric) {
        return cubes.schema(metric).filter(TimeStep.DAY::isIn).map(day -> DAY).orElse(MONTH);
    }

    private List<Days> inOrder() {
        return shown.value().compareTo(other.value()) < 0 ? List.of(shown, other) : List.of(other, shown);
    }

    private Table ask(RollUp asked, Function<RollUp, Table> question) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (Days days : asked(asked)) {
            for (Map.Entry<Long, List<Filter>> part : parts(days, asked).entrySet()) {
                Table table =
                        question.apply(new RollUp(asked.metric(), stored(asked), part.getValue(), asked.summaries()));
                woven(table, asked, days, part.getKey(), rows);
                columns = columns.isEmpty() ? columns(asked, table) : columns;
            }
        }
        if (columns.isEmpty()) {
            // Without any day the answer still has its columns.
            columns = columns(
                    asked,
                    question.apply(new RollUp(
                            asked.metric(),
                            stored(asked),
                            of(shown, asked.metric(), asked.filters()),
                            asked.summaries())));
        }
        rows.sort(GroupOrder.first(asked.groupBy().size()));
        return new Table(columns, rows);
    }

    /** The periods that a question is about. */
    private List<Days> asked(RollUp asked) {
        List<Filter> named = asked.filters().stream()
                .filter(filter -> filter.dimension().equals(PERIOD))
                .toList();
        if (named.isEmpty() && !asked.groupBy().contains(PERIOD)) {
            return List.of(shown);
        }
        return inOrder().stream().filter(days -> passes(days.value(), named)).toList();
    }

    /** What the cube itself is grouped by: weeks of a period are asked for one by one, other places follow from steps. */
    private static List<String> stored(RollUp asked) {
        return asked.groupBy().stream()
                .filter(dimension -> !dimension.equals(PERIOD) && !dimension.equals(PlaceInPeriod.WEEK.dimension()))
                .map(dimension -> PlaceInPeriod.of(dimension)
                        .map(place -> place.step().dimension())
                        .orElse(dimension))
                .distinct()
                .toList();
    }

    /** The conditions of each question that a period takes, by the place of its week; none where it has no rows. */
    private Map<Long, List<Filter>> parts(Days days, RollUp asked) {
        List<Filter> filters = of(days, asked.metric(), asked.filters());
        Map<Long, List<Filter>> parts = new LinkedHashMap<>();
        if (!asked.groupBy().contains(PlaceInPeriod.WEEK.dimension())) {
            boolean none = asked.groupBy().contains(PERIOD)
                    && cubes.values(asked.metric(), time(asked.metric()), filters)
                            .isEmpty();
            if (!none) {
                parts.put(0L, filters);
            }
            return parts;
        }
        Map<Long, List<Optional<String>>> weeks = new LinkedHashMap<>();
        for (ValueCount day : cubes.values(asked.metric(), DAY, filters)) {
            if (day.value() instanceof LocalDate date) {
                weeks.computeIfAbsent(PlaceInPeriod.WEEK.of(date, days.first()), place -> new ArrayList<>())
                        .add(Values.text(date));
            }
        }
        weeks.forEach((place, those) -> {
            List<Filter> week = new ArrayList<>(filters);
            week.add(Filter.In.of(DAY, those));
            parts.put(place, week);
        });
        return parts;
    }

    /** The filters as the cube knows them, of one of the periods in place of the one that is shown. */
    private List<Filter> of(Days days, String metric, List<Filter> filters) {
        List<Filter> stored = new ArrayList<>();
        List<Filter> places = new ArrayList<>();
        for (Filter filter : filters) {
            if (PlaceInPeriod.of(filter.dimension()).isPresent()) {
                places.add(filter);
            } else if (!filter.dimension().equals(PERIOD)) {
                stored.add(filter.equals(shown.filter()) ? days.filter() : filter);
            }
        }
        for (Filter filter : places) {
            stored.add(onTime(days, metric, filter));
        }
        return stored;
    }

    /** The days or months whose places pass. */
    private Filter onTime(Days days, String metric, Filter filter) {
        PlaceInPeriod place = PlaceInPeriod.of(filter.dimension()).orElseThrow();
        Filter.Reading numbers = new Filter.Reading(text -> Values.parse(place.column(), text), GroupOrder::values);
        String time = time(metric);
        return Filter.In.of(
                time,
                cubes.values(metric, time, List.of(days.filter())).stream()
                        .map(ValueCount::value)
                        .filter(value -> filter.test(numbers).test(placeOf(place, value, days)))
                        .map(Values::text)
                        .toList());
    }

    private static @Nullable Object placeOf(PlaceInPeriod place, @Nullable Object time, Days days) {
        if (time instanceof LocalDate day) {
            return place.of(day, days.first());
        }
        return time == null
                ? null
                : (Object) place.of(YearMonth.parse(String.valueOf(time)).atDay(1), days.first());
    }

    private List<Column> columns(RollUp asked, Table answer) {
        CubeSchema schema = schema(asked.metric()).orElseThrow();
        List<Column> columns = new ArrayList<>();
        asked.groupBy().forEach(name -> columns.add(schema.dimension(name).orElseThrow()));
        columns.addAll(
                answer.columns().subList(stored(asked).size(), answer.columns().size()));
        return columns;
    }

    /** The rows of a period with what tells it and its places. */
    private static void woven(Table answer, RollUp asked, Days days, long week, List<List<@Nullable Object>> rows) {
        List<String> stored = stored(asked);
        for (List<@Nullable Object> row : answer.rows()) {
            List<@Nullable Object> woven = new ArrayList<>();
            for (String dimension : asked.groupBy()) {
                Optional<PlaceInPeriod> place = PlaceInPeriod.of(dimension);
                if (dimension.equals(PERIOD)) {
                    woven.add(days.value());
                } else if (place.isEmpty()) {
                    woven.add(row.get(stored.indexOf(dimension)));
                } else if (place.get() == PlaceInPeriod.WEEK) {
                    woven.add(week);
                } else {
                    PlaceInPeriod of = place.get();
                    woven.add(placeOf(of, row.get(stored.indexOf(of.step().dimension())), days));
                }
            }
            woven.addAll(row.subList(stored.size(), row.size()));
            rows.add(woven);
        }
    }
}
