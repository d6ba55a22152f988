package com.cdhdashboard.app.view;

import com.cdhdashboard.app.output.CellText;
import com.cdhdashboard.app.output.Json;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Tables as an XLSX workbook; texts are written as texts, never as formulas, tables within a cell as JSON. Numbers are
 * unrounded, and their format shows the digits that the pages show.
 */
public final class Xlsx {
    public static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The rows of a sheet, less its head. */
    static final int MAX_ROWS = 1_048_575;

    private static final int MAX_TEXT = 32_767;
    private static final String NOTES = "Notes";
    private static final int NOTES_WIDTH = 120;

    private Xlsx() {}

    /** What the sheet of the table is called, and what is to be said of its numbers. */
    public record Sheets(String name, List<String> notes) {
        public Sheets {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Writes a workbook of one sheet, and one more for the notes where there are any.
     *
     * @throws UserException where the table has more rows than a sheet can hold
     */
    public static byte[] write(Table table, ScoreCatalogue scores, String name, List<String> notes) {
        checkRows(table.rows().size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(List.of(table).iterator(), scores, new Sheets(name, notes), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Refuses more rows than a sheet can hold.
     *
     * @throws UserException with what to do
     */
    public static void checkRows(long rows) {
        if (rows > MAX_ROWS) {
            throw new UserException("the table has " + NumberText.count(rows) + " rows, and a spreadsheet holds "
                    + NumberText.count(MAX_ROWS) + "; download it as CSV");
        }
    }

    /** Writes a table that comes in parts, each as soon as it is there; all parts have the columns of the first. */
    public static void write(Iterator<Table> parts, ScoreCatalogue scores, Sheets sheets, OutputStream out)
            throws IOException {
        try (Workbook workbook = new Workbook(out, "cdhdashboard", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(sheetName(sheets.name()));
            sheet.freezePane(0, 1);
            int row = 0;
            while (parts.hasNext()) {
                Table part = parts.next();
                row = row == 0 ? head(sheet, part) : row;
                CellText texts = new CellText(part.columns(), scores);
                for (List<@Nullable Object> values : part.rows()) {
                    for (int i = 0; i < values.size(); i++) {
                        cell(sheet, row, i, values.get(i));
                        if (values.get(i) instanceof Number && texts.isNumeric(i)) {
                            sheet.style(row, i)
                                    .format(texts.spreadsheetFormat(values, i))
                                    .set();
                        }
                    }
                    row++;
                }
                if (parts.hasNext()) {
                    sheet.flush();
                }
            }
            sheet.finish();
            if (!sheets.notes().isEmpty()) {
                notes(workbook, sheets);
            }
        }
    }

    private static void notes(Workbook workbook, Sheets sheets) {
        Worksheet sheet =
                workbook.newWorksheet(NOTES.equalsIgnoreCase(sheetName(sheets.name())) ? "About the numbers" : NOTES);
        sheet.width(0, NOTES_WIDTH);
        for (int row = 0; row < sheets.notes().size(); row++) {
            text(sheet, row, 0, sheets.notes().get(row));
            sheet.style(row, 0).wrapText(true).set();
        }
    }

    private static int head(Worksheet sheet, Table table) {
        for (int i = 0; i < table.columns().size(); i++) {
            sheet.value(0, i, table.columns().get(i).name());
            sheet.style(0, i).bold().set();
        }
        return 1;
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            sheet.value(row, column, number);
        } else if (value instanceof Long number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof LocalDateTime time) {
            sheet.value(row, column, time);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else if (value instanceof String text) {
            text(sheet, row, column, text);
        } else if (value instanceof Table nested) {
            text(sheet, row, column, Json.text(nested));
        }
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, text.substring(0, Math.min(text.length(), MAX_TEXT)));
    }

    private static String sheetName(String name) {
        String safe = name.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        return safe.isEmpty() ? "Data" : safe.substring(0, Math.min(safe.length(), 31));
    }
}
