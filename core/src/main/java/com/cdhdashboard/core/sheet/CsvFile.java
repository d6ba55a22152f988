package com.cdhdashboard.core.sheet;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.error.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads CSV (RFC 4180): values parted by a delimiter, put in quotes where they hold one, quotes within doubled. Blank
 * lines are passed over; parted by blanks, several blanks count as one.
 */
public final class CsvFile {
    /** Of one row, as no reader takes a longer one. */
    static final int MAX_ROW_CHARACTERS = 16 << 20;

    /** By which the form of a file is told. */
    private static final int HEAD_BYTES = 64 << 10;

    private static final int END = -1;

    private final CsvForm form;
    private final Reader in;
    private final String place;
    private final RowSink rows;
    private final StringBuilder value = new StringBuilder();
    private List<SheetValue> row = new ArrayList<>();
    private int pushedBack = -2;
    private int characters;
    private long line = 1;
    private long rowLine = 1;
    private long quoteLine;
    private String fault = "";
    private boolean damaged;

    private CsvFile(CsvForm form, Reader in, String place, RowSink rows) {
        this.form = form;
        this.in = in;
        this.place = place;
        this.rows = rows;
    }

    /**
     * Reads a file twice, the first time to learn how its numbers are written, and writes its rows as JSON.
     *
     * @param place what messages call the file
     * @param counted gives a stream back with its bytes counted against the limits of a file
     * @return notes: how the file was read
     * @throws UserException where a row does not end
     */
    public static List<String> read(
            String place, Path file, TableOptions options, UnaryOperator<InputStream> counted, OutputStream out)
            throws IOException {
        CsvForm form;
        try (InputStream in = Files.newInputStream(file)) {
            form = CsvForm.of(in.readNBytes(HEAD_BYTES), options);
        }
        NumberForms forms = new NumberForms(options.decimal(), form.delimiter() == ';');
        TableReading reading = new TableReading(place, options, forms, rows -> {
            try (Reader text = text(form, counted.apply(Files.newInputStream(file)))) {
                new CsvFile(form, text, place, rows).readAll();
            }
        });
        List<String> notes = new ArrayList<>(reading.write(out, Optional.empty()));
        notes.add(0, form.describe(forms.decimal()));
        return notes;
    }

    private static Reader text(CsvForm form, InputStream bytes) throws IOException {
        bytes.skipNBytes(form.mark());
        return new BufferedReader(
                new InputStreamReader(
                        bytes,
                        form.encoding()
                                .charset()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                1 << 16);
    }

    private void readAll() throws IOException {
        int symbol = next();
        while (form.saysDelimiter() && symbol != END && symbol != '\n') {
            symbol = next();
        }
        rowLine = line;
        symbol = form.saysDelimiter() && symbol == '\n' ? next() : symbol;
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
        if (symbol == form.quote()) {
            quoteLine = line;
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
        if (symbol == END) {
            return END;
        }
        rowLine = line;
        return next();
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
        long last = value.length() > 0 && value.charAt(value.length() - 1) == '\n' ? line - 1 : line;
        fault = "a quote is opened in line " + quoteLine + " and not closed, so that it takes "
                + lines(last - quoteLine + 1) + ", all up to the end of the file; close it, or say another quote";
        return END;
    }

    private int afterQuote(int first) throws IOException {
        int symbol = first;
        while (!endsValue(symbol)) {
            if (symbol != ' ') {
                fault = "there is text after a closing quote"
                        + (line == quoteLine
                                ? ""
                                : "; the quote is opened in line " + quoteLine + " and takes "
                                        + lines(line - quoteLine + 1));
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
            rows.row(rowLine, complete);
        } else {
            rows.reject(rowLine, why, complete);
        }
    }

    private void append(int symbol) {
        if (++characters > MAX_ROW_CHARACTERS) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    place + ": the row that begins in line " + rowLine + " is longer than " + (MAX_ROW_CHARACTERS >> 20)
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
            symbol = '\n';
        }
        line += symbol == '\n' ? 1 : 0;
        return symbol;
    }

    private static String lines(long count) {
        return count == 1 ? "1 line" : count + " lines";
    }
}
