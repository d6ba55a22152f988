package com.cdhdashboard.core.ingest.archive;

import com.cdhdashboard.core.ingest.format.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts the rows of any JSON text on lines of their own: elements of arrays, objects over several lines or several on one,
 * the rows of a list that an object is wrapped around, in whatever mixture. Rows are told apart by brackets and quotes
 * alone, so that a broken one is left to whoever reads rows; nothing but blanks and commas between rows is dropped.
 */
final class JsonElements {
    private static final int BUFFER_BYTES = 64 << 10;
    private static final int END = -1;

    private final String place;
    private final InputStream in;
    private final OutputStream out;
    // Our own buffers, as every byte passes here
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] written = new byte[BUFFER_BYTES];
    private int at;
    private int end;
    private int length;
    private long line = 1;
    private final Set<String> passedOver = new TreeSet<>();

    JsonElements(String place, InputStream in, OutputStream out) {
        this.place = place;
        this.in = in;
        this.out = out;
    }

    /**
     * Writes all rows, and gives notes on what else there was.
     *
     * @param list names from an object around the rows to the list that holds them; may be empty
     * @throws com.cdhdashboard.core.error.UserException where an array or object does not end
     */
    List<String> copy(List<String> list) throws IOException {
        for (int symbol = next(); symbol != END; symbol = next()) {
            if (symbol == '[') {
                array(list);
            } else {
                row(symbol, list);
            }
        }
        out.write(written, 0, length);
        length = 0;
        List<String> notes = new ArrayList<>();
        if (!list.isEmpty()) {
            notes.add("the rows are those of the list \"" + String.join(".", list) + "\""
                    + (passedOver.isEmpty() ? "" : "; passed over beside it: " + String.join(", ", passedOver)));
        }
        return notes;
    }

    private void array(List<String> list) throws IOException {
        long begun = line;
        for (int symbol = next(); symbol != ']'; symbol = next()) {
            if (symbol == END) {
                throw Refusal.unended(place, "array", begun);
            }
            row(symbol, list);
        }
    }

    private void row(int symbol, List<String> list) throws IOException {
        if (symbol == '{' && !list.isEmpty()) {
            unwrap(list);
        } else if (symbol == '{' || symbol == '[') {
            element(symbol);
        } else {
            scalar(symbol);
        }
    }

    /** An object or array up to its last bracket. */
    private void element(int opening) throws IOException {
        long begun = line;
        int depth = 0;
        for (int symbol = opening; symbol != END; symbol = read()) {
            if (symbol == '"') {
                string(begun);
                continue;
            }
            put(symbol == '\n' ? ' ' : symbol);
            depth += symbol == '{' || symbol == '[' ? 1 : symbol == '}' || symbol == ']' ? -1 : 0;
            if (depth == 0) {
                put('\n');
                return;
            }
        }
        throw Refusal.unended(place, opening == '{' ? "object" : "array", begun);
    }

    /** A text behind its first quote; a line end within it is written as JSON has it. */
    private void string(long begun) throws IOException {
        put('"');
        for (int symbol = read(); symbol != END; symbol = read()) {
            if (symbol == '\n') {
                put('\\');
                put('n');
                continue;
            }
            put(symbol);
            if (symbol == '"') {
                return;
            }
            if (symbol == '\\') {
                int escaped = read();
                put(escaped == '\n' || escaped == END ? ' ' : escaped);
            }
        }
        throw Refusal.unended(place, "object", begun);
    }

    /** What is no object, for whoever reads rows to refuse by its place and content. */
    private void scalar(int first) throws IOException {
        long begun = line;
        for (int symbol = first; symbol != END && symbol != '\n'; symbol = read()) {
            boolean ends = symbol == ',' || symbol == '{' || symbol == '[' || symbol == ']';
            if (ends && symbol != first) {
                at--;
                break;
            }
            if (symbol == '"') {
                string(begun);
            } else {
                put(symbol);
            }
        }
        put('\n');
    }

    private void unwrap(List<String> list) throws IOException {
        long begun = line;
        boolean found = false;
        for (int symbol = next(); symbol != '}'; symbol = next()) {
            if (symbol == END) {
                throw Refusal.unended(place, "object", begun);
            }
            String name = symbol == '"' ? name() : "";
            if (symbol != '"' || next() != ':') {
                throw Refusal.brokenWrapper(place, line);
            }
            int value = next();
            if (!name.equals(list.get(0))) {
                passOver(value, name);
                continue;
            }
            found = true;
            if (value == '[' && list.size() == 1) {
                array(List.of());
            } else if (value == '{' && list.size() > 1) {
                unwrap(list.subList(1, list.size()));
            } else {
                passOver(value, name);
            }
        }
        if (!found) {
            throw Refusal.noList(place, begun, list.get(0));
        }
    }

    private String name() throws IOException {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        for (int symbol = read(); symbol != '"'; symbol = read()) {
            if (symbol == END) {
                throw Refusal.unended(place, "object", line);
            }
            name.write(symbol);
        }
        return name.toString(StandardCharsets.UTF_8);
    }

    /** Passes a value beside the list; one that could hold rows is told. */
    private void passOver(int first, String name) throws IOException {
        if (first == '{' || first == '[') {
            passedOver.add(name);
        }
        int depth = 0;
        for (int symbol = first; symbol != END; symbol = read()) {
            if (depth == 0 && (symbol == ',' || symbol == '}')) {
                at--;
                return;
            }
            if (symbol == '"') {
                passString();
            }
            depth += symbol == '{' || symbol == '[' ? 1 : symbol == '}' || symbol == ']' ? -1 : 0;
        }
    }

    private void passString() throws IOException {
        for (int symbol = read(); symbol != '"' && symbol != END; symbol = read()) {
            if (symbol == '\\') {
                read();
            }
        }
    }

    /** The next byte that is neither blank nor a comma. */
    private int next() throws IOException {
        int symbol = read();
        while (symbol == ' ' || symbol == '\t' || symbol == '\r' || symbol == '\n' || symbol == ',') {
            symbol = read();
        }
        return symbol;
    }

    private int read() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer, 0, BUFFER_BYTES));
            if (end == 0) {
                return END;
            }
        }
        byte read = buffer[at++];
        if (read == '\n') {
            line++;
        }
        return read & 0xFF;
    }

    private void put(int symbol) throws IOException {
        if (length == written.length) {
            out.write(written, 0, length);
            length = 0;
        }
        written[length++] = (byte) symbol;
    }
}
