package com.cdhdashboard.app.output;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables as aligned columns, for people: numbers on the right and rounded to six digits or to whole numbers, a missing value of a dimension
 * as {@code (missing)}, a number that is not available as a dash. Nothing in a value can control the terminal.
 */
public final class TableText {
    private static final MathContext DIGITS = new MathContext(6);

    /** From here on all digits before the decimal point are shown, and none after it. */
    private static final double WHOLE = 1e5;

    private static final String NOT_AVAILABLE = "–";
    private static final String GAP = "  ";

    private TableText() {}

    public static void write(Table table, Writer out) throws IOException {
        List<Column> columns = table.columns();
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(column -> visible(column.name())).toList());
        for (List<@Nullable Object> row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(cell(row.get(i), columns.get(i)));
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
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean hidden = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            shown.appendCodePoint(hidden ? '\uFFFD' : c);
        });
        return shown.toString();
    }

    private static String cell(@Nullable Object value, Column column) {
        if (column.role() != Column.Role.DIMENSION && value == null) {
            return NOT_AVAILABLE;
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number(number) : NOT_AVAILABLE;
        }
        if (value instanceof Table nested) {
            return visible(NestedText.of(nested));
        }
        return visible(Values.label(value));
    }

    static String number(double number) {
        double size = Math.abs(number);
        BigDecimal exact = new BigDecimal(number);
        BigDecimal rounded = size < WHOLE ? exact.round(DIGITS) : exact.setScale(0, RoundingMode.HALF_EVEN);
        boolean plain = number == 0 || (size >= 1e-4 && size < 1e15);
        BigDecimal shortest = rounded.stripTrailingZeros();
        return plain ? shortest.toPlainString() : shortest.toString();
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
