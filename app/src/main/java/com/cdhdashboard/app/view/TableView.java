package com.cdhdashboard.app.view;

import com.cdhdashboard.app.output.NestedText;
import com.cdhdashboard.app.route.TableState;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.metric.Scores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a table, sorted and written out.
 *
 * @param first number of the first row shown, from 1; 0 where there is none
 * @param total rows on all pages
 */
public record TableView(List<Head> heads, List<List<Cell>> rows, int first, int last, int total, Pages pages) {
    /** Rows of one page: a screen or two. */
    public static final int PAGE_SIZE = 50;

    private static final int HEAT_STEPS = 7;

    /**
     * A column head.
     *
     * @param definition what a score means; empty for other columns
     * @param direction {@code ascending}, {@code descending} or {@code none}
     */
    public record Head(String name, String definition, boolean numeric, String direction, String url) {}

    /**
     * A cell.
     *
     * @param title the unrounded value, or the reason why there is none
     * @param kind {@code num}, {@code date} or {@code text}
     * @param heat 1 to 7 by the place of the value between the column's least and greatest; 0: not shaded
     */
    public record Cell(String text, String title, String kind, boolean missing, boolean negative, int heat) {
        private static String kind(boolean numeric, @Nullable Object value) {
            return numeric ? "num" : value instanceof LocalDate ? "date" : "text";
        }
    }

    /** Where the reader is, and the addresses of the neighbours. */
    public record Pages(int page, int last, Optional<String> previousUrl, Optional<String> nextUrl) {}

    public TableView {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** A page that does not exist gives the last one, a column that does not exist the table's own order. */
    public static TableView of(Table table, TableState state, Function<TableState, String> url) {
        List<ColumnFormat> formats = ColumnFormat.all(table);
        List<List<@Nullable Object>> sorted = sorted(table, state);
        int pages = Math.max(1, (sorted.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int page = Math.min(state.page(), pages);
        int from = (page - 1) * PAGE_SIZE;
        int to = Math.min(sorted.size(), from + PAGE_SIZE);
        List<Heat> heats = heats(table, formats);
        List<String> reasons = table.columns().stream().map(TableView::reason).toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : sorted.subList(from, to)) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(cell(row.get(i), formats.get(i), heats.get(i), reasons.get(i)));
            }
            rows.add(List.copyOf(cells));
        }
        return new TableView(
                heads(table, formats, state, url),
                rows,
                sorted.isEmpty() ? 0 : from + 1,
                to,
                sorted.size(),
                pages(state, page, pages, url));
    }

    /** A page that was cut and sorted where the rows are. */
    public static TableView ofPage(Table rows, TableState state, int total, Function<TableState, String> url) {
        TableView shown = of(rows, TableState.FIRST, url);
        int pages = Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        int from = (state.page() - 1) * PAGE_SIZE;
        int count = rows.rows().size();
        return new TableView(
                heads(rows, ColumnFormat.all(rows), state, url),
                shown.rows(),
                count == 0 ? 0 : from + 1,
                from + count,
                total,
                pages(state, state.page(), pages, url));
    }

    private static Pages pages(TableState state, int page, int last, Function<TableState, String> url) {
        return new Pages(
                page,
                last,
                page > 1 ? Optional.of(url.apply(state.withPage(page - 1))) : Optional.empty(),
                page < last ? Optional.of(url.apply(state.withPage(page + 1))) : Optional.empty());
    }

    private static List<Head> heads(
            Table table, List<ColumnFormat> formats, TableState state, Function<TableState, String> url) {
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.columns().get(i).name();
            boolean numeric = formats.get(i).numeric();
            String direction =
                    !state.sort().equals(Optional.of(name)) ? "none" : state.descending() ? "descending" : "ascending";
            String definition =
                    Scores.find(name).map(score -> score.meaning().definition()).orElse("");
            heads.add(new Head(name, definition, numeric, direction, url.apply(state.sortedBy(name, numeric))));
        }
        return heads;
    }

    /** All rows in the order asked; missing values last in both directions, ties in the table's own order. */
    public static List<List<@Nullable Object>> sorted(Table table, TableState state) {
        OptionalInt index = state.sort().map(table::indexOf).orElse(OptionalInt.empty());
        if (index.isEmpty()) {
            return table.rows();
        }
        int column = index.getAsInt();
        Comparator<Object> order = state.descending()
                ? Comparator.comparing(TableView::comparable).reversed()
                : Comparator.comparing(TableView::comparable);
        List<List<@Nullable Object>> rows = new ArrayList<>(table.rows());
        rows.sort(Comparator.comparing((List<@Nullable Object> row) -> row.get(column), Comparator.nullsLast(order)));
        return rows;
    }

    /** All values of one column have one type, whose values can be compared; tables by the text that stands for them. */
    @SuppressWarnings("unchecked") // the other types of ValueType are all comparable with themselves
    private static Comparable<Object> comparable(Object value) {
        return (Comparable<Object>) (value instanceof Table nested ? (Object) NestedText.of(nested) : value);
    }

    /** Why a value of the column may be missing. */
    private static String reason(Column column) {
        if (column.role() == Column.Role.DIMENSION) {
            return "The rows of this group have no " + column.name();
        }
        String when = Scores.find(column.name())
                .map(score -> score.meaning().notAvailable())
                .orElse("");
        return when.isEmpty() ? "Not available for this group" : "Not available " + when;
    }

    private static Cell cell(@Nullable Object value, ColumnFormat format, Heat heat, String reason) {
        boolean numeric = format.numeric();
        String text = format.text(value);
        if (value == null) {
            return new Cell(text, reason, Cell.kind(numeric, null), true, false, 0);
        }
        boolean negative = value instanceof Number number && number.doubleValue() < 0;
        String title = numeric ? value.toString() : value instanceof Table nested ? Json.write(nested) : "";
        return new Cell(text, title, Cell.kind(numeric, value), false, negative, numeric ? heat.step(value) : 0);
    }

    private static List<Heat> heats(Table table, List<ColumnFormat> formats) {
        List<Heat> heats = new ArrayList<>();
        for (int i = 0; i < formats.size(); i++) {
            boolean shaded = formats.get(i).numeric() && table.columns().get(i).role() != Column.Role.DIMENSION;
            heats.add(shaded ? Heat.of(table, i) : new Heat(0, 0));
        }
        return heats;
    }

    /** The least and greatest value of a column. */
    private record Heat(double least, double greatest) {
        static Heat of(Table table, int column) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (List<@Nullable Object> row : table.rows()) {
                if (row.get(column) instanceof Number number && Double.isFinite(number.doubleValue())) {
                    least = Math.min(least, number.doubleValue());
                    greatest = Math.max(greatest, number.doubleValue());
                }
            }
            return new Heat(least, greatest);
        }

        int step(@Nullable Object value) {
            if (!(value instanceof Number number && greatest > least && Double.isFinite(number.doubleValue()))) {
                return 0;
            }
            return 1 + (int) Math.min(HEAT_STEPS - 1, HEAT_STEPS * (number.doubleValue() - least) / (greatest - least));
        }
    }
}
