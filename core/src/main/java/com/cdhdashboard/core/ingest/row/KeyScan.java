package com.cdhdashboard.core.ingest.row;

import com.cdhdashboard.core.ingest.format.Part;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;

/**
 * Looks at all rows of a JSON file for their columns, ten times as fast as a parser: a key is compared with the one that
 * followed the key before it in earlier rows, and of a value only its end is looked for. Wherever the bytes are not what
 * well-formed rows have, {@link ColumnProfiles} looks at the whole file, so that both come to the same.
 */
public final class KeyScan {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BUFFER_BYTES = 256 << 10;
    private static final long ONES = 0x0101_0101_0101_0101L;
    /** Times a power of 256, its place is in the highest byte. */
    private static final long PLACES = 0x0001_0203_0405_0607L;

    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final int INCOMPLETE = ScannedKeys.INCOMPLETE;

    /** What reading eight bytes at once may look at beyond the end; zeroes, which no row holds. */
    private static final int AHEAD = 64;

    private final InputStream in;
    private final ScannedKeys keys = new ScannedKeys();
    private byte[] buffer = new byte[BUFFER_BYTES + AHEAD];
    private int end;
    private ColumnProfile.Kind kind = ColumnProfile.Kind.NULL;

    private KeyScan(InputStream in) {
        this.in = in;
    }

    /** Thrown where the bytes are not those of plain rows. */
    static final class NotPlain extends Exception {
        private static final long serialVersionUID = 1;

        NotPlain() {
            super(null, null, false, false);
        }
    }

    /** The columns of all rows of a part by raw name, in order of appearance. */
    public static Map<String, ColumnProfile> columns(Part part) {
        try (InputStream in = Files.newInputStream(part.file())) {
            KeyScan scan = new KeyScan(in);
            scan.run();
            return scan.keys.profiles();
        } catch (NotPlain | IOException e) {
            return ColumnProfiles.columns(part, Integer.MAX_VALUE);
        }
    }

    private void run() throws IOException, NotPlain {
        int from = 0;
        for (int read = fill(); read > 0; read = fill()) {
            int row = from;
            while (row >= 0) {
                from = row;
                row = row(row);
            }
            System.arraycopy(buffer, from, buffer, 0, end - from);
            end -= from;
            from = 0;
        }
        if (spaces(0) < end) {
            throw new NotPlain();
        }
    }

    /** Reads behind what is left of the row before, with room for more of it. */
    private int fill() throws IOException {
        if (buffer.length - AHEAD - end < BUFFER_BYTES / 2) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = Math.max(0, in.read(buffer, end, buffer.length - AHEAD - end));
        end += read;
        Arrays.fill(buffer, end, end + AHEAD, (byte) 0);
        return read;
    }

    /** Passes a row over and gives the place behind it; {@link #INCOMPLETE} where its end is not there yet. */
    private int row(int start) throws NotPlain {
        int at = spaces(start);
        if (at >= end) {
            return INCOMPLETE;
        }
        if (buffer[at] != '{') {
            throw new NotPlain();
        }
        keys.beginRow();
        at = spaces(at + 1);
        while (buffer[at] != '}') {
            at = field(at);
            if (at < 0) {
                return INCOMPLETE;
            }
        }
        return at < end ? at + 1 : INCOMPLETE;
    }

    /** Passes over a key, its value and the comma behind. */
    private int field(int start) throws NotPlain {
        int length = keys.match(buffer, start, end);
        if (length < 0) {
            return INCOMPLETE;
        }
        byte[] bytes = buffer;
        int at = start + length;
        // Between key and value is hardly ever anything else, and a call for each of these bytes takes longer than the
        // rest
        at = bytes[at] > ' ' ? at : spaces(at);
        if (bytes[at] != ':') {
            return orNotPlain(at);
        }
        at = value(bytes[at + 1] > ' ' ? at + 1 : spaces(at + 1));
        at = bytes[at] > ' ' ? at : spaces(at);
        if (at >= end || !(bytes[at] == ',' || bytes[at] == '}')) {
            return orNotPlain(at);
        }
        keys.see(kind);
        if (bytes[at] == '}') {
            return at;
        }
        return bytes[at + 1] > ' ' ? at + 1 : spaces(at + 1);
    }

    private int orNotPlain(int at) throws NotPlain {
        if (at < end) {
            throw new NotPlain();
        }
        return INCOMPLETE;
    }

    /** Passes over a value and remembers its kind, which counts once all of it was there. */
    private int value(int at) throws NotPlain {
        byte first = buffer[at];
        if (first == '"') {
            kind = buffer[at + 1] == '"' ? ColumnProfile.Kind.EMPTY : ColumnProfile.Kind.TEXT;
            return textEnd(at + 1);
        }
        if (first == '-' || (first >= '0' && first <= '9')) {
            return number(at);
        }
        if (first == '{' || first == '[') {
            kind = ColumnProfile.Kind.NESTED;
            return nestedEnd(at);
        }
        kind = first == 'n' ? ColumnProfile.Kind.NULL : ColumnProfile.Kind.BOOLEAN;
        return switch (first) {
            case 'n' -> wordEnd(at, NULL);
            case 't' -> wordEnd(at, TRUE);
            case 'f' -> wordEnd(at, FALSE);
            default -> orNotPlain(at) < 0 ? end : at;
        };
    }

    private int wordEnd(int start, byte[] word) throws NotPlain {
        for (int i = 0; i < word.length; i++) {
            if (buffer[start + i] != word[i]) {
                return orNotPlain(start + i) < 0 ? end : start;
            }
        }
        return start + word.length;
    }

    /** Most numbers are whole numbers of few digits, or have a fraction; the others are looked at as texts. */
    private int number(int start) throws NotPlain {
        int at = start + 1;
        boolean whole = true;
        byte[] bytes = buffer;
        byte symbol = bytes[at];
        while ((symbol >= '0' && symbol <= '9') || symbol == '.' || symbol == 'e' || symbol == 'E' || isSign(symbol)) {
            whole = whole && symbol >= '0' && symbol <= '9';
            symbol = bytes[++at];
        }
        if (!whole) {
            kind = ColumnProfile.Kind.NUMBER;
        } else if (at - start < ScannedKeys.DIGITS) {
            kind = ColumnProfile.Kind.INTEGER;
        } else {
            kind = ColumnProfile.Kind.ofWhole(new String(buffer, start, at - start, StandardCharsets.US_ASCII));
        }
        return at;
    }

    private static boolean isSign(byte symbol) {
        return symbol == '-' || symbol == '+';
    }

    /** The place behind the quote that ends a text, or the end of what was read. */
    private int textEnd(int start) {
        byte[] bytes = buffer;
        int at = start;
        while (at < end) {
            long eight = (long) LONGS.get(bytes, at);
            long hits = hits(eight ^ QUOTES) | hits(eight ^ BACKSLASHES);
            if (hits == 0) {
                at += Long.BYTES;
                continue;
            }
            at += place(hits);
            if (bytes[at] == '"') {
                return at + 1;
            }
            at += 2;
        }
        return end;
    }

    /** The place of the first hit among eight bytes: a count of zeroes takes longer without the second compiler. */
    private static int place(long hits) {
        return (int) ((((hits & -hits) >>> 7) * PLACES) >>> 56);
    }

    /** The highest bit of each byte that is zero, up to the first such byte. */
    private static long hits(long eight) {
        return (eight - ONES) & ~eight & (ONES << 7);
    }

    private int nestedEnd(int start) {
        int depth = 0;
        int at = start;
        while (at < end) {
            byte symbol = buffer[at++];
            if (symbol == '"') {
                at = textEnd(at);
            } else if (symbol == '{' || symbol == '[') {
                depth++;
            } else if ((symbol == '}' || symbol == ']') && --depth == 0) {
                return at;
            }
        }
        return end;
    }

    private int spaces(int start) {
        if (buffer[start] > ' ') {
            return start;
        }
        int at = start;
        while (at < end && buffer[at] <= ' ' && buffer[at] > 0) {
            at++;
        }
        return at;
    }
}
