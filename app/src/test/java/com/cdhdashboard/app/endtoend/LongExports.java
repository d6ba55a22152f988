package com.cdhdashboard.app.endtoend;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Exports that take seconds to import, made in less. */
final class LongExports {
    private static final int ROWS_OF_BLOCK = 20_000;
    private static final int BLOCKS = 60;
    private static final int STREAMS = 80;
    private static final int MEMBERS = 6_000;
    private static final int ROWS_OF_SHEET = 60_000;

    private final Random random = new Random(17);

    /** A kind of export, by the name of its file. */
    enum Kind {
        LARGE_ZIP("large.zip"),
        ENDLESS_GZIP("endless.json.gz"),
        WORKBOOK("book.xlsx"),
        MANY_MEMBERS("members.zip");

        private final String file;

        Kind(String file) {
            this.file = file;
        }
    }

    Path write(Kind kind, Path folder) throws IOException {
        Path file = folder.resolve(kind.file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            switch (kind) {
                case LARGE_ZIP -> members(out, 1, ROWS_OF_BLOCK, BLOCKS);
                case ENDLESS_GZIP -> streams(out, rows(ROWS_OF_BLOCK));
                case WORKBOOK -> workbook(out);
                case MANY_MEMBERS -> members(out, MEMBERS, 1, 1);
            }
        }
        return file;
    }

    /** Endless rows in which all is called otherwise, and of other types. */
    Path writeOdd(Path folder) throws IOException {
        Path file = folder.resolve("odd.json.gz");
        String odd = new String(rows(ROWS_OF_BLOCK), StandardCharsets.UTF_8)
                .replaceAll("\"p[xy]", "\"")
                .replace("\"Web\"", "7")
                .replace("\"Inbound\"", "true")
                .replaceAll("\"Group\":\"G\"", "\"Group\":\"2024-01-01\",\"Outcome\":4");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            streams(out, odd.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** A row that no other export has. */
    String row() {
        return "{\"pxInteractionID\":\"" + random.nextLong() + "\",\"pyOutcome\":\"Impression\",\"pyIssue\":\"I\","
                + "\"pyGroup\":\"G\",\"pyName\":\"N" + random.nextInt(50) + "\",\"pxRank\":1,\"pyChannel\":\"Web\","
                + "\"pyDirection\":\"Inbound\",\"pyPropensity\":" + random.nextDouble()
                + ",\"pxOutcomeTime\":\"20240301T110000.000 GMT\"}\n";
    }

    private byte[] rows(int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append(row());
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void members(OutputStream out, int members, int rows, int blocks) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (int i = 0; i < members; i++) {
                zip.putNextEntry(new ZipEntry("member" + i + ".json"));
                byte[] block = rows(rows);
                for (int j = 0; j < blocks; j++) {
                    zip.write(block);
                }
            }
        }
    }

    /** The same stream again and again, which is one file of rows to who unpacks it. */
    private static void streams(OutputStream out, byte[] rows) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(stream)) {
            gzip.write(rows);
        }
        for (int i = 0; i < STREAMS; i++) {
            stream.writeTo(out);
        }
    }

    private void workbook(OutputStream out) throws IOException {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packed = "http://schemas.openxmlformats.org/package/2006/relationships";
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + packed + "\"><Relationship Id=\"r1\" Type=\"" + relations
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"" + packed + "\"><Relationship Id=\"r1\" Type=\"" + relations
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations
                            + "\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"" + main + "\"><sheetData>");
            sheetRow(sheet, "CustomerID", "PurchasedDate", "HoldingID", "OneTimeCost", "ControlGroup");
            for (int i = 0; i < ROWS_OF_SHEET; i++) {
                sheetRow(sheet, "C" + i % 999, "2024-03-0" + (1 + i % 9), "H" + random.nextLong(), "1.5", "Test");
            }
            part(zip, "xl/worksheets/sheet1.xml", sheet + "</sheetData></worksheet>");
        }
    }

    private static void sheetRow(StringBuilder sheet, String... cells) {
        sheet.append("<row>");
        for (String cell : cells) {
            sheet.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
        }
        sheet.append("</row>");
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
