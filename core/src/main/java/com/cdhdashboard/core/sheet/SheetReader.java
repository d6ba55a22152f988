package com.cdhdashboard.core.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Reads the rows of one sheet, and gives each on as soon as it ends. */
final class SheetReader {
    private static final int MAX_COLUMNS = 16_384;
    private static final int LETTERS = 26;

    private final WorkbookParts parts;
    private final Workbook.NamedSheet sheet;
    private final CellReader cells;
    private final RowSink rows;
    private long number;

    SheetReader(WorkbookParts parts, Workbook workbook, Workbook.NamedSheet sheet, RowSink rows) {
        this.parts = parts;
        this.sheet = sheet;
        this.cells = new CellReader(workbook);
        this.rows = rows;
    }

    void readAll() throws IOException {
        boolean found = parts.read(sheet.part(), xml -> {
                    XmlText text = new XmlText(xml);
                    for (String name = text.nextIn(""); !name.isEmpty(); name = text.nextIn("")) {
                        if (name.equals("sheetData")) {
                            sheetData(text);
                        }
                    }
                    return true;
                })
                .isPresent();
        if (!found) {
            throw WorkbookGuard.refuse(
                    parts.place(),
                    "the part \"" + sheet.part() + "\" of its sheet \"" + sheet.name() + "\" is missing");
        }
    }

    private void sheetData(XmlText xml) throws XMLStreamException, IOException {
        for (String name = xml.nextIn("sheetData"); !name.isEmpty(); name = xml.nextIn("sheetData")) {
            if (name.equals("row")) {
                String said = xml.attribute("r");
                number = said.isEmpty() ? number + 1 : number(said);
                row(xml);
            }
        }
    }

    private void row(XmlText xml) throws XMLStreamException, IOException {
        List<SheetValue> values = new ArrayList<>();
        String fault = "";
        int next = 0;
        for (String name = xml.nextIn("row"); !name.isEmpty(); name = xml.nextIn("row")) {
            if (name.equals("c")) {
                String address = xml.attribute("r");
                int column = address.isEmpty() ? next : column(address);
                if (column >= MAX_COLUMNS) {
                    throw WorkbookGuard.refuse(parts.place(), "a cell stands further right than a sheet is wide");
                }
                next = column + 1;
                while (values.size() <= column) {
                    values.add(SheetValue.NONE);
                }
                CellReader.Cell cell = cells.read(xml);
                values.set(column, cell.value());
                if (!cell.fault().isEmpty() && fault.isEmpty()) {
                    fault = "the cell " + letters(column) + number + " of the sheet \"" + sheet.name() + "\" "
                            + cell.fault();
                }
            }
        }
        if (fault.isEmpty()) {
            rows.row(number, values);
        } else {
            rows.reject(number, fault, values);
        }
    }

    private long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw WorkbookParts.damaged(parts.place(), e);
        }
    }

    /** The column of a cell such as {@code AB12}, from 0. */
    private int column(String address) {
        int column = 0;
        int at = 0;
        while (at < address.length()
                && address.charAt(at) >= 'A'
                && address.charAt(at) <= 'Z'
                && column <= MAX_COLUMNS) {
            column = column * LETTERS + address.charAt(at++) - 'A' + 1;
        }
        if (at == 0) {
            throw WorkbookParts.damaged(parts.place(), new IllegalArgumentException("a cell is called " + address));
        }
        return column - 1;
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.toString();
    }
}
