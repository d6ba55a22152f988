package com.cdhdashboard.core.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The rows of a JSON file as raw bytes, so that one broken row does not hide the next. Lines are told apart by line
 * ends; elements of an array by its brackets and quotes alone.
 */
final class RawRows implements Closeable {
    private static final int BUFFER_BYTES = 256 << 10;
    private static final int END = -1;

    private final InputStream in;
    private final boolean array;
    private boolean begun;
    private boolean closed;
    private long rows;
    private ByteArrayOutputStream row = new ByteArrayOutputStream();
    private boolean tooLong;

    private RawRows(InputStream in, boolean array) {
        this.in = in;
        this.array = array;
    }

    static RawRows open(Path file, Format format) throws IOException {
        if (!(format == Format.NDJSON || format == Format.JSON_ARRAY)) {
            throw new IllegalArgumentException("rows of " + format + " are not JSON");
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        in.mark(4);
        if (FileHead.byteOrderMark(in.readNBytes(3)) == 0) {
            in.reset();
        }
        return new RawRows(in, format == Format.JSON_ARRAY);
    }

    /** The next row that is not blank; empty at the end. */
    Optional<RawRow> next() throws IOException {
        Optional<RawRow> next = array ? nextElement() : nextLine();
        while (next.isPresent() && blank(next.get())) {
            next = array ? nextElement() : nextLine();
        }
        return next;
    }

    /** Whether an array ended with its bracket; lines are always complete. To be asked at the end. */
    boolean complete() {
        return !array || closed;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Optional<RawRow> nextLine() throws IOException {
        int read = in.read();
        if (read == END) {
            return Optional.empty();
        }
        while (read != END && read != '\n') {
            keep(read);
            read = in.read();
        }
        return Optional.of(taken());
    }

    private Optional<RawRow> nextElement() throws IOException {
        if (!begun) {
            begun = true;
            skipTo('[');
        }
        if (closed) {
            return Optional.empty();
        }
        int depth = 0;
        boolean quoted = false;
        for (int read = in.read(); read != END; read = in.read()) {
            if (quoted) {
                quoted = read != '"';
                if (read == '\\') {
                    keep(read);
                    read = in.read();
                }
            } else if (depth == 0 && (read == ',' || read == ']')) {
                closed = read == ']';
                return Optional.of(taken());
            } else {
                quoted = read == '"';
                depth += read == '{' || read == '[' ? 1 : read == '}' || read == ']' ? -1 : 0;
            }
            keep(read);
        }
        return row.size() == 0 ? Optional.empty() : Optional.of(taken());
    }

    private void skipTo(int symbol) throws IOException {
        for (int read = in.read(); read != END && read != symbol; ) {
            read = in.read();
        }
    }

    private void keep(int read) {
        if (read == END) {
            return;
        }
        tooLong = tooLong || row.size() >= PartWriter.MAX_ROW_BYTES;
        if (!tooLong) {
            row.write(read);
        }
    }

    private RawRow taken() {
        rows++;
        RawRow taken = new RawRow(rows, row.toByteArray(), tooLong);
        row = new ByteArrayOutputStream(Math.max(32, taken.bytes().length));
        tooLong = false;
        return taken;
    }

    private static boolean blank(RawRow row) {
        for (byte symbol : row.bytes()) {
            if (" \t\r\n".indexOf(symbol) < 0) {
                return false;
            }
        }
        return true;
    }
}
