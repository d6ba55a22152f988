package com.cdhdashboard.duckdb.imports.sample;

import com.cdhdashboard.core.ingest.format.Part;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draws rows of a file of lines. The file is cut into cells of equal size, each with a key that follows from file and
 * place alone; the rows that begin in cells with the lowest keys are read, and nothing else of the file.
 */
public final class LineDraw implements Closeable {
    /** A line with the key of its cell; equal keys are of neighbours. Lines are not compared. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Line(long key, byte[] bytes) {}

    private static final int CELL_BYTES = 512;
    private static final int READ_BYTES = 4096;

    /** Longer rows are not drawn. */
    private static final int MOST_BYTES = 64 << 10;

    /** How long rows are taken to be where nobody has counted them. */
    private static final int USUAL_BYTES = 1024;

    private final RandomAccessFile file;
    private final Keys keys;
    private final long size;

    private LineDraw(RandomAccessFile file, Keys keys) throws IOException {
        this.file = file;
        this.keys = keys;
        this.size = file.length();
    }

    /** The lines with keys below a limit. */
    public static List<Line> of(Part part, long below) throws IOException {
        try (LineDraw draw = new LineDraw(new RandomAccessFile(part.file().toFile(), "r"), Keys.of(part))) {
            return draw.below(below);
        }
    }

    /** How many rows a part has, or about as many where nobody has counted them. */
    public static long rows(Part part) {
        return part.rows().orElse(part.file().toFile().length() / USUAL_BYTES + 1);
    }

    private List<Line> below(long limit) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (long cell = 0; cell * CELL_BYTES < size; cell++) {
            long key = keys.of(cell);
            if (key < limit) {
                addLines(cell, key, lines);
            }
        }
        return lines;
    }

    private void addLines(long cell, long key, List<Line> lines) throws IOException {
        long start = cell * CELL_BYTES;
        long before = Math.max(0, start - 1);
        byte[] bytes = read(before, READ_BYTES);
        int end = (int) Math.min(start + CELL_BYTES - before, bytes.length);
        for (int at = start == 0 ? 0 : lineStart(bytes, 0); at < end && at >= 0; at = lineStart(bytes, at)) {
            byte[] line = line(bytes, at, before);
            if (line.length > 0) {
                lines.add(new Line(key, line));
            }
        }
    }

    /** Where the next line begins; beyond all where none does. */
    private static int lineStart(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    /** The line that begins at a place of what was read; empty where it is too long. */
    private byte[] line(byte[] bytes, int at, long offset) throws IOException {
        int end = lineStart(bytes, at) - 1;
        if (end < bytes.length) {
            return Arrays.copyOfRange(bytes, at, end);
        }
        byte[] more = read(offset + at, MOST_BYTES);
        int longEnd = lineStart(more, 0) - 1;
        boolean whole = longEnd < more.length || offset + at + more.length == size;
        return whole ? Arrays.copyOf(more, longEnd) : new byte[0];
    }

    private byte[] read(long offset, int most) throws IOException {
        byte[] bytes = new byte[(int) Math.min(most, size - offset)];
        file.seek(offset);
        file.readFully(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
