package com.cdhdashboard.app.output;

import com.cdhdashboard.core.cube.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables as comma-separated values (RFC 4180). Numbers are unrounded. A missing value is an empty field, an empty text a
 * quoted one. A text that a spreadsheet would take for a formula gets an apostrophe before it. A table within a cell is
 * JSON.
 */
public final class TableCsv {
    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    private static final String LINE_END = "\r\n";

    private TableCsv() {}

    public static void write(Table table, Writer out) throws IOException {
        String comma = "";
        for (int i = 0; i < table.columns().size(); i++) {
            out.append(comma).append(text(table.columns().get(i).name()));
            comma = ",";
        }
        out.append(LINE_END);
        writeRows(table, out);
    }

    /** The rows without the names of the columns, to go on with a table written in parts. */
    public static void writeRows(Table table, Writer out) throws IOException {
        for (List<@Nullable Object> row : table.rows()) {
            String comma = "";
            for (Object value : row) {
                out.append(comma).append(cell(value));
                comma = ",";
            }
            out.append(LINE_END);
        }
    }

    private static String cell(@Nullable Object value) throws IOException {
        if (value == null || (value instanceof Double number && !Double.isFinite(number))) {
            return "";
        }
        if (value instanceof Table nested) {
            return text(Json.text(nested));
        }
        return value instanceof String text ? text(text) : value.toString();
    }

    private static String text(String value) {
        boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        String safe = formula ? "'" + value : value;
        boolean quote = safe.isEmpty() || safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
