package com.cdhdashboard.app.view;

import com.cdhdashboard.app.output.CellText;
import com.cdhdashboard.app.output.Json;
import com.cdhdashboard.app.output.NestedText;
import com.cdhdashboard.app.route.Parameter;
import com.cdhdashboard.app.route.TableState;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One page of a table, sorted and written out.
 *
 * @param first number of the first row shown, from 1; 0 where there is none
 * @param total rows on all pages
 * @param asking how the page asks what a number means; empty where the table has none that needs words
 */
public record TableView(
        List<Head> heads, List<Row> rows, int first, int last, int total, Pages pages, Optional<Asking> asking) {
    /** Rows of one page: a screen or two. */
    public static final int PAGE_SIZE = 50;

    private static final int HEAT_STEPS = 7;

    /**
     * A column head.
     *
     * @param name as in configuration, addresses and files
     * @param words what people call it
     * @param definition what a score means; empty for other columns
     * @param direction {@code ascending}, {@code descending} or {@code none}
     */
    public record Head(
            String name, Score.Head words, String definition, boolean numeric, String direction, String url) {
        /** On one line. */
        public String title() {
            return (words.of().isEmpty() ? "" : words.of() + ", ") + words.what();
        }

        /** What a pointer at rest tells: the definition, and the name that configuration and files use. */
        public String hover() {
            String named = name.equals(title()) ? "" : " (" + name + ")";
            String told = definition.isEmpty() ? url.isEmpty() ? title() : "Sort by " + title() : definition;
            return told + named;
        }
    }

    /** A row, by its number among all rows in the order shown. */
    public record Row(int number, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Where it is said what numbers mean, and the state of the page that tells which rows there are. */
    public record Asking(String url, List<Parameter> state) {
        public Asking {
            state = List.copyOf(state);
        }
    }

    /**
     * A cell.
     *
     * @param title the unrounded value, or the reason why there is none
     * @param kind {@code num}, {@code date}, {@code text} or, where it may take several lines, {@code text long}
     * @param heat 1 to 7 by the place of the value between the column's least and greatest; 0: not shaded
     * @param deeper the page with this value alone; empty where it cannot be filtered so
     */
    public record Cell(
            String text,
            String title,
            String kind,
            boolean missing,
            boolean negative,
            int heat,
            Optional<Deeper> deeper) {
        private static final int LONG = 40;

        Cell leading(Optional<Deeper> where) {
            return new Cell(text, title, kind, missing, negative, heat, where);
        }

        private static String kind(boolean numeric, @Nullable Object value, String text) {
            if (numeric) {
                return "num";
            }
            return value instanceof LocalDate ? "date" : text.length() > LONG ? "text long" : "text";
        }
    }

    /**
     * A value of a dimension that a page can be narrowed to.
     *
     * @param label as addresses say it
     * @param kind {@code day}, {@code week} or {@code value}
     * @param days from which to which day a week reaches within the period of the page; else empty
     */
    public record Deeper(String url, String dimension, String title, String label, String kind, String days) {}

    /** Where the reader is, and the addresses of the neighbours. */
    public record Pages(int page, int last, Optional<String> previousUrl, Optional<String> nextUrl) {}

    public TableView {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** The column that it is sorted by, as addresses say it; empty where it is in its own order. */
    public Optional<String> sorted() {
        return heads.stream()
                .filter(head -> !head.direction().equals("none"))
                .map(head -> (head.direction().equals("descending") ? "-" : "") + head.name())
                .findFirst();
    }

    /** A page that does not exist gives the last one, a column that does not exist the table's own order. */
    public static TableView of(Table table, TableSetting setting) {
        TableState state = setting.state().table();
        List<List<@Nullable Object>> sorted = sorted(table, state);
        int pages = pagesOf(sorted.size());
        int page = Math.min(state.page(), pages);
        int from = (page - 1) * PAGE_SIZE;
        int to = Math.min(sorted.size(), from + PAGE_SIZE);
        Table shown = new Table(table.columns(), sorted.subList(from, to));
        return new TableView(
                heads(table, setting),
                rows(table, shown, from, setting),
                sorted.isEmpty() ? 0 : from + 1,
                to,
                sorted.size(),
                pages(setting, page, pages),
                setting.asking(table));
    }

    /** A page that was cut and sorted where the rows are. */
    public static TableView ofPage(Table shown, TableSetting setting, int total) {
        int page = setting.state().table().page();
        int from = (page - 1) * PAGE_SIZE;
        int count = shown.rows().size();
        return new TableView(
                heads(shown, setting),
                rows(shown, shown, from, setting),
                count == 0 ? 0 : from + 1,
                from + count,
                total,
                pages(setting, page, pagesOf(total)),
                setting.asking(shown));
    }

    private static int pagesOf(int rows) {
        return Math.max(1, (rows + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    /** The rows shown, written and shaded by all rows. */
    private static List<Row> rows(Table all, Table shown, int from, TableSetting setting) {
        CellText texts = new CellText(all.columns(), setting.scores());
        List<Heat> heats = heats(all, texts);
        List<String> reasons = all.columns().stream()
                .map(column -> reason(column, setting.scores()))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (List<@Nullable Object> row : shown.rows()) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                Cell cell = cell(
                        row.get(i), new Writing(texts.text(row, i), texts.isNumeric(i)), heats.get(i), reasons.get(i));
                cells.add(cell.leading(setting.deeper(all.columns().get(i), row.get(i))));
            }
            rows.add(new Row(from + rows.size() + 1, cells));
        }
        return rows;
    }

    private static Pages pages(TableSetting setting, int page, int last) {
        TableState state = setting.state().table();
        return new Pages(
                page,
                last,
                page > 1 ? Optional.of(setting.address(state.withPage(page - 1))) : Optional.empty(),
                page < last ? Optional.of(setting.address(state.withPage(page + 1))) : Optional.empty());
    }

    private static List<Head> heads(Table table, TableSetting setting) {
        TableState state = setting.state().table();
        CellText texts = new CellText(table.columns(), setting.scores());
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.columns().get(i).name();
            boolean numeric = texts.isNumeric(i);
            String direction =
                    !state.sort().equals(Optional.of(name)) ? "none" : state.descending() ? "descending" : "ascending";
            Optional<Score> score = setting.scoreOf(table.columns().get(i));
            Score.Head words = score.map(Score::head).orElseGet(() -> new Score.Head("", DimensionTitle.of(name)));
            String definition = score.map(known -> known.meaning().definition()).orElse("");
            heads.add(new Head(
                    name, words, definition, numeric, direction, setting.address(state.sortedBy(name, numeric))));
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
    private static String reason(Column column, ScoreCatalogue scores) {
        if (column.role() == Column.Role.DIMENSION) {
            return "The rows of this group have no " + column.title();
        }
        String when = scores.find(column.name())
                .map(score -> score.meaning().notAvailable())
                .orElse("");
        return when.isEmpty() ? "Not available for this group" : "Not available " + when;
    }

    /** What a cell says, and whether that is a number. */
    private record Writing(String text, boolean numeric) {}

    private static Cell cell(@Nullable Object value, Writing writing, Heat heat, String reason) {
        boolean numeric = writing.numeric();
        String text = writing.text();
        if (value == null) {
            return new Cell(text, reason, Cell.kind(numeric, null, text), true, false, 0, Optional.empty());
        }
        boolean negative = value instanceof Number number && number.doubleValue() < 0;
        String title = numeric ? value.toString() : value instanceof Table nested ? Json.text(nested) : "";
        int step = numeric ? heat.step(value) : 0;
        return new Cell(text, title, Cell.kind(numeric, value, text), false, negative, step, Optional.empty());
    }

    private static List<Heat> heats(Table table, CellText texts) {
        List<Heat> heats = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            boolean shaded = texts.isNumeric(i) && compares(table.columns().get(i));
            heats.add(shaded ? Heat.of(table, i) : new Heat(0, 0));
        }
        return heats;
    }

    /** Whether a greater value is more of something. */
    private static boolean compares(Column column) {
        return column.role() == Column.Role.MEASURE || column.role() == Column.Role.SCORE;
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
