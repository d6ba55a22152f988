package com.cdhdashboard.core.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Reads what a workbook says beside its sheets; parts are found by their relations, and elements by their names. */
final class WorkbookReader {
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern ESCAPED = Pattern.compile("[\\\\_*].");

    private final WorkbookParts parts;

    WorkbookReader(WorkbookParts parts) {
        this.parts = parts;
    }

    /** A part that another one points to. */
    private record Relation(String id, String type, String part) {}

    /** A sheet as the list of sheets has it. */
    private record Listed(String name, String id, boolean hidden) {}

    /** The list of sheets. */
    private record Listing(List<Listed> sheets, WorkbookCalendar calendar) {}

    Workbook read() throws IOException {
        String main = part(relations("", "_rels/.rels"), "officeDocument").orElse("xl/workbook.xml");
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        String file = main.substring(main.lastIndexOf('/') + 1);
        List<Relation> relations = relations(folder, folder + "_rels/" + file + ".rels");
        Listing listing = parts.read(main, xml -> listing(new XmlText(xml)))
                .orElseThrow(() -> WorkbookGuard.refuse(parts.place(), "it has no list of sheets"));
        List<Workbook.NamedSheet> sheets = new ArrayList<>();
        for (Listed sheet : listing.sheets()) {
            relations.stream()
                    .filter(relation ->
                            relation.id().equals(sheet.id()) && relation.type().equals("worksheet"))
                    .findFirst()
                    .ifPresent(relation ->
                            sheets.add(new Workbook.NamedSheet(sheet.name(), relation.part(), sheet.hidden())));
        }
        return new Workbook(
                sheets,
                listing.calendar(),
                held(relations, "sharedStrings", WorkbookReader::texts),
                held(relations, "styles", WorkbookReader::dates));
    }

    /** Reads a list from a part. */
    private interface ListReading<T> {
        List<T> read(XmlText xml) throws XMLStreamException;
    }

    private <T> List<T> held(List<Relation> relations, String type, ListReading<T> reading) throws IOException {
        Optional<String> part = part(relations, type);
        if (part.isEmpty()) {
            return List.of();
        }
        return parts.read(part.get(), xml -> reading.read(new XmlText(xml))).orElse(List.of());
    }

    private static Optional<String> part(List<Relation> relations, String type) {
        return relations.stream()
                .filter(relation -> relation.type().equals(type))
                .map(Relation::part)
                .findFirst();
    }

    private List<Relation> relations(String folder, String part) throws IOException {
        return parts.read(part, xml -> {
                    XmlText text = new XmlText(xml);
                    List<Relation> relations = new ArrayList<>();
                    for (String name = text.nextIn(""); !name.isEmpty(); name = text.nextIn("")) {
                        if (name.equals("Relationship")) {
                            String type = text.attribute("Type");
                            relations.add(new Relation(
                                    text.attribute("Id"),
                                    type.substring(type.lastIndexOf('/') + 1),
                                    resolved(folder, text.attribute("Target"))));
                        }
                    }
                    return relations;
                })
                .orElse(List.of());
    }

    /** A target from the root, or from the folder of the part that points to it. */
    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../") && !base.isEmpty()) {
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
            rest = rest.substring(3);
        }
        return base + (rest.startsWith("./") ? rest.substring(2) : rest);
    }

    private static Listing listing(XmlText xml) throws XMLStreamException {
        List<Listed> sheets = new ArrayList<>();
        WorkbookCalendar calendar = WorkbookCalendar.FROM_1900;
        for (String name = xml.nextIn(""); !name.isEmpty(); name = xml.nextIn("")) {
            if (name.equals("workbookPr")) {
                String since1904 = xml.attribute("date1904");
                boolean says = since1904.equals("1") || since1904.equals("true") || since1904.equals("on");
                calendar = says ? WorkbookCalendar.FROM_1904 : calendar;
            } else if (name.equals("sheet")) {
                String state = xml.attribute("state");
                sheets.add(new Listed(
                        xml.attribute("name"), xml.attribute("id"), !state.isEmpty() && !state.equals("visible")));
            }
        }
        return new Listing(sheets, calendar);
    }

    private static List<String> texts(XmlText xml) throws XMLStreamException {
        List<String> texts = new ArrayList<>();
        for (String name = xml.nextIn(""); !name.isEmpty(); name = xml.nextIn("")) {
            if (name.equals("si")) {
                texts.add(xml.richText());
            }
        }
        return texts;
    }

    private static List<Boolean> dates(XmlText xml) throws XMLStreamException {
        Map<String, String> formats = new LinkedHashMap<>();
        List<Boolean> dates = new ArrayList<>();
        for (String name = xml.nextIn(""); !name.isEmpty(); name = xml.nextIn("")) {
            if (name.equals("numFmt")) {
                formats.putIfAbsent(xml.attribute("numFmtId"), xml.attribute("formatCode"));
            } else if (name.equals("cellXfs")) {
                for (String style = xml.nextIn(name); !style.isEmpty(); style = xml.nextIn(name)) {
                    if (style.equals("xf")) {
                        String id = xml.attribute("numFmtId");
                        dates.add(formats.containsKey(id) ? isDate(formats.get(id)) : isKnownDate(id));
                    }
                }
            }
        }
        return dates;
    }

    /** Formats that workbooks do not write out: dates and times of day, also those of East Asia. */
    private static boolean isKnownDate(String id) {
        return id.matches("1[4-9]|2[0-2]|2[7-9]|3[0-6]|5[0-8]");
    }

    /** A format with a day or a year in it; what stands in brackets or quotes is no part of it. */
    static boolean isDate(String format) {
        String bare = BRACKETS.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        bare = QUOTED.matcher(bare).replaceAll("");
        bare = ESCAPED.matcher(bare).replaceAll("");
        return !bare.contains("general") && (bare.contains("yy") || bare.contains("d") || bare.contains("h:m"));
    }
}
