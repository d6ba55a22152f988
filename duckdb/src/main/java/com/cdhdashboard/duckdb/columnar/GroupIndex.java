package com.cdhdashboard.duckdb.columnar;

import java.util.Arrays;

/** Numbers keys in the order in which they are first met. Not thread safe. */
sealed interface GroupIndex {
    /** The number of the key, a new one where it was not met before. */
    int place(long key);

    /** The keys by their numbers, as a copy. */
    long[] keys();

    /** The numbers of the keys in the order of the keys. */
    int[] ascending();

    /** For keys from 0 to fewer than {@code possible}. */
    final class Dense implements GroupIndex {
        /** The number of each key plus one; 0 for a key not met. */
        private final int[] places;

        private final Keys keys = new Keys();

        Dense(int possible) {
            places = new int[possible];
        }

        @Override
        public int place(long key) {
            int place = places[(int) key];
            if (place == 0) {
                place = keys.add(key);
                places[(int) key] = place;
            }
            return place - 1;
        }

        @Override
        public long[] keys() {
            return keys.copy();
        }

        @Override
        public int[] ascending() {
            int[] ascending = new int[keys.count];
            int count = 0;
            for (int place : places) {
                if (place != 0) {
                    ascending[count++] = place - 1;
                }
            }
            return ascending;
        }
    }

    /** For any keys: open addressing, at most half full. */
    final class Hashed implements GroupIndex {
        private int[] places = new int[1024];
        private final Keys keys = new Keys();

        @Override
        public int place(long key) {
            int slot = slot(key);
            if (places[slot] == 0) {
                places[slot] = keys.add(key);
                if (2 * keys.count > places.length) {
                    grow();
                }
                return keys.count - 1;
            }
            return places[slot] - 1;
        }

        /** The slot that holds the key, or the free one where it belongs. */
        private int slot(long key) {
            int mask = places.length - 1;
            int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
            while (places[slot] != 0 && keys.keys[places[slot] - 1] != key) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private void grow() {
            places = new int[2 * places.length];
            for (int i = 0; i < keys.count; i++) {
                places[slot(keys.keys[i])] = i + 1;
            }
        }

        @Override
        public long[] keys() {
            return keys.copy();
        }

        @Override
        public int[] ascending() {
            long[] sorted = keys.copy();
            Arrays.sort(sorted);
            return Arrays.stream(sorted).mapToInt(this::place).toArray();
        }
    }

    /** A list of longs. */
    final class Keys {
        private long[] keys = new long[64];
        private int count;

        /** Appends and gives the new count. */
        private int add(long key) {
            if (count == keys.length) {
                keys = Arrays.copyOf(keys, 2 * count);
            }
            keys[count++] = key;
            return count;
        }

        private long[] copy() {
            return Arrays.copyOf(keys, count);
        }
    }
}
