package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.report.explanation.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A scored table read by row number and column name. Scores that are not available read as NaN. */
public final class ScoredRows {
    private final Table table;
    private final Map<String, Integer> places = new HashMap<>();

    public ScoredRows(Table table) {
        this.table = table;
        for (int i = 0; i < table.columns().size(); i++) {
            places.putIfAbsent(table.columns().get(i).name(), i);
        }
    }

    public Table table() {
        return table;
    }

    public int size() {
        return table.rows().size();
    }

    public Column column(String name) {
        return table.columns().get(place(name));
    }

    public @Nullable Object value(int row, String column) {
        return table.rows().get(row).get(place(column));
    }

    public double number(int row, String score) {
        return value(row, score) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The numbers of a row by the name of their column; empty for what is no column or not available. */
    public Explanation.Numbers numbersOf(int row) {
        return name -> hasColumn(name) && value(row, name) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** The score in the order of rows, NaN where not available. */
    public List<Double> numbers(String score) {
        int place = place(score);
        List<Double> numbers = new ArrayList<>(size());
        for (List<@Nullable Object> row : table.rows()) {
            numbers.add(row.get(place) instanceof Number number ? number.doubleValue() : Double.NaN);
        }
        return numbers;
    }

    public boolean hasColumn(String name) {
        return places.containsKey(name);
    }

    /** The names of what rows are grouped by. */
    public List<String> dimensions() {
        return table.columns().stream()
                .filter(column -> column.role() == Column.Role.DIMENSION)
                .map(Column::name)
                .toList();
    }

    /** The values of a dimension in these rows. */
    public List<@Nullable Object> values(List<Integer> rows, String dimension) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value(row, dimension)));
        return values;
    }

    /** The values of a dimension, each once, ascending, the missing one last. */
    public List<@Nullable Object> distinct(String dimension) {
        Set<@Nullable Object> values = new LinkedHashSet<>();
        for (int row = 0; row < size(); row++) {
            values.add(value(row, dimension));
        }
        List<@Nullable Object> sorted = new ArrayList<>(values);
        sorted.sort(ScoredRows::compare);
        return sorted;
    }

    /** What {@link #index} finds a row by. */
    public static List<@Nullable Object> key(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    /** The row number by the values of these columns; a column may be named more than once. */
    public Map<List<@Nullable Object>, Integer> index(List<String> columns) {
        Map<List<@Nullable Object>, Integer> index = new HashMap<>();
        int[] keyPlaces = columns.stream().mapToInt(this::place).toArray();
        for (int row = 0; row < size(); row++) {
            List<@Nullable Object> values = table.rows().get(row);
            List<@Nullable Object> key = new ArrayList<>(keyPlaces.length);
            for (int place : keyPlaces) {
                key.add(values.get(place));
            }
            index.put(key, row);
        }
        return index;
    }

    /** The values of a dimension with the most counted rows, at most so many, in ascending order. */
    public List<@Nullable Object> largest(String dimension, int most) {
        return largest(dimension, most, ReportData.COUNT);
    }

    /** The values of a dimension with the most of another column, at most so many, in ascending order. */
    public List<@Nullable Object> largest(String dimension, int most, String size) {
        List<@Nullable Object> all = distinct(dimension);
        if (all.size() <= most) {
            return all;
        }
        Map<@Nullable Object, Double> counts = new HashMap<>();
        for (int row = 0; row < size(); row++) {
            counts.merge(value(row, dimension), number(row, size), Double::sum);
        }
        Stream<@Nullable Object> bySize =
                all.stream().sorted(Comparator.comparingDouble(value -> -counts.getOrDefault(value, 0.0)));
        List<@Nullable Object> kept = new ArrayList<>(bySize.limit(most).toList());
        kept.sort(ScoredRows::compare);
        return kept;
    }

    // Values of one dimension have one type, and all types of cells compare with themselves.
    @SuppressWarnings("unchecked")
    public static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        return ((Comparable<Object>) left).compareTo(right);
    }

    private int place(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new NoSuchElementException("no column " + column);
        }
        return place;
    }
}
