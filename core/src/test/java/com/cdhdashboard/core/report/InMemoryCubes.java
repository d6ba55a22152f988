package com.cdhdashboard.core.report;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.error.UserException;
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

/** Cubes held as lists of cells: dimensions first, then measures, of which the first two add up to the count. */
final class InMemoryCubes implements CubeReader {
    private final Map<String, Cube> cubes = new LinkedHashMap<>();

    private record Cube(CubeSchema schema, List<List<@Nullable Object>> cells) {
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

    InMemoryCubes add(CubeSchema schema, List<List<@Nullable Object>> cells) {
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
        List<Integer> places = rollUp.groupBy().stream().map(cube::place).toList();
        Map<List<@Nullable Object>, List<Number>> groups = new TreeMap<>(InMemoryCubes::compareRows);
        if (places.isEmpty()) {
            groups.put(List.of(), zeros(cube));
        }
        for (List<@Nullable Object> cell : passing(cube, rollUp.filters())) {
            List<@Nullable Object> key = new ArrayList<>();
            places.forEach(place -> key.add(cell.get(place)));
            List<Number> sums = groups.computeIfAbsent(key, group -> zeros(cube));
            for (int i = 0; i < sums.size(); i++) {
                sums.set(
                        i,
                        sum(sums.get(i), number(cell, cube.schema().dimensions().size() + i)));
            }
        }
        List<Column> columns = new ArrayList<>(places.stream()
                .map(place -> cube.schema().dimensions().get(place))
                .toList());
        columns.addAll(cube.schema().measures());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        groups.forEach((key, sums) -> {
            List<@Nullable Object> row = new ArrayList<>(key);
            row.addAll(sums);
            rows.add(row);
        });
        return new Table(columns, rows);
    }

    @Override
    public Table scoreCounts(RollUp rollUp) {
        throw new UnsupportedOperationException("these cubes hold no summaries");
    }

    @Override
    public Table histogram(RollUp rollUp, double[] edges) {
        throw new UnsupportedOperationException("these cubes hold no summaries");
    }

    @Override
    public List<ValueCount> values(String metric, String dimension, List<Filter> filters) {
        Cube cube = cube(metric);
        int place = cube.place(dimension);
        int first = cube.schema().dimensions().size();
        Map<List<@Nullable Object>, Long> counts = new TreeMap<>(InMemoryCubes::compareRows);
        for (List<@Nullable Object> cell : passing(cube, filters)) {
            long count =
                    number(cell, first).longValue() + number(cell, first + 1).longValue();
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
