package com.cdhdashboard.core.report;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.stats.binary.ScoreDistribution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Cubes held as lists of cells: dimensions first, then measures, of which the first two add up to the count unless the
 * first is the count of rows; then the rows behind each summary.
 */
public final class InMemoryCubes implements CubeReader {
    private final Map<String, Cube> cubes = new LinkedHashMap<>();
    private final List<RollUp> questions = new ArrayList<>();

    private record Cube(CubeSchema schema, List<List<@Nullable Object>> cells) {
        /** The rows behind a summary of these cells. */
        SummarizedRows behind(Summary summary, List<List<@Nullable Object>> cells) {
            int place = schema.dimensions().size()
                    + schema.measures().size()
                    + schema.summaries().indexOf(summary);
            return cells.stream()
                    .map(cell -> (SummarizedRows) cell.get(place))
                    .reduce(SummarizedRows.of(), SummarizedRows::plus);
        }

        int place(String column) {
            for (int i = 0; i < schema.dimensions().size(); i++) {
                if (schema.dimensions().get(i).name().equals(column)) {
                    return i;
                }
            }
            throw new UserException("The cube \"" + schema.metric() + "\" has no dimension \"" + column
                    + "\". Dimensions: "
                    + String.join(
                            ", ", schema.dimensions().stream().map(Column::name).toList()) + ".");
        }
    }

    public InMemoryCubes add(CubeSchema schema, List<List<@Nullable Object>> cells) {
        cubes.put(schema.metric(), new Cube(schema, cells));
        return this;
    }

    @Override
    public String dataVersion() {
        return "1";
    }

    @Override
    public Optional<CubeSchema> schema(String metric) {
        return Optional.ofNullable(cubes.get(metric)).map(Cube::schema);
    }

    @Override
    public Table rollUp(RollUp rollUp) {
        Cube cube = cube(rollUp.metric());
        List<Summary> summaries = rollUp.summaries().stream()
                .filter(cube.schema().summaries()::contains)
                .toList();
        List<Column> columns = columns(cube, rollUp);
        columns.addAll(cube.schema().measures());
        summaries.forEach(summary -> columns.addAll(summary.columns()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        groups(cube, rollUp).forEach((key, cells) -> {
            List<@Nullable Object> row = new ArrayList<>(key);
            row.addAll(sums(cube, cells));
            summaries.forEach(summary -> row.addAll(cube.behind(summary, cells).answer(summary)));
            rows.add(row);
        });
        questions.add(rollUp);
        return new Table(columns, rows);
    }

    @Override
    public Table scoreCounts(RollUp rollUp) {
        Cube cube = cube(rollUp.metric());
        List<Column> columns = columns(cube, rollUp);
        columns.add(Column.measure("score", ValueType.NUMBER));
        columns.add(Column.measure("positives", ValueType.INTEGER));
        columns.add(Column.measure("negatives", ValueType.INTEGER));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        groups(cube, rollUp).forEach((key, cells) -> {
            ScoreDistribution scores =
                    cube.behind(rollUp.summaries().get(0), cells).distribution();
            for (int i = 0; i < scores.size(); i++) {
                List<@Nullable Object> row = new ArrayList<>(key);
                row.addAll(List.of(scores.score(i), scores.positives(i), scores.negatives(i)));
                rows.add(row);
            }
        });
        return new Table(columns, rows);
    }

    @Override
    public Table histogram(RollUp rollUp, double[] edges) {
        Cube cube = cube(rollUp.metric());
        List<Column> columns = columns(cube, rollUp);
        columns.add(Column.measure("bin", ValueType.INTEGER));
        columns.add(Column.measure("count", ValueType.INTEGER));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        groups(cube, rollUp).forEach((key, cells) -> {
            long[] counts = cube.behind(rollUp.summaries().get(0), cells).histogram(edges);
            for (int bin = 0; bin < counts.length; bin++) {
                if (counts[bin] > 0) {
                    List<@Nullable Object> row = new ArrayList<>(key);
                    row.addAll(List.of((long) bin, counts[bin]));
                    rows.add(row);
                }
            }
        });
        return new Table(columns, rows);
    }

    /** Every roll-up asked for so far. */
    public List<RollUp> questions() {
        return List.copyOf(questions);
    }

    private static List<Column> columns(Cube cube, RollUp rollUp) {
        return new ArrayList<>(rollUp.groupBy().stream()
                .map(name -> cube.schema().dimensions().get(cube.place(name)))
                .toList());
    }

    private static Map<List<@Nullable Object>, List<List<@Nullable Object>>> groups(Cube cube, RollUp rollUp) {
        List<Integer> places = rollUp.groupBy().stream().map(cube::place).toList();
        Map<List<@Nullable Object>, List<List<@Nullable Object>>> groups = new TreeMap<>(InMemoryCubes::compareRows);
        if (places.isEmpty()) {
            groups.put(List.of(), new ArrayList<>());
        }
        for (List<@Nullable Object> cell : passing(cube, rollUp.filters())) {
            List<@Nullable Object> key = new ArrayList<>();
            places.forEach(place -> key.add(cell.get(place)));
            groups.computeIfAbsent(key, group -> new ArrayList<>()).add(cell);
        }
        return groups;
    }

    private static List<Number> sums(Cube cube, List<List<@Nullable Object>> cells) {
        List<Number> sums = zeros(cube);
        for (List<@Nullable Object> cell : cells) {
            for (int i = 0; i < sums.size(); i++) {
                sums.set(
                        i,
                        sum(sums.get(i), number(cell, cube.schema().dimensions().size() + i)));
            }
        }
        return sums;
    }

    @Override
    public List<ValueCount> values(String metric, String dimension, List<Filter> filters) {
        Cube cube = cube(metric);
        int place = cube.place(dimension);
        int first = cube.schema().dimensions().size();
        Map<List<@Nullable Object>, Long> counts = new TreeMap<>(InMemoryCubes::compareRows);
        for (List<@Nullable Object> cell : passing(cube, filters)) {
            boolean rows = cube.schema().measures().get(0).name().equals("Rows");
            long count = number(cell, first).longValue()
                    + (rows ? 0 : number(cell, first + 1).longValue());
            counts.merge(Arrays.asList(cell.get(place)), count, Long::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> new ValueCount(entry.getKey().get(0), entry.getValue()))
                .toList();
    }

    private Cube cube(String metric) {
        Cube cube = cubes.get(metric);
        if (cube == null) {
            throw new UserException("There is no cube \"" + metric + "\".");
        }
        return cube;
    }

    private static List<Number> zeros(Cube cube) {
        List<Number> zeros = new ArrayList<>();
        cube.schema().measures().forEach(measure -> zeros.add(measure.type() == ValueType.INTEGER ? (Number) 0L : 0.0));
        return zeros;
    }

    private static Number number(List<@Nullable Object> cell, int place) {
        return cell.get(place) instanceof Number number ? number : 0L;
    }

    private static Number sum(Number left, Number right) {
        return left instanceof Long
                ? (Number) (left.longValue() + right.longValue())
                : left.doubleValue() + right.doubleValue();
    }

    private static List<List<@Nullable Object>> passing(Cube cube, List<Filter> filters) {
        return cube.cells().stream()
                .filter(cell ->
                        filters.stream().allMatch(filter -> passes(cell.get(cube.place(filter.dimension())), filter)))
                .toList();
    }

    private static boolean passes(@Nullable Object value, Filter filter) {
        if (filter instanceof Filter.In in) {
            return in.values().contains(Values.text(value)) != in.negated();
        }
        if (value == null) {
            return false;
        }
        if (filter instanceof Filter.Range range) {
            return range.from()
                            .map(from -> compare(value, like(value, from)) >= 0)
                            .orElse(true)
                    && range.to()
                            .map(to -> compare(value, like(value, to)) <= 0)
                            .orElse(true);
        }
        String wanted = ((Filter.Contains) filter).text().toLowerCase(Locale.ROOT);
        return value.toString().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static Object like(Object value, String text) {
        if (value instanceof LocalDate) {
            return LocalDate.parse(text);
        }
        return value instanceof Long ? (Object) Long.valueOf(text) : text;
    }

    private static int compareRows(List<@Nullable Object> left, List<@Nullable Object> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(@Nullable Object left, @Nullable Object right) {
        return ScoredRows.compare(left, right);
    }
}
