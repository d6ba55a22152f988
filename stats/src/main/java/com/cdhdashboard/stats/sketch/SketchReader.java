package com.cdhdashboard.stats.sketch;

/** Reads what {@link SketchWriter} wrote and refuses bytes it cannot have written. */
final class SketchReader {
    private static final int LOW_BITS = 0x7f;
    private static final int MOST_SHIFT = 63;

    private final String kind;
    private final byte[] bytes;
    private int place;

    /** @param kind of sketch, for messages */
    SketchReader(String kind, byte[] bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    /** The format the bytes are in, if it is one of those from 1 to the newest. */
    int readFormat(int newest) {
        int format = next() & 0xff;
        if (!(format >= 1 && format <= newest)) {
            throw new IllegalArgumentException("the bytes of a " + kind + " have format " + format
                    + "; this version reads formats up to " + newest);
        }
        return format;
    }

    long readNumber() {
        long number = 0;
        for (int shift = 0; shift <= MOST_SHIFT; shift += 7) {
            byte next = next();
            number |= (long) (next & LOW_BITS) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw damaged("a number has more than 64 bits");
    }

    /** A number of things that each take at least a byte, so that damaged bytes cannot ask for endless memory. */
    int readSize() {
        long size = readNumber();
        if (!(size >= 0 && size <= bytes.length - place)) {
            throw damaged(size + " entries are announced in " + (bytes.length - place) + " bytes");
        }
        return (int) size;
    }

    double[] readAscending(int size) {
        double[] ascending = new double[size];
        long bits = 0;
        for (int i = 0; i < size; i++) {
            bits += readNumber();
            ascending[i] = SortableBits.toDouble(bits);
            if (!(Double.isFinite(ascending[i]) && (i == 0 || ascending[i - 1] <= ascending[i]))) {
                throw damaged("values are not in ascending order");
            }
        }
        return ascending;
    }

    void expectEnd() {
        if (place != bytes.length) {
            throw damaged(bytes.length - place + " bytes are left over");
        }
    }

    IllegalArgumentException damaged(String reason) {
        return new IllegalArgumentException("the bytes of a " + kind + " are damaged: " + reason);
    }

    private byte next() {
        if (place >= bytes.length) {
            throw damaged("they end early");
        }
        return bytes[place++];
    }
}
