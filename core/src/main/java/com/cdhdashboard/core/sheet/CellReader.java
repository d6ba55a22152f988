package com.cdhdashboard.core.sheet;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * Reads one cell. Numbers formatted as dates become times; a formula counts by the value that was saved with it, and
 * without one is a fault, as the number it would give is not known.
 */
final class CellReader {
    /** A spreadsheet keeps 15 digits; whole numbers that others write are shorter than this too. */
    private static final int MOST_DIGITS = 100;

    private static final int QUOTED = 60;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");

    private final Workbook workbook;

    CellReader(Workbook workbook) {
        this.workbook = workbook;
    }

    /**
     * A cell.
     *
     * @param fault why it has no value that could be read, after the words that name it; empty where there is none
     */
    record Cell(SheetValue value, String fault) {
        static Cell of(String text, SheetValue.Kind kind) {
            return new Cell(text.isEmpty() ? SheetValue.NONE : new SheetValue(text, kind), "");
        }

        static Cell fault(String found, String fault) {
            return new Cell(new SheetValue(found, SheetValue.Kind.TEXT), fault);
        }
    }

    /** Reads the cell that has just begun to its end. */
    Cell read(XmlText xml) throws XMLStreamException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        String value = "";
        boolean formula = false;
        boolean saved = false;
        for (String name = xml.nextIn("c"); !name.isEmpty(); name = xml.nextIn("c")) {
            switch (name) {
                case "f" -> {
                    formula = true;
                    xml.skip();
                }
                case "v" -> {
                    value = xml.text();
                    saved = !value.isEmpty() || type.equals("str");
                }
                case "is" -> {
                    value = xml.richText();
                    saved = true;
                }
                default -> xml.skip();
            }
        }
        if (formula && !saved) {
            return Cell.fault(
                    "",
                    "holds a formula whose value was not saved with it; open the workbook in a"
                            + " spreadsheet program and save it there");
        }
        return cell(type, style, value);
    }

    private Cell cell(String type, String style, String value) {
        return switch (type) {
            case "", "n" -> value.isEmpty() ? Cell.of("", SheetValue.Kind.TEXT) : number(value.strip(), style);
            case "s" -> shared(value.strip());
            case "str", "inlineStr", "d" -> Cell.of(value, SheetValue.Kind.TEXT);
            case "b" -> truth(value.strip());
            case "e" -> Cell.fault(value, "is in error: " + shortened(value));
            default -> Cell.fault(value, "is of the unknown type \"" + shortened(type) + "\"");
        };
    }

    private Cell shared(String value) {
        if (value.isEmpty()) {
            return Cell.of("", SheetValue.Kind.TEXT);
        }
        boolean whole = value.length() <= 9 && value.chars().allMatch(symbol -> symbol >= '0' && symbol <= '9');
        if (!whole || Integer.parseInt(value) >= workbook.texts().size()) {
            return Cell.fault(
                    value,
                    "points to the text " + shortened(value) + ", which the workbook does not have; it is damaged");
        }
        return Cell.of(workbook.texts().get(Integer.parseInt(value)), SheetValue.Kind.TEXT);
    }

    private static Cell truth(String value) {
        return switch (value) {
            case "" -> Cell.of("", SheetValue.Kind.TEXT);
            case "1", "true" -> Cell.of("true", SheetValue.Kind.TRUTH);
            case "0", "false" -> Cell.of("false", SheetValue.Kind.TRUTH);
            default -> Cell.fault(value, "is a truth value and holds \"" + shortened(value) + "\"");
        };
    }

    private Cell number(String value, String style) {
        if (value.length() > MOST_DIGITS) {
            return Cell.fault(
                    value.substring(0, MOST_DIGITS),
                    "holds a number of " + value.length() + " digits, more than " + MOST_DIGITS);
        }
        if (!NUMBER.matcher(value).matches()) {
            return Cell.fault(value, "is a number and holds \"" + shortened(value) + "\"");
        }
        double number = Double.parseDouble(value);
        if (!isDate(style)) {
            return Cell.of(plain(value, number), SheetValue.Kind.NUMBER);
        }
        return workbook.calendar()
                .time(number)
                .map(time -> Cell.of(time, SheetValue.Kind.TEXT))
                .orElseGet(() -> Cell.fault(
                        value,
                        "is formatted as a date, and " + value + " is no day from 1900 to 9999; mend its format or"
                                + " its value"));
    }

    private boolean isDate(String style) {
        boolean whole = style.length() <= 6 && style.chars().allMatch(symbol -> symbol >= '0' && symbol <= '9');
        if (style.isEmpty() || !whole) {
            return false;
        }
        int index = Integer.parseInt(style);
        return index < workbook.dates().size() && workbook.dates().get(index);
    }

    /**
     * Files hold binary fractions to their last digit; the shortest number that reads the same is what was typed. A whole
     * number stands as it is.
     */
    private static String plain(String value, double number) {
        if (!Double.isFinite(number) || WHOLE.matcher(value).matches()) {
            return value;
        }
        String shortest = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        return shortest.length() > 40 ? value : shortest;
    }

    private static String shortened(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }
}
