package com.cdhdashboard.stats.sketch;

import java.io.ByteArrayOutputStream;

/** Writes the numbers of a sketch: whole ones in as few bytes as they need, ascending doubles as differences. */
final class SketchWriter {
    private static final int LOW_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    SketchWriter(int format) {
        bytes.write(format);
    }

    /** Seven bits a byte, the lowest first; the sign bit counts as the highest of 64 bits. */
    void writeNumber(long number) {
        long rest = number;
        while ((rest & ~LOW_BITS) != 0) {
            bytes.write((int) (rest & LOW_BITS) | MORE);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    /** Doubles in ascending order, without their number: neighbours have close bits, equal ones take a byte. */
    void writeAscending(double[] ascending) {
        long previous = 0;
        for (double value : ascending) {
            long bits = SortableBits.of(value);
            writeNumber(bits - previous);
            previous = bits;
        }
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
