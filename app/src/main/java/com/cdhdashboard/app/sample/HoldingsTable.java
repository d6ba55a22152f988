package com.cdhdashboard.app.sample;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Product holdings as rows and columns, made of JSON lines: CSV parted by semicolons, or a workbook of one sheet. */
final class HoldingsTable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter PEGA =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS 'GMT'", Locale.ROOT);
    private static final String DATE = "PurchasedDate";
    private static final int ROWS_IN_MEMORY = 1_000;

    private HoldingsTable() {}

    static void csv(Path lines, Path file, List<Column> columns) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(lines);
                BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(";", columns.stream().map(Column::name).toList()) + "\r\n");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode row = JSON.readTree(line);
                out.write(String.join(
                                ";",
                                columns.stream()
                                        .map(column -> text(row, column))
                                        .toList())
                        + "\r\n");
            }
        }
    }

    private static String text(JsonNode row, Column column) {
        String text = row.path(column.name()).asText("");
        boolean quoted = text.contains(";") || text.contains("\"");
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** Days as dates, as a person keeps them. */
    static void workbook(Path lines, Path file, List<Column> columns) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(lines, StandardCharsets.UTF_8);
                OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "cdhdashboard", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Holdings");
            for (int i = 0; i < columns.size(); i++) {
                sheet.value(0, i, columns.get(i).name());
            }
            int place = 1;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                row(sheet, place, JSON.readTree(line), columns);
                if (place++ % ROWS_IN_MEMORY == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void row(Worksheet sheet, int place, JsonNode row, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            JsonNode value = row.path(columns.get(i).name());
            if (columns.get(i).name().equals(DATE)) {
                sheet.value(place, i, LocalDateTime.parse(value.asText(), PEGA));
                sheet.style(place, i).format("yyyy-mm-dd hh:mm:ss").set();
            } else if (columns.get(i).type() != ValueType.TEXT) {
                sheet.value(place, i, value.asDouble());
            } else if (!value.isMissingNode() && !value.isNull()) {
                sheet.value(place, i, value.asText());
            }
        }
    }
}
