package com.cdhdashboard.core.sheet;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads one sheet of a workbook (XLSX) row by row. Cells formatted as dates become ISO-8601 texts; a formula counts by
 * the value that was saved with it; a cell in error rejects its row.
 */
public final class WorkbookFile {
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    private WorkbookFile() {}

    /**
     * Reads a workbook and writes its rows as JSON.
     *
     * @param place what messages call the file
     * @param counted gives a stream back with its bytes counted against the limits of a file
     * @return notes: which sheet was read, where there are several
     * @throws UserException where the workbook is damaged, hostile or has no such sheet
     */
    public static List<String> read(
            String place, Path file, TableOptions options, UnaryOperator<InputStream> counted, OutputStream out)
            throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            WorkbookGuard.check(place, zip, counted);
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), OPTIONS)) {
            List<Sheet> sheets = workbook.getSheets().toList();
            Sheet sheet = choose(place, sheets, options.sheet());
            SheetRows rows = new SheetRows(place, out, options, '.');
            rows(sheet, rows);
            rows.finish();
            return notes(sheets, sheet, rows.named());
        } catch (ExcelReaderException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new UserException(
                    UserException.Kind.USER, place + ": the workbook is damaged; save it anew, or as CSV", e);
        }
    }

    private static List<String> notes(List<Sheet> sheets, Sheet sheet, boolean named) {
        List<String> notes = new ArrayList<>();
        if (sheets.size() > 1) {
            notes.add("of " + sheets.size() + " sheets the sheet \"" + sheet.getName() + "\" was read");
        }
        if (!named) {
            notes.add("its first row names no columns, so they are Column1, Column2, …");
        }
        return notes;
    }

    private static Sheet choose(String place, List<Sheet> sheets, Optional<String> wanted) {
        return sheets.stream()
                .filter(sheet -> wanted.isEmpty() || sheet.getName().equals(wanted.get()))
                .findFirst()
                .orElseThrow(() -> new UserException(place + ": there is no sheet "
                        + wanted.map(name -> "\"" + name + "\"; ").orElse("; ") + "its sheets are "
                        + sheets.stream().map(Sheet::getName).collect(Collectors.joining("\", \"", "\"", "\""))));
    }

    private static void rows(Sheet sheet, SheetRows target) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                row(each.next(), target);
            }
        }
    }

    private static void row(Row row, SheetRows target) throws IOException {
        List<SheetValue> values = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            @Nullable Cell cell = row.getCell(i);
            if (cell != null && cell.getType() == CellType.ERROR) {
                target.reject("the cell " + cell.getAddress() + " is in error: " + cell.getRawValue(), row.toString());
                return;
            }
            values.add(cell == null ? SheetValue.NONE : value(cell));
        }
        target.row(values);
    }

    private static SheetValue value(Cell cell) {
        @Nullable String raw = cell.getRawValue();
        return switch (cell.getType()) {
            case EMPTY, ERROR -> SheetValue.NONE;
            case STRING -> text(String.valueOf(cell.getValue()), SheetValue.Kind.TEXT);
            case BOOLEAN ->
                new SheetValue(Boolean.TRUE.equals(cell.getValue()) ? "true" : "false", SheetValue.Kind.PLAIN);
            case NUMBER -> number(cell, String.valueOf(raw));
            case FORMULA -> raw == null ? SheetValue.NONE : number(cell, raw);
        };
    }

    private static SheetValue number(Cell cell, String raw) {
        @Nullable String format = cell.getDataFormatString();
        try {
            BigDecimal number = new BigDecimal(raw);
            if (format != null && isDate(format)) {
                LocalDateTime time = cell.asDate();
                return new SheetValue(time.toString(), SheetValue.Kind.TEXT);
            }
            return new SheetValue(plain(number), SheetValue.Kind.PLAIN);
        } catch (ArithmeticException | IllegalArgumentException | DateTimeException | ExcelReaderException e) {
            return text(raw, SheetValue.Kind.PLAIN);
        }
    }

    /** Files hold binary fractions to their last digit; the shortest number that reads the same is what was typed. */
    private static String plain(BigDecimal number) {
        String shortest = new BigDecimal(Double.toString(number.doubleValue()))
                .stripTrailingZeros()
                .toPlainString();
        return shortest.length() > 40 ? number.toString() : shortest;
    }

    private static SheetValue text(String text, SheetValue.Kind kind) {
        return text.isEmpty() ? SheetValue.NONE : new SheetValue(text, kind);
    }

    /** A format with a day or a year in it; what stands in brackets or quotes is no part of it. */
    static boolean isDate(String format) {
        String bare = format.toLowerCase(Locale.ROOT)
                .replaceAll("\\[[^\\]]*\\]", "")
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\\\.", "");
        return !bare.contains("general") && (bare.contains("yy") || bare.contains("d") || bare.contains("h:m"));
    }
}
