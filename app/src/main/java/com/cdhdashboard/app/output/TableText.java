package com.cdhdashboard.app.output;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tables as aligned columns, for people: numbers on the right, cells as on the pages. Nothing in a value can control the
 * terminal.
 */
public final class TableText {
    private static final String GAP = "  ";

    private TableText() {}

    /** Writes a table of counts and words, whose numbers need no further meaning. */
    public static void write(Table table, Writer out) throws IOException {
        write(table, column -> Optional.empty(), out);
    }

    /** Writes a table whose numbers mean what the catalogue says. */
    public static void write(Table table, ScoreCatalogue scores, Writer out) throws IOException {
        write(table, scores, column -> true, out);
    }

    /** Writes some columns of a table; the others may still decide how many digits their numbers have. */
    public static void write(Table table, ScoreCatalogue scores, Predicate<Column> shown, Writer out)
            throws IOException {
        int[] places = IntStream.range(0, table.columns().size())
                .filter(place -> shown.test(table.columns().get(place)))
                .toArray();
        List<Column> columns =
                Arrays.stream(places).mapToObj(table.columns()::get).toList();
        CellText texts = new CellText(table.columns(), scores);
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(column -> visible(column.name())).toList());
        for (List<@Nullable Object> row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (int place : places) {
                cells.add(visible(texts.text(row, place)));
            }
            lines.add(cells);
        }
        int[] widths = new int[columns.size()];
        lines.forEach(line -> widen(widths, line));
        lines.add(1, rule(widths));
        for (List<String> line : lines) {
            write(line, widths, columns, out);
        }
    }

    /** Text without characters that move the cursor, change colours or turn the direction of writing. */
    public static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(isHidden(c) ? '\uFFFD' : c));
        return shown.toString();
    }

    /** Whether a character does more, or less, than to be read. */
    public static boolean isHidden(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static List<String> rule(int[] widths) {
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add("-".repeat(width));
        }
        return rule;
    }

    private static void widen(int[] widths, List<String> line) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], width(line.get(i)));
        }
    }

    private static void write(List<String> line, int[] widths, List<Column> columns, Writer out) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - width(line.get(i)));
            boolean right = right(columns.get(i));
            text.append(i == 0 ? "" : GAP)
                    .append(right ? padding : "")
                    .append(line.get(i))
                    .append(right ? "" : padding);
        }
        out.append(text.toString().stripTrailing()).append('\n');
    }

    private static boolean right(Column column) {
        return column.role() != Column.Role.DIMENSION
                && (column.type() == ValueType.NUMBER || column.type() == ValueType.INTEGER);
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
