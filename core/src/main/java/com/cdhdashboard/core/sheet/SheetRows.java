package com.cdhdashboard.core.sheet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes rows of values and writes each as a JSON object on a line. Numbers are written as numbers where the text could
 * be written no other way; leading zeros and more digits than a number can hold make a text. A row that cannot be taken
 * is written as an array of the reason and the content, for whoever reads the rows to reject.
 */
final class SheetRows implements HeadedRows.Table {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,12})?");
    private static final int MOST_DIGITS = 15;
    private static final BigDecimal LARGEST = BigDecimal.ONE.movePointRight(MOST_DIGITS);
    private static final int CONTENT_CHARACTERS = 10_000;
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator("")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final JsonGenerator json;
    private final NumberForms forms;
    private final Days days;
    private final NamedColumns texts;
    private List<String> names = List.of();
    private List<Column> columns = List.of();
    private final Map<String, Long> cut = new LinkedHashMap<>();
    private boolean begun;

    /** How the values of a column are read. */
    private record Column(
            char decimal, boolean mostlyNumbers, boolean onlyNumbers, String currency, boolean days, boolean text) {}

    SheetRows(OutputStream out, NumberForms forms, Days days, NamedColumns texts) throws IOException {
        this.json = JSON.createGenerator(out);
        this.forms = forms;
        this.days = days;
        this.texts = texts;
    }

    @Override
    public void begin(Header header) {
        names = header.names();
        List<Column> all = new ArrayList<>();
        char usual = forms.decimal();
        for (int i = 0; i < names.size(); i++) {
            NumberTally tally = forms.column(i);
            all.add(new Column(
                    forms.shown(i).orElse(usual),
                    tally.mostlyNumbers(),
                    tally.onlyNumbers(),
                    tally.currency().orElse(""),
                    days.in(names.get(i)),
                    texts.has(names.get(i))));
        }
        columns = all;
    }

    @Override
    public void row(long number, List<SheetValue> row) throws IOException {
        if (row.size() > names.size()) {
            reject(number, "the row has " + row.size() + " values, the header names " + names.size() + " columns", row);
            return;
        }
        List<SheetValue> read = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            Optional<SheetValue> value = read(row.get(i), columns.get(i));
            if (value.isEmpty()) {
                String text = row.get(i).text().strip();
                reject(
                        number,
                        "value of column \"" + names.get(i) + "\" is \"" + text
                                + "\", and its numbers are read with the" + " decimal \"" + columns.get(i).decimal
                                + "\"; if that is wrong, say the option decimal",
                        row);
                return;
            }
            read.add(value.get());
            if (columns.get(i).text && isCut(row.get(i))) {
                cut.merge(names.get(i), 1L, Long::sum);
            }
        }
        write(read);
    }

    @Override
    public void reject(long number, String reason, List<SheetValue> values) throws IOException {
        json.writeStartArray();
        json.writeString(reason);
        json.writeString(content(values));
        json.writeEndArray();
        json.writeRaw('\n');
    }

    void finish() throws IOException {
        json.close();
    }

    /** What is to be known of names that are numbers. */
    List<String> notes() {
        return cut.entrySet().stream()
                .map(column -> column.getValue() + (column.getValue() == 1 ? " number" : " numbers") + " of column \""
                        + column.getKey() + "\" " + (column.getValue() == 1 ? "has" : "have") + " more than "
                        + MOST_DIGITS + " digits, of which a spreadsheet keeps no more, so that ids may be alike that"
                        + " were not; format the column as text before it is filled")
                .toList();
    }

    private static boolean isCut(SheetValue value) {
        return value.kind() == SheetValue.Kind.NUMBER
                && new BigDecimal(value.text()).abs().compareTo(LARGEST) >= 0;
    }

    /** The value as it is to be written; none where it is a number that the column cannot hold. */
    private Optional<SheetValue> read(SheetValue value, Column column) {
        if (value.kind() == SheetValue.Kind.NUMBER && column.days) {
            return Optional.of(days.time(value));
        }
        if (value.kind() == SheetValue.Kind.NUMBER && column.text) {
            return Optional.of(new SheetValue(value.text(), SheetValue.Kind.TEXT));
        }
        boolean text = value.kind() == SheetValue.Kind.TEXT;
        if (!text && value.kind() != SheetValue.Kind.PLAIN) {
            return Optional.of(value);
        }
        if (column.text) {
            return Optional.of(text ? value : new SheetValue(value.text().strip(), SheetValue.Kind.TEXT));
        }
        NumberText number = NumberText.of(value.text());
        boolean unusual = number.special() && !column.mostlyNumbers;
        boolean otherMoney = !number.currency().isEmpty() && !number.currency().equals(column.currency);
        if (number.fit() == NumberText.Fit.NONE || unusual || otherMoney) {
            return Optional.of(text ? value : plain(value.text().strip()));
        }
        if (!number.fits(column.decimal)) {
            return column.mostlyNumbers
                    ? Optional.empty()
                    : Optional.of(text ? value : plain(value.text().strip()));
        }
        return number.read(column.decimal)
                .map(digits -> new SheetValue(
                        digits,
                        text || (!column.onlyNumbers && endsInZero(digits))
                                ? SheetValue.Kind.TEXT
                                : SheetValue.Kind.NUMBER));
    }

    /** Among texts 1.10 is a name, and another one than 1.1. */
    private static boolean endsInZero(String digits) {
        return digits.indexOf('.') >= 0 && digits.endsWith("0");
    }

    private static SheetValue plain(String text) {
        boolean truth = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        return truth
                ? new SheetValue(text.equalsIgnoreCase("true") ? "true" : "false", SheetValue.Kind.TRUTH)
                : new SheetValue(text, SheetValue.Kind.TEXT);
    }

    /** The first row shows all columns; later ones leave out what is missing, so that rows of few values stay small. */
    private void write(List<SheetValue> row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < (begun ? row.size() : names.size()); i++) {
            SheetValue value = i < row.size() ? row.get(i) : SheetValue.NONE;
            if (!begun || !value.missing()) {
                json.writeFieldName(names.get(i));
                write(value);
            }
        }
        begun = true;
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void write(SheetValue value) throws IOException {
        switch (value.kind()) {
            case MISSING -> json.writeNull();
            case NUMBER -> number(value.text());
            case TRUTH -> json.writeBoolean(value.text().equals("true"));
            case PLAIN, TEXT -> json.writeString(value.text());
        }
    }

    private void number(String text) throws IOException {
        if (isNumber(text)) {
            json.writeNumber(text);
        } else {
            json.writeString(text);
        }
    }

    private static boolean isNumber(String text) {
        return text.length() <= MOST_DIGITS * 2
                && NUMBER.matcher(text).matches()
                && text.chars().filter(symbol -> symbol >= '0' && symbol <= '9').count() <= MOST_DIGITS;
    }

    private static String content(List<SheetValue> row) {
        StringBuilder content = new StringBuilder();
        for (SheetValue value : row) {
            if (content.length() > CONTENT_CHARACTERS) {
                break;
            }
            content.append(content.length() == 0 ? "" : " | ").append(value.text());
        }
        return content.length() <= CONTENT_CHARACTERS ? content.toString() : content.substring(0, CONTENT_CHARACTERS);
    }
}
