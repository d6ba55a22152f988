package com.cdhdashboard.core.sheet;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Reads one sheet of a workbook (XLSX) row by row; a cell in error rejects its row. */
public final class WorkbookFile {
    private WorkbookFile() {}

    /**
     * Reads a workbook and writes its rows as JSON.
     *
     * @param place what messages call the file
     * @param counted gives a stream back with its bytes counted against the limits of a file
     * @return notes: which sheet was read, where there are several, and how
     * @throws UserException where the workbook is damaged, hostile or has no such sheet
     */
    public static List<String> read(
            String place, Path file, TableOptions options, UnaryOperator<InputStream> counted, OutputStream out)
            throws IOException {
        try (WorkbookParts parts = WorkbookParts.open(place, file, counted)) {
            Workbook workbook = new WorkbookReader(parts).read();
            Workbook.NamedSheet sheet = choose(place, workbook.sheets(), options.sheet());
            NumberForms forms = new NumberForms(options.decimal(), false);
            TableReading reading = new TableReading(
                    place + ": sheet \"" + sheet.name() + "\"",
                    options,
                    forms,
                    rows -> new SheetReader(parts, workbook, sheet, rows).readAll());
            List<String> notes = new ArrayList<>(sheetNotes(workbook.sheets(), sheet));
            notes.addAll(reading.write(out, Optional.of(workbook.calendar())));
            return notes;
        }
    }

    private static List<String> sheetNotes(List<Workbook.NamedSheet> sheets, Workbook.NamedSheet sheet) {
        if (sheets.size() == 1) {
            return List.of();
        }
        List<String> hidden = sheets.stream()
                .filter(other -> other.hidden() && !other.equals(sheet))
                .map(other -> "\"" + other.name() + "\"")
                .toList();
        String passed = hidden.isEmpty() ? "" : "; hidden: " + String.join(", ", hidden);
        return List.of("of " + sheets.size() + " sheets the sheet \"" + sheet.name() + "\" was read" + passed);
    }

    private static Workbook.NamedSheet choose(String place, List<Workbook.NamedSheet> sheets, Optional<String> wanted) {
        if (sheets.isEmpty()) {
            throw WorkbookGuard.refuse(place, "it has no sheet of rows");
        }
        if (wanted.isEmpty()) {
            return sheets.stream().filter(sheet -> !sheet.hidden()).findFirst().orElse(sheets.get(0));
        }
        return sheets.stream()
                .filter(sheet -> sheet.name().equals(wanted.get()))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        place + ": there is no sheet \"" + wanted.get() + "\"; its sheets are " + quoted(sheets)));
    }

    private static String quoted(List<Workbook.NamedSheet> sheets) {
        return sheets.stream().map(Workbook.NamedSheet::name).collect(Collectors.joining("\", \"", "\"", "\""));
    }
}
