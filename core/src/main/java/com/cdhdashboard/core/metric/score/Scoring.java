package com.cdhdashboard.core.metric.score;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a rolled-up table into a table of scores, row by row. */
public final class Scoring {
    private final Table rolledUp;
    private final List<Column> dimensions;

    public Scoring(Table rolledUp) {
        this.rolledUp = rolledUp;
        this.dimensions = rolledUp.columns().stream()
                .filter(column -> column.role() == Column.Role.DIMENSION)
                .toList();
        if (!dimensions.equals(rolledUp.columns().subList(0, dimensions.size()))) {
            throw new IllegalArgumentException("a rolled-up table has its dimensions first: " + rolledUp.columns());
        }
    }

    public List<Column> dimensions() {
        return dimensions;
    }

    /** The place of a column in the rows. */
    public int place(String column) {
        return rolledUp.indexOf(column)
                .orElseThrow(() -> new IllegalArgumentException("the rolled-up table lacks \"" + column + "\""));
    }

    /** Whether the rolled-up table has a column of that name. */
    public boolean has(String name) {
        return rolledUp.indexOf(name).isPresent();
    }

    /** A figure of the row by the name of its column; {@code NaN} where there is none. */
    public double number(List<@Nullable Object> row, String name) {
        return row.get(place(name)) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The dimensions of each row and the scores that the function makes of it, in the order of the catalogue. */
    public Table score(List<Score> scores, Function<List<@Nullable Object>, List<@Nullable Object>> scoresOfRow) {
        List<Column> columns = new ArrayList<>(dimensions);
        scores.forEach(score -> columns.add(score.column()));
        List<List<@Nullable Object>> rows = new ArrayList<>(rolledUp.rows().size());
        for (List<@Nullable Object> row : rolledUp.rows()) {
            List<@Nullable Object> scored = new ArrayList<>(columns.size());
            scored.addAll(row.subList(0, dimensions.size()));
            scored.addAll(scoresOfRow.apply(row));
            rows.add(scored);
        }
        return new Table(columns, rows);
    }

    /** A whole-number sum; the sum over nothing is 0. */
    public static long count(List<@Nullable Object> row, int place) {
        return row.get(place) instanceof Number sum ? sum.longValue() : 0;
    }

    /** A sum of amounts; the sum over nothing is 0. */
    public static double amount(List<@Nullable Object> row, int place) {
        return row.get(place) instanceof Number sum ? sum.doubleValue() : 0;
    }

    /** The values as table cells: what is not a finite number is not available. */
    public static List<@Nullable Object> available(double... values) {
        List<@Nullable Object> cells = new ArrayList<>(values.length);
        for (double value : values) {
            cells.add(Double.isFinite(value) ? value : null);
        }
        return cells;
    }
}
