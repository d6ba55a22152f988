package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The same holdings in every format that is read. */
final class HoldingFiles {
    /** A holding; the date is a day, the value has two decimals. */
    record Holding(String customer, String arm, String order, String day, String value) {
        String json() {
            return "{\"CustomerID\":\"" + customer + "\",\"Arm\":\"" + arm + "\",\"HoldingID\":\"" + order
                    + "\",\"PurchasedDate\":\"" + day + "\",\"OneTimeCost\":" + value + "}";
        }

        List<String> values() {
            return List.of(customer, arm, order, day, value);
        }
    }

    static final List<String> COLUMNS = List.of("CustomerID", "Arm", "HoldingID", "PurchasedDate", "OneTimeCost");

    private HoldingFiles() {}

    /** Customers with leading zeros, an accent in a group, same-day purchases, gaps. */
    static List<Holding> some() {
        List<Holding> holdings = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String customer = String.format(Locale.ROOT, "%05d", i % 70);
            String day = "20" + (18 + i % 5) + "-0" + (1 + i % 9) + "-" + (10 + i % 17);
            String cents = i % 100 < 10 ? "0" + i % 100 : String.valueOf(i % 100);
            holdings.add(
                    new Holding(customer, i % 70 % 3 == 0 ? "Köln, Süd" : "B", "H-" + i, day, i % 50 + "." + cents));
        }
        return holdings;
    }

    static byte[] ndjson(List<Holding> holdings) {
        StringBuilder lines = new StringBuilder();
        holdings.forEach(holding -> lines.append(holding.json()).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    static void zip(Path file, String member, byte[] content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(member));
            zip.write(content);
        }
    }

    static void gzip(Path file, byte[] content) throws IOException {
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write(content);
        }
    }

    static void array(Path file, List<Holding> holdings) throws IOException {
        Files.writeString(
                file,
                "[" + String.join(",\n", holdings.stream().map(Holding::json).toList()) + "]");
    }

    static void parquet(Path file, Path lines) {
        try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
            session.run("COPY (SELECT * REPLACE (CAST(PurchasedDate AS DATE) AS PurchasedDate) FROM read_json("
                    + Sql.text(lines.toString()) + ", columns = {CustomerID: 'VARCHAR', Arm: 'VARCHAR', HoldingID:"
                    + " 'VARCHAR', PurchasedDate: 'VARCHAR', OneTimeCost: 'DOUBLE'})) TO " + Sql.text(file.toString())
                    + " (FORMAT parquet)");
        }
    }

    /** CSV as other systems write it. */
    static byte[] csv(List<Holding> holdings, char delimiter, char decimal, Charset charset, String mark) {
        StringBuilder text = new StringBuilder(mark);
        text.append(String.join(String.valueOf(delimiter), COLUMNS)).append("\r\n");
        for (Holding holding : holdings) {
            List<String> values = new ArrayList<>(holding.values());
            values.set(4, holding.value().replace('.', decimal));
            text.append(String.join(
                            String.valueOf(delimiter),
                            values.stream()
                                    .map(value -> value.indexOf(delimiter) >= 0 ? '"' + value + '"' : value)
                                    .toList()))
                    .append("\r\n");
        }
        return text.toString().getBytes(charset);
    }

    /** How a workbook holds its dates. */
    enum Dates {
        FORMATTED,
        SERIAL,
        TEXT
    }

    /** A workbook written part by part, with texts in the cells themselves. */
    static void workbook(Path file, List<Holding> holdings, Dates dates) throws IOException {
        StringBuilder rows =
                new StringBuilder(row(COLUMNS.stream().map(HoldingFiles::text).toList()));
        for (Holding holding : holdings) {
            long serial = LocalDate.parse(holding.day()).toEpochDay() + 25_569;
            String date = switch (dates) {
                case FORMATTED -> "<c s=\"1\"><v>" + serial + "</v></c>";
                case SERIAL -> number(String.valueOf(serial));
                case TEXT -> text(holding.day());
            };
            rows.append(row(List.of(
                    text(holding.customer()),
                    text(holding.arm()),
                    text(holding.order()),
                    date,
                    number(holding.value()))));
        }
        TestingWorkbook.write(file, rows.toString());
    }

    static String row(List<String> cells) {
        return "<row>" + String.join("", cells) + "</row>";
    }

    static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text.replace("&", "&amp;") + "</t></is></c>";
    }

    static String number(String number) {
        return "<c><v>" + number + "</v></c>";
    }
}
