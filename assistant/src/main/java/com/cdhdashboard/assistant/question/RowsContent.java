package com.cdhdashboard.assistant.question;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import com.cdhdashboard.core.report.explanation.TableNumbers;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A table as the rows of an answer: each with its group, its values and how pages write them. */
public final class RowsContent {
    public static final String LIMIT = "limit";
    public static final String SORT = "sort";
    public static final int USUAL_ROWS = 50;
    public static final int MOST_ROWS = 500;
    /** About what a model can read at once. */
    private static final int MOST_CHARACTERS = 200_000;

    private final Table table;
    private final ScoreCatalogue scores;
    private final TableNumbers numbers;

    private RowsContent(Table table, ScoreCatalogue scores) {
        this.table = table;
        this.scores = scores;
        this.numbers = new TableNumbers(table.columns(), scores);
    }

    public static ObjectNode limit() {
        return Parameters.whole("rows of the answer, " + USUAL_ROWS + " where it is left out", 1, MOST_ROWS);
    }

    public static ObjectNode sort() {
        return Parameters.text("column to sort by, downwards with a minus before it, such as -CTR; by group where it is"
                + " left out");
    }

    /**
     * Adds {@code columns}, {@code rows}, {@code row_count} and, where some are left out, {@code rows_left_out}.
     *
     * @return the rows that are in the answer
     */
    public static Table add(ObjectNode content, Table table, ScoreCatalogue scores, Arguments arguments) {
        Table sorted = arguments.text(SORT).map(sort -> sorted(table, sort)).orElse(table);
        RowsContent rows = new RowsContent(sorted, scores);
        content.set("columns", rows.columns());
        ArrayNode array = content.putArray("rows");
        int told = rows.add(array, arguments.whole(LIMIT, USUAL_ROWS));
        content.put("row_count", sorted.rows().size());
        if (told < sorted.rows().size()) {
            content.put("rows_left_out", sorted.rows().size() - told);
        }
        rows.notAvailable().ifPresent(reasons -> content.set("not_available", reasons));
        return new Table(sorted.columns(), sorted.rows().subList(0, told));
    }

    private static Table sorted(Table table, String sort) {
        boolean down = sort.startsWith("-") && table.indexOf(sort).isEmpty();
        String name = down ? sort.substring(1) : sort;
        OptionalInt place = table.indexOf(name);
        if (place.isEmpty()) {
            List<String> names = table.columns().stream().map(Column::name).toList();
            throw new UserException("sort: " + DidYouMean.refusal("column of the answer", name, names));
        }
        int column = place.getAsInt();
        Comparator<Object> order = Comparator.comparing(RowsContent::comparable);
        List<List<@Nullable Object>> rows = new ArrayList<>(table.rows());
        rows.sort(Comparator.comparing(
                (List<@Nullable Object> row) -> row.get(column),
                Comparator.nullsLast(down ? order.reversed() : order)));
        return new Table(table.columns(), rows);
    }

    /** All values of one column have one type, whose values can be compared; tables within have no order. */
    @SuppressWarnings("unchecked") // the other types of ValueType are all comparable with themselves
    private static Comparable<Object> comparable(Object value) {
        return (Comparable<Object>) (value instanceof Table ? (Object) "" : value);
    }

    private ArrayNode columns() {
        ArrayNode array = Content.object().arrayNode();
        for (Column column : table.columns()) {
            ObjectNode object = array.addObject();
            object.put("name", column.name());
            object.put("type", column.type().name().toLowerCase(Locale.ROOT));
            scores.find(column.name())
                    .filter(score -> column.role() != Column.Role.DIMENSION)
                    .ifPresentOrElse(
                            score -> describe(object, score),
                            () -> Comparison.title(column.name(), scores)
                                    .ifPresent(title -> object.put("title", title)));
        }
        return array;
    }

    static void describe(ObjectNode object, Score score) {
        object.put("title", score.title());
        object.put("format", score.format().name().toLowerCase(Locale.ROOT));
        if (!score.display().unit().isEmpty()) {
            object.put("unit", score.display().unit());
        }
    }

    private int add(ArrayNode array, int limit) {
        int characters = 0;
        int row = 0;
        for (; row < Math.min(limit, table.rows().size()); row++) {
            ObjectNode object = row(table.rows().get(row));
            characters += object.toString().length();
            if (characters > MOST_CHARACTERS && row > 0) {
                return row;
            }
            array.add(object);
        }
        return row;
    }

    private ObjectNode row(List<@Nullable Object> row) {
        ObjectNode object = Content.object();
        ObjectNode group = Content.object();
        ObjectNode values = Content.object();
        ObjectNode shown = Content.object();
        for (int i = 0; i < row.size(); i++) {
            Column column = table.columns().get(i);
            if (column.role() == Column.Role.DIMENSION) {
                group.set(column.name(), Content.name(row.get(i)));
            } else {
                values.set(column.name(), Content.cell(row.get(i)));
                shown(row, i).ifPresent(text -> shown.put(column.name(), text));
            }
        }
        if (!group.isEmpty()) {
            object.set("group", group);
        }
        object.set("values", values);
        object.set("shown", shown);
        return object;
    }

    /** As pages write it. */
    private Optional<String> shown(List<@Nullable Object> row, int column) {
        if (row.get(column) == null || !numbers.isNumeric(column)) {
            return Optional.empty();
        }
        String name = table.columns().get(column).name();
        double value = numbers.of(row, column).value();
        if (name.endsWith(Comparison.RELATIVE_CHANGE)) {
            return Optional.of(NumberText.relativeChange(value));
        }
        int difference = name.indexOf(Comparison.DIFFERENCE);
        if (difference > 0 && scores.find(name).isEmpty()) {
            Format format = format(name.substring(0, difference));
            return Optional.of(NumberText.difference(value, format, halfWidth(row, name.substring(0, difference))));
        }
        return Optional.of(
                name.endsWith(Comparison.BEFORE)
                        ? NumberText.of(value, format(name.substring(0, name.length() - Comparison.BEFORE.length())))
                        : numbers.of(row, column).text());
    }

    private Format format(String score) {
        return scores.find(score).map(Score::format).orElse(Format.NUMBER);
    }

    private double halfWidth(List<@Nullable Object> row, String score) {
        OptionalInt low = table.indexOf(score + Comparison.DIFFERENCE + "_Low");
        OptionalInt high = table.indexOf(score + Comparison.DIFFERENCE + "_High");
        return low.isPresent()
                        && high.isPresent()
                        && row.get(low.getAsInt()) instanceof Number least
                        && row.get(high.getAsInt()) instanceof Number most
                ? (most.doubleValue() - least.doubleValue()) / 2
                : Double.NaN;
    }

    /** Why scores are missing, by the name of the score. */
    private Optional<ObjectNode> notAvailable() {
        ObjectNode reasons = Content.object();
        for (int i = 0; i < table.columns().size(); i++) {
            int place = i;
            Column column = table.columns().get(i);
            boolean missing =
                    column.role() == Column.Role.SCORE && table.rows().stream().anyMatch(row -> row.get(place) == null);
            if (missing) {
                scores.find(column.name())
                        .map(score -> score.meaning().notAvailable())
                        .filter(when -> !when.isEmpty())
                        .ifPresent(when -> reasons.put(column.name(), "there is none " + when));
            }
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(reasons);
    }
}
