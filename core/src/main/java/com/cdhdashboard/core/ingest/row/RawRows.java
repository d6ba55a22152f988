package com.cdhdashboard.core.ingest.row;

import com.cdhdashboard.core.ingest.format.FileHead;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.format.LineEnds;
import com.cdhdashboard.core.ingest.format.Part;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rows of a JSON file as raw bytes, one on a line, so that one broken row does not hide the next.
 */
final class RawRows implements Closeable {
    private static final int BUFFER_BYTES = 256 << 10;

    private final InputStream in;
    private long rows;
    // Our own buffers: those of the JDK are synchronized, which is slow byte by byte
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;
    private byte[] row = new byte[1 << 10];
    private int rowLength;
    private boolean tooLong;

    private RawRows(InputStream in) {
        this.in = in;
    }

    static RawRows open(Path file, Format format) throws IOException {
        if (format != Format.NDJSON) {
            throw new IllegalArgumentException("rows of " + format + " are not lines of JSON");
        }
        RawRows rows = new RawRows(Files.newInputStream(file));
        rows.end = rows.in.readNBytes(rows.buffer, 0, BUFFER_BYTES);
        rows.at = FileHead.byteOrderMark(Arrays.copyOf(rows.buffer, Math.min(rows.end, 3)));
        return rows;
    }

    /** The next row that is not blank; empty at the end. */
    Optional<RawRow> next() throws IOException {
        Optional<RawRow> next = nextLine();
        while (next.isPresent() && blank(next.get())) {
            next = nextLine();
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Optional<RawRow> nextLine() throws IOException {
        if (!filled()) {
            return Optional.empty();
        }
        while (filled()) {
            int lineEnd = LineEnds.first(buffer, at, end);
            keep(buffer, at, lineEnd < 0 ? end : lineEnd);
            at = lineEnd < 0 ? end : lineEnd + 1;
            if (lineEnd >= 0) {
                break;
            }
        }
        return Optional.of(taken());
    }

    private boolean filled() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer, 0, BUFFER_BYTES));
        }
        return at < end;
    }

    private void keep(byte[] source, int from, int to) {
        int kept = (int) Math.min(to - from, Part.MAX_ROW_BYTES - rowLength);
        tooLong = tooLong || kept < to - from;
        if (rowLength + kept > row.length) {
            row = Arrays.copyOf(row, Math.max(2 * row.length, rowLength + kept));
        }
        System.arraycopy(source, from, row, rowLength, kept);
        rowLength += kept;
    }

    private RawRow taken() {
        rows++;
        RawRow taken = new RawRow(rows, Arrays.copyOf(row, rowLength), tooLong);
        rowLength = 0;
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
