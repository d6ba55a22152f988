package com.cdhdashboard.app.view;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tables as comma-separated text (RFC 4180, CRLF, numbers unrounded). A missing value is an empty field, an empty text
 * a quoted one. A text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
public final class Csv {
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private Csv() {}

    public static String write(Table table) {
        StringBuilder text = new StringBuilder();
        text.append(table.columns().stream().map(Column::name).map(Csv::field).collect(Collectors.joining(",")))
                .append("\r\n");
        for (List<@Nullable Object> row : table.rows()) {
            for (int i = 0; i < row.size(); i++) {
                text.append(i == 0 ? "" : ",").append(cell(row.get(i)));
            }
            text.append("\r\n");
        }
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        if (value == null || (value instanceof Double number && !Double.isFinite(number))) {
            return "";
        }
        return value instanceof String string ? field(string) : value.toString();
    }

    private static String field(String text) {
        String safe = safe(text);
        boolean quoted = safe.isEmpty() || safe.chars().anyMatch(c -> "\",\r\n".indexOf(c) >= 0);
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** The text as a spreadsheet shows it rather than runs it. */
    static String safe(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
