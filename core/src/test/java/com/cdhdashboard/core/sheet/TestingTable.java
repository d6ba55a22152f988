package com.cdhdashboard.core.sheet;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.config.read.TableOptionTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What came out of a table.
 *
 * @param rows each as JSON, rejected ones as an array of the reason and the content
 */
record TestingTable(List<String> rows, List<String> notes) {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    static TestingTable csv(Path folder, String text, String... options) throws IOException {
        return csv(folder, text, StandardCharsets.UTF_8, options);
    }

    static TestingTable csv(Path folder, String text, Charset charset, String... options) throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), text.getBytes(charset));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> notes = CsvFile.read("a.csv", file, options(options), in -> in, out);
        return of(out, notes);
    }

    static TestingTable workbook(Path file, String... options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> notes = WorkbookFile.read("a.xlsx", file, options(options), in -> in, out);
        return of(out, notes);
    }

    private static TestingTable of(ByteArrayOutputStream out, List<String> notes) {
        return new TestingTable(out.toString(StandardCharsets.UTF_8).lines().toList(), notes);
    }

    private static TableOptions options(String... namesAndTexts) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            texts.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return TableOptionTexts.read(texts).withDays(Set.of("Day"));
    }

    /**
     * A sheet of a workbook.
     *
     * @param attributes beside its name, such as {@code state="hidden"}
     */
    record Sheet(String name, String attributes, String rows) {}

    /** A workbook whose style 1 is a date. */
    static Path write(Path file, String properties, List<Sheet> sheets) throws IOException {
        StringBuilder list = new StringBuilder();
        List<String> relations = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 1; i <= sheets.size(); i++) {
                Sheet sheet = sheets.get(i - 1);
                list.append("<sheet name=\"" + sheet.name() + "\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\" "
                        + sheet.attributes() + "/>");
                relations.add("<Relationship Id=\"rId" + i + "\" Type=\"" + DOCUMENT
                        + "/worksheet\" Target=\"worksheets/sheet" + i + ".xml\"/>");
                part(
                        zip,
                        "xl/worksheets/sheet" + i + ".xml",
                        "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + sheet.rows() + "</sheetData></worksheet>");
            }
            relations.add("<Relationship Id=\"s\" Type=\"" + DOCUMENT + "/styles\" Target=\"/xl/styles.xml\"/>");
            part(
                    zip,
                    "_rels/.rels",
                    relations(List.of("<Relationship Id=\"rId1\" Type=\"" + DOCUMENT
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/>")));
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + DOCUMENT + "\"><workbookPr " + properties
                            + "/><sheets>" + list + "</sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", relations(relations));
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf"
                            + " numFmtId=\"14\"/></cellXfs></styleSheet>");
        }
        return file;
    }

    /** A row of cells of text. */
    static String texts(String... texts) {
        List<String> cells = new ArrayList<>();
        for (String text : texts) {
            cells.add(
                    text.isEmpty()
                            ? "<c/>"
                            : "<c t=\"inlineStr\"><is><t>"
                                    + text.replace("&", "&amp;").replace("<", "&lt;") + "</t></is></c>");
        }
        return row(cells.toArray(new String[0]));
    }

    static String row(String... cells) {
        List<String> all = new ArrayList<>();
        Collections.addAll(all, cells);
        return "<row>" + String.join("", all) + "</row>";
    }

    private static String relations(List<String> relations) {
        return "<Relationships xmlns=\"" + PACKAGE + "\">" + String.join("", relations) + "</Relationships>";
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
