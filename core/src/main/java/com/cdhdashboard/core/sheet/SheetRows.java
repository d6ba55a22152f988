package com.cdhdashboard.core.sheet;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.error.UserException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes rows of values and writes each as a JSON object on a line. Numbers are written as numbers where the text could
 * be written no other way; leading zeros and more digits than a number can hold make a text. A row that cannot be taken
 * is written as an array of the reason and the content, for whoever reads the rows to reject.
 */
final class SheetRows {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,12})?");
    private static final Pattern NUMBER_LIKE = Pattern.compile("[-+]?[0-9][0-9.,:/ T-]*(GMT|Z)?");
    private static final int MOST_DIGITS = 15;
    private static final int CONTENT_CHARACTERS = 10_000;
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator("")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private static final int MAX_COLUMNS = 16_384;
    private static final int MAX_NAME = 500;

    private final String place;
    private final Optional<Boolean> header;
    private final JsonGenerator json;
    private final NumberText numbers;
    private List<String> names = List.of();
    private boolean named;
    private boolean begun;

    SheetRows(String place, OutputStream out, TableOptions options, char decimal) throws IOException {
        this.place = place;
        this.header = options.header();
        this.json = JSON.createGenerator(out);
        this.numbers = new NumberText(decimal);
    }

    /** Takes a row; the first may name the columns. Rows without any value are passed over. */
    void row(List<SheetValue> values) throws IOException {
        List<SheetValue> row = trimmed(values);
        if (row.isEmpty()) {
            return;
        }
        if (names.isEmpty()) {
            named = header.orElseGet(() -> looksLikeNames(row));
            names = named ? names(row) : numbered(row.size());
            requireReasonable();
            if (named) {
                return;
            }
        }
        if (row.size() > names.size()) {
            reject(
                    "the row has " + row.size() + " values, the header names " + names.size() + " columns",
                    content(row));
            return;
        }
        write(row);
    }

    /** Writes a row that cannot be taken. */
    void reject(String reason, String content) throws IOException {
        json.writeStartArray();
        json.writeString(reason);
        json.writeString(content.length() <= CONTENT_CHARACTERS ? content : content.substring(0, CONTENT_CHARACTERS));
        json.writeEndArray();
        json.writeRaw('\n');
    }

    /** Whether the first row named the columns; true where there was no row. */
    boolean named() {
        return named || names.isEmpty();
    }

    void finish() throws IOException {
        json.close();
    }

    private void requireReasonable() {
        boolean fits = names.size() <= MAX_COLUMNS && names.stream().allMatch(name -> name.length() <= MAX_NAME);
        if (!fits) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    place + ": its first row has more than " + MAX_COLUMNS + " columns, or one of a name longer than "
                            + MAX_NAME + " characters; is it a table?");
        }
    }

    /** The first row shows all columns; later ones leave out what is missing, so that rows of few values stay small. */
    private void write(List<SheetValue> row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < (begun ? row.size() : names.size()); i++) {
            SheetValue value = i < row.size() ? row.get(i) : SheetValue.NONE;
            if (!begun || value.kind() != SheetValue.Kind.MISSING) {
                json.writeFieldName(names.get(i));
                write(value);
            }
        }
        begun = true;
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void write(SheetValue value) throws IOException {
        if (value.kind() == SheetValue.Kind.MISSING) {
            json.writeNull();
            return;
        }
        String number = value.kind() == SheetValue.Kind.PLAIN ? numbers.normal(value.text()) : value.text();
        if (value.kind() == SheetValue.Kind.PLAIN && isNumber(number)) {
            json.writeNumber(number);
        } else if (value.kind() == SheetValue.Kind.PLAIN && isTruth(value.text())) {
            json.writeBoolean(value.text().strip().equalsIgnoreCase("true"));
        } else {
            json.writeString(value.kind() == SheetValue.Kind.PLAIN ? number : value.text());
        }
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches()
                && text.chars().filter(symbol -> symbol >= '0' && symbol <= '9').count() <= MOST_DIGITS
                && !text.equals("-0");
    }

    private static boolean isTruth(String text) {
        String word = text.strip();
        return word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false");
    }

    /** Names are words: a row with a number or a date in it holds values. */
    private static boolean looksLikeNames(List<SheetValue> row) {
        return row.stream()
                .noneMatch(value -> NUMBER_LIKE.matcher(value.text().strip()).matches());
    }

    private static List<String> names(List<SheetValue> row) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> taken = new LinkedHashSet<>();
        for (int i = 0; i < row.size(); i++) {
            String wanted = row.get(i).text().strip();
            String base = wanted.isEmpty() ? "Column" + (i + 1) : wanted;
            String name = base;
            for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
                name = base + " " + n;
            }
            names.add(name);
        }
        return new ArrayList<>(names);
    }

    private static List<String> numbered(int columns) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            names.add("Column" + i);
        }
        return names;
    }

    private static List<SheetValue> trimmed(List<SheetValue> row) {
        int end = row.size();
        while (end > 0 && row.get(end - 1).kind() == SheetValue.Kind.MISSING) {
            end--;
        }
        return row.subList(0, end);
    }

    private static String content(List<SheetValue> row) {
        StringBuilder content = new StringBuilder();
        for (SheetValue value : row) {
            if (content.length() > CONTENT_CHARACTERS) {
                break;
            }
            content.append(content.length() == 0 ? "" : " | ").append(value.text());
        }
        return content.toString();
    }
}
