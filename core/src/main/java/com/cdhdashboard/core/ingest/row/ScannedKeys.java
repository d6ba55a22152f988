package com.cdhdashboard.core.ingest.row;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of the rows of a scan so far, with the kinds of their values: each is looked for where it followed the key before it
 * in earlier rows.
 */
final class ScannedKeys {
    /** Where the bytes end before what is looked for does. */
    static final int INCOMPLETE = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** From so many symbols on, a whole number may be a large one. */
    static final int DIGITS = 16;

    private static final int LONGEST_KEY = 1 << 10;

    private final List<EnumSet<ColumnProfile.Kind>> kinds = new ArrayList<>();
    private Key[] keys = new Key[64];
    /** The kind of the value seen last of each key, as most are alike. */
    private ColumnProfile.Kind[] latest = new ColumnProfile.Kind[64];
    /** The row in which each key was seen last, to tell those that stand in it twice. */
    private int[] lastRows = new int[64];

    private boolean[] twice = new boolean[64];
    private int row;
    private int count;
    private int at = -1;

    void beginRow() {
        at = -1;
        row++;
    }

    void see(ColumnProfile.Kind kind) {
        if (latest[at] != kind) {
            latest[at] = kind;
            kinds.get(at).add(kind);
        }
        twice[at] |= lastRows[at] == row;
        lastRows[at] = row;
    }

    /** How long the quoted key is that begins here; {@link #INCOMPLETE} where the bytes end before it does. */
    int match(byte[] buffer, int start, int end) throws KeyScan.NotPlain {
        int next = at + 1;
        if (next < count) {
            Key key = keys[next];
            if (key.isAt(buffer, start)) {
                at = next;
                return key.length;
            }
        }
        return search(buffer, start, end);
    }

    private int search(byte[] buffer, int start, int end) throws KeyScan.NotPlain {
        if (buffer[start] != '"' && start < end) {
            throw new KeyScan.NotPlain();
        }
        int quote = start + 1;
        while (quote < end && buffer[quote] != '"') {
            if (buffer[quote] == '\\' || quote - start > LONGEST_KEY) {
                throw new KeyScan.NotPlain();
            }
            quote++;
        }
        if (quote >= end) {
            return INCOMPLETE;
        }
        int length = quote + 1 - start;
        for (int i = 0; i < count; i++) {
            if (keys[i].length == length && keys[i].isAt(buffer, start)) {
                at = i;
                return length;
            }
        }
        add(new Key(Arrays.copyOfRange(buffer, start, quote + 1)));
        return length;
    }

    private void add(Key key) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            latest = Arrays.copyOf(latest, 2 * count);
            lastRows = Arrays.copyOf(lastRows, 2 * count);
            twice = Arrays.copyOf(twice, 2 * count);
        }
        keys[count] = key;
        latest[count] = ColumnProfile.Kind.NULL;
        kinds.add(EnumSet.of(ColumnProfile.Kind.NULL));
        at = count++;
    }

    Map<String, ColumnProfile> profiles() {
        Map<String, ColumnProfile> columns = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            columns.put(keys[i].name(), new ColumnProfile(kinds.get(i), twice[i]));
        }
        return Collections.unmodifiableMap(columns);
    }

    /** A quoted key, compared eight bytes at a time: its first, its last and, of a longer one, those between. */
    private static final class Key {
        final int length;
        private final byte[] quoted;
        private final long head;
        private final long middle;
        private final long tail;

        Key(byte[] quoted) {
            this.quoted = quoted;
            this.length = quoted.length;
            byte[] padded = Arrays.copyOf(quoted, Math.max(length, 2 * Long.BYTES));
            this.head = (long) LONGS.get(padded, 0);
            this.middle = (long) LONGS.get(padded, Long.BYTES);
            this.tail = (long) LONGS.get(padded, Math.max(0, length - Long.BYTES));
        }

        boolean isAt(byte[] buffer, int start) {
            if (length < Long.BYTES || length > 3 * Long.BYTES) {
                return start + length <= buffer.length
                        && Arrays.equals(buffer, start, start + length, quoted, 0, length);
            }
            return (long) LONGS.get(buffer, start + length - Long.BYTES) == tail
                    && (long) LONGS.get(buffer, start) == head
                    && (length <= 2 * Long.BYTES || (long) LONGS.get(buffer, start + Long.BYTES) == middle);
        }

        String name() {
            return new String(quoted, 1, length - 2, StandardCharsets.UTF_8);
        }
    }
}
