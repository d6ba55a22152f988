package com.cdhdashboard.core.sheet;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.error.UserException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV (RFC 4180): values parted by a delimiter, put in quotes where they hold one, quotes within doubled. Blank
 * lines are passed over; parted by blanks, several blanks count as one.
 */
public final class CsvFile {
    /** Of one row, as no reader takes a longer one. */
    static final int MAX_ROW_CHARACTERS = 16 << 20;

    private static final int END = -1;

    private final CsvForm form;
    private final Reader in;
    private final String place;
    private final SheetRows rows;
    private final StringBuilder value = new StringBuilder();
    private List<SheetValue> row = new ArrayList<>();
    private int pushedBack = -2;
    private int characters;
    private long number;
    private String fault = "";
    private boolean damaged;

    private CsvFile(CsvForm form, Reader in, String place, SheetRows rows) {
        this.form = form;
        this.in = in;
        this.place = place;
        this.rows = rows;
    }

    /**
     * Reads a file and writes its rows as JSON.
     *
     * @param place what messages call the file
     * @param head the first bytes, which are no longer in {@code rest}
     * @return notes: how the file was read
     * @throws UserException where a row does not end
     */
    public static List<String> read(String place, byte[] head, InputStream rest, TableOptions options, OutputStream out)
            throws IOException {
        CsvForm form = CsvForm.of(head, options);
        InputStream bytes =
                new SequenceInputStream(new ByteArrayInputStream(head, form.mark(), head.length - form.mark()), rest);
        Reader text = new BufferedReader(
                new InputStreamReader(
                        bytes,
                        form.encoding()
                                .charset()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                1 << 16);
        SheetRows rows = new SheetRows(place, out, options, form.decimal());
        new CsvFile(form, text, place, rows).readAll();
        rows.finish();
        List<String> notes = new ArrayList<>(List.of(form.describe()));
        if (!rows.named()) {
            notes.add("its first row names no columns, so they are Column1, Column2, …");
        }
        return notes;
    }

    private void readAll() throws IOException {
        int symbol = next();
        while (symbol != END) {
            symbol = value(symbol);
        }
        if (!row.isEmpty()) {
            endRow();
        }
    }

    /** Reads one value from its first character on, and gives the first character of the next. */
    private int value(int first) throws IOException {
        int symbol = first;
        if (symbol == form.quote() && value.length() == 0) {
            symbol = quoted();
            row.add(new SheetValue(value.toString(), SheetValue.Kind.PLAIN));
        } else {
            while (!endsValue(symbol)) {
                append(symbol);
                symbol = next();
            }
            addPlain();
        }
        value.setLength(0);
        if (symbol == form.delimiter()) {
            return delimited();
        }
        endRow();
        return symbol == END ? END : next();
    }

    private void addPlain() {
        String text = value.toString();
        boolean blank = form.delimiter() == ' ' && text.isEmpty();
        if (!blank) {
            row.add(text.isBlank() ? SheetValue.NONE : new SheetValue(text, SheetValue.Kind.PLAIN));
        }
    }

    /** The end of a file or line after a delimiter is an empty value. */
    private int delimited() throws IOException {
        int symbol = next();
        if (symbol == END && form.delimiter() != ' ') {
            row.add(SheetValue.NONE);
        }
        return symbol;
    }

    /** Reads up to the closing quote, and gives the character after it. */
    private int quoted() throws IOException {
        for (int symbol = next(); symbol != END; symbol = next()) {
            if (symbol == form.quote()) {
                int after = next();
                if (after != form.quote()) {
                    return afterQuote(after);
                }
            }
            append(symbol);
        }
        fault = "a quote is opened and not closed";
        return END;
    }

    private int afterQuote(int first) throws IOException {
        int symbol = first;
        while (!endsValue(symbol)) {
            if (symbol != ' ') {
                fault = "there is text after a closing quote";
            }
            append(symbol);
            symbol = next();
        }
        return symbol;
    }

    private boolean endsValue(int symbol) {
        return symbol == form.delimiter() || symbol == '\n' || symbol == END;
    }

    private void endRow() throws IOException {
        number++;
        List<SheetValue> complete = row;
        row = new ArrayList<>();
        characters = 0;
        String why = fault;
        if (damaged) {
            why = "it holds bytes that are no " + form.encoding().label() + "; say the encoding, such as windows-1252";
        }
        fault = "";
        damaged = false;
        if (why.isEmpty()) {
            rows.row(complete);
        } else {
            rows.reject(
                    why,
                    String.join(" | ", complete.stream().map(SheetValue::text).toList()));
        }
    }

    private void append(int symbol) {
        if (++characters > MAX_ROW_CHARACTERS) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    place + ": row " + (number + 1) + " is longer than " + (MAX_ROW_CHARACTERS >> 20)
                            + " million characters; is a quote opened and not closed, or is it no CSV?");
        }
        damaged = damaged || symbol == '\uFFFD';
        value.append((char) symbol);
    }

    /** The next character; every line end is a newline. */
    private int next() throws IOException {
        int symbol = pushedBack == -2 ? in.read() : pushedBack;
        pushedBack = -2;
        if (symbol == '\r') {
            int after = in.read();
            if (after != '\n') {
                pushedBack = after;
            }
            return '\n';
        }
        return symbol;
    }
}
