package com.cdhdashboard.core.cube;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cubes with days, asked by weeks, months, quarters and years although they do not keep these: the steps are dimensions
 * like any other.
 *
 * <p>Sums of a step are those of its days. Summaries do not add up from answers, so each step is asked for by its days.
 */
public final class CalendarCubes implements CubeReader {
    private static final String DAY = TimeStep.DAY.dimension();

    private final CubeReader cubes;

    public CalendarCubes(CubeReader cubes) {
        this.cubes = requireNonNull(cubes, "cubes");
    }

    @Override
    public String dataVersion() {
        return cubes.dataVersion();
    }

    @Override
    public Optional<CubeSchema> schema(String metric) {
        return cubes.schema(metric).map(schema -> {
            List<Column> dimensions = new ArrayList<>(schema.dimensions());
            TimeStep.derived(schema).forEach(step -> dimensions.add(step.column()));
            return new CubeSchema(metric, dimensions, schema.measures(), schema.summaries());
        });
    }

    /** What the cube itself keeps. */
    public Optional<CubeSchema> stored(String metric) {
        return cubes.schema(metric);
    }

    @Override
    public Table rollUp(RollUp asked) {
        RollUp known = known(asked);
        List<TimeStep> steps = steps(known.metric(), known.groupBy());
        if (steps.isEmpty()) {
            return cubes.rollUp(known);
        }
        boolean byDay = known.groupBy().contains(DAY);
        return byDay || known.summaries().isEmpty() ? ofDays(known, steps) : byStep(known, steps, cubes::rollUp);
    }

    @Override
    public Table scoreCounts(RollUp asked) {
        RollUp known = known(asked);
        return byStep(known, steps(known.metric(), known.groupBy()), cubes::scoreCounts);
    }

    @Override
    public Table histogram(RollUp asked, double[] edges) {
        RollUp known = known(asked);
        return byStep(known, steps(known.metric(), known.groupBy()), question -> cubes.histogram(question, edges));
    }

    @Override
    public List<ValueCount> values(String metric, String dimension, List<Filter> filters) {
        List<Filter> known = known(metric, filters);
        Optional<TimeStep> step = steps(metric, List.of(dimension)).stream().findFirst();
        if (step.isEmpty()) {
            return cubes.values(metric, dimension, known);
        }
        Map<List<@Nullable Object>, Long> counts = new TreeMap<>(GroupOrder.INSTANCE);
        for (ValueCount day : cubes.values(metric, DAY, known)) {
            counts.merge(key(step.get(), day.value()), day.count(), Long::sum);
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

    /** Those of these dimensions that the cube lacks and its days tell. */
    private List<TimeStep> steps(String metric, List<String> dimensions) {
        return cubes.schema(metric).map(TimeStep::derived).orElse(List.of()).stream()
                .filter(step -> dimensions.contains(step.dimension()))
                .toList();
    }

    private static List<@Nullable Object> key(TimeStep step, @Nullable Object day) {
        List<@Nullable Object> key = new ArrayList<>();
        key.add(day instanceof LocalDate date ? step.of(date) : null);
        return key;
    }

    /** With filters that the cube has the dimensions of. */
    private RollUp known(RollUp asked) {
        return new RollUp(asked.metric(), asked.groupBy(), known(asked.metric(), asked.filters()), asked.summaries());
    }

    private List<Filter> known(String metric, List<Filter> filters) {
        List<Filter> known = new ArrayList<>();
        for (Filter filter : filters) {
            Optional<TimeStep> step =
                    steps(metric, List.of(filter.dimension())).stream().findFirst();
            known.add(step.isEmpty() ? filter : onDays(metric, step.get(), filter));
        }
        return known;
    }

    /** The days of the steps that pass. */
    private Filter onDays(String metric, TimeStep step, Filter filter) {
        Filter.Reading steps = new Filter.Reading(text -> Values.parse(step.column(), text), GroupOrder::values);
        Predicate<@Nullable Object> passes = filter.test(steps);
        List<Optional<String>> days = cubes.values(metric, DAY, List.of()).stream()
                .map(ValueCount::value)
                .filter(day -> passes.test(key(step, day).get(0)))
                .map(Values::text)
                .toList();
        return Filter.In.of(DAY, days);
    }

    /** Sums of days, added up where several days are of one group. */
    private Table ofDays(RollUp asked, List<TimeStep> steps) {
        List<String> stored = new ArrayList<>(asked.groupBy());
        steps.forEach(step -> stored.remove(step.dimension()));
        if (!stored.contains(DAY)) {
            stored.add(DAY);
        }
        Table days = cubes.rollUp(new RollUp(asked.metric(), stored, asked.filters(), asked.summaries()));
        List<Function<List<@Nullable Object>, @Nullable Object>> groups = new ArrayList<>();
        asked.groupBy().forEach(dimension -> groups.add(group(dimension, steps, stored)));
        Map<List<@Nullable Object>, List<@Nullable Object>> sums = new TreeMap<>(GroupOrder.INSTANCE);
        for (List<@Nullable Object> row : days.rows()) {
            List<@Nullable Object> key = new ArrayList<>();
            groups.forEach(group -> key.add(group.apply(row)));
            sums.merge(key, row.subList(stored.size(), row.size()), CalendarCubes::sum);
        }
        List<Column> columns = new ArrayList<>(columns(asked));
        columns.addAll(days.columns().subList(stored.size(), days.columns().size()));
        return table(columns, sums);
    }

    private static Function<List<@Nullable Object>, @Nullable Object> group(
            String dimension, List<TimeStep> steps, List<String> stored) {
        int day = stored.indexOf(DAY);
        int place = stored.indexOf(dimension);
        return steps.stream()
                .filter(step -> step.dimension().equals(dimension))
                .findFirst()
                .<Function<List<@Nullable Object>, @Nullable Object>>map(
                        step -> row -> key(step, row.get(day)).get(0))
                .orElse(row -> row.get(place));
    }

    private static List<@Nullable Object> sum(List<@Nullable Object> left, List<@Nullable Object> right) {
        List<@Nullable Object> sum = new ArrayList<>(left.size());
        for (int i = 0; i < left.size(); i++) {
            sum.add(plus(left.get(i), right.get(i)));
        }
        return sum;
    }

    private static @Nullable Object plus(@Nullable Object left, @Nullable Object right) {
        if (!(left instanceof Number one) || !(right instanceof Number other)) {
            return left == null ? right : left;
        }
        return one instanceof Long whole && other instanceof Long more
                ? (Object) Math.addExact(whole, more)
                : (Object) (one.doubleValue() + other.doubleValue());
    }

    private List<Column> columns(RollUp asked) {
        CubeSchema schema = schema(asked.metric()).orElseThrow();
        return asked.groupBy().stream()
                .map(name -> schema.dimension(name).orElseThrow())
                .toList();
    }

    private static Table table(List<Column> columns, Map<List<@Nullable Object>, List<@Nullable Object>> rows) {
        List<List<@Nullable Object>> joined = new ArrayList<>();
        rows.forEach((key, row) -> {
            List<@Nullable Object> cells = new ArrayList<>(key);
            cells.addAll(row);
            joined.add(cells);
        });
        return new Table(columns, joined);
    }

    /** One question for each step, of the days that lie in it. */
    private Table byStep(RollUp asked, List<TimeStep> steps, Function<RollUp, Table> question) {
        if (steps.isEmpty()) {
            return question.apply(asked);
        }
        List<String> stored = new ArrayList<>(asked.groupBy());
        steps.forEach(step -> stored.remove(step.dimension()));
        Map<List<@Nullable Object>, List<Optional<String>>> days = days(asked, steps);
        // Without any day the answer still has its columns.
        days.putIfAbsent(List.of(), List.of());
        List<Column> columns = new ArrayList<>(columns(asked));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        days.forEach((key, those) -> {
            List<Filter> filters = new ArrayList<>(asked.filters());
            filters.add(Filter.In.of(DAY, those));
            Table part = question.apply(new RollUp(asked.metric(), stored, filters, asked.summaries()));
            if (key.isEmpty()) {
                columns.addAll(
                        part.columns().subList(stored.size(), part.columns().size()));
            } else {
                part.rows().forEach(row -> rows.add(woven(asked.groupBy(), steps, key, row)));
            }
        });
        rows.sort(GroupOrder.first(asked.groupBy().size()));
        return new Table(columns, rows);
    }

    private Map<List<@Nullable Object>, List<Optional<String>>> days(RollUp asked, List<TimeStep> steps) {
        Map<List<@Nullable Object>, List<Optional<String>>> days = new LinkedHashMap<>();
        for (ValueCount day : cubes.values(asked.metric(), DAY, asked.filters())) {
            List<@Nullable Object> key = new ArrayList<>();
            steps.forEach(step -> key.add(key(step, day.value()).get(0)));
            days.computeIfAbsent(key, step -> new ArrayList<>()).add(Values.text(day.value()));
        }
        return days;
    }

    /** The row with the steps at their places. */
    private static List<@Nullable Object> woven(
            List<String> groupBy, List<TimeStep> steps, List<@Nullable Object> key, List<@Nullable Object> row) {
        List<@Nullable Object> woven = new ArrayList<>(row);
        for (int place = 0; place < groupBy.size(); place++) {
            String dimension = groupBy.get(place);
            int at = place;
            IntStream.range(0, steps.size())
                    .filter(step -> steps.get(step).dimension().equals(dimension))
                    .forEach(step -> woven.add(at, key.get(step)));
        }
        return woven;
    }
}
