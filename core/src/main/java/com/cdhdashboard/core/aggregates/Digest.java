package com.cdhdashboard.core.aggregates;

import com.cdhdashboard.core.error.UserException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A t-digest of numbers, in the bytes of Apache DataSketches: values with the number of rows that each stands for.
 *
 * <p>The bytes, lowest first: length of the preamble in 8 bytes, version 1, family 20, compression in two bytes, flags (1
 * empty, 2 one value alone); then the value alone, or the numbers of centroids and of values that are in none, smallest and
 * largest value, each centroid with its mean and weight, and the values. Source: datasketches-cpp, tdigest_impl.hpp.
 */
public record Digest(List<Weighted> values) {
    private static final int VERSION = 1;
    private static final int FAMILY = 20;
    private static final int EMPTY = 1;
    private static final int ALONE = 2;
    private static final int FLAGS = 5;
    private static final int HEADER = 8;
    private static final int CENTROIDS = 32;
    private static final long MOST = 1L << 53;

    /** A value and the rows it stands for. */
    public record Weighted(double value, long rows) {}

    public Digest {
        values = List.copyOf(values);
    }

    /** All rows. */
    public long rows() {
        return values.stream().mapToLong(Weighted::rows).sum();
    }

    /**
     * Reads the bytes.
     *
     * @param place of the bytes, for the message
     * @throws UserException where they are no such digest
     */
    public static Digest read(String place, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        AggregatesFile.require(
                bytes.length >= HEADER && in.get(1) == VERSION && in.get(2) == FAMILY,
                place,
                "a t-digest of DataSketches");
        int flags = in.get(FLAGS);
        if ((flags & EMPTY) != 0) {
            return new Digest(List.of());
        }
        if ((flags & ALONE) != 0) {
            AggregatesFile.require(bytes.length == 2 * HEADER, place, "a t-digest of one value");
            return new Digest(List.of(weighted(place, in.getDouble(HEADER), 1)));
        }
        AggregatesFile.require(bytes.length >= CENTROIDS, place, "a t-digest of DataSketches");
        long centroids = Integer.toUnsignedLong(in.getInt(HEADER));
        long single = Integer.toUnsignedLong(in.getInt(HEADER + Integer.BYTES));
        AggregatesFile.require(
                bytes.length == CENTROIDS + 2 * Double.BYTES * centroids + Double.BYTES * single,
                place,
                "a t-digest of " + centroids + " centroids and " + single + " values");
        List<Weighted> values = new ArrayList<>();
        in.position(CENTROIDS);
        for (long i = 0; i < centroids; i++) {
            values.add(weighted(place, in.getDouble(), in.getLong()));
        }
        for (long i = 0; i < single; i++) {
            values.add(weighted(place, in.getDouble(), 1));
        }
        return new Digest(values);
    }

    private static Weighted weighted(String place, double value, long rows) {
        AggregatesFile.require(
                Double.isFinite(value) && rows >= 1 && rows <= MOST,
                place,
                "a t-digest of finite values and weights above 0");
        return new Weighted(value, rows);
    }
}
