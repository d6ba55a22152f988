package com.cdhdashboard.stats.sketch;

import com.cdhdashboard.stats.moments.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values in little space, from which any quantile follows: a KLL sketch.
 *
 * <p>Values lie in levels; one of level h stands for 2ʰ values. When there are too many, a level is sorted and every
 * other of its values moves up a level. Up to {@link #MOST_EXACT} values nothing has moved and quantiles are those of
 * type 7. Beyond, a quantile is one of the values seen. The error of its rank has a standard deviation of about 0.001,
 * a fifth of the 0.005 that is promised, whatever the values, their order, their ties and the way they were merged.
 * Smallest and largest value are exact. A sketch takes at most some 11 kilobytes.
 *
 * <p>Which half moves up is drawn from a hash of the values themselves, so equal work gives equal bytes. Immutable.
 * Source: Z. Karnin, K. Lang, E. Liberty, FOCS 2016, doi:10.1109/FOCS.2016.17.
 */
public final class QuantileSketch implements Sketch<QuantileSketch> {
    /** As long as no more values than this were added, every quantile is exact. */
    public static final int MOST_EXACT = QuantileLevels.TOP_CAPACITY;

    public static final QuantileSketch EMPTY =
            new QuantileSketch(List.of(new double[0]), 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    private static final String KIND = "quantile sketch";
    private static final int FORMAT = 1;
    private static final int MOST_LEVELS = 60;

    /** Each level in ascending order; never changed. */
    private final List<double[]> levels;

    private final long count;
    private final double lowest;
    private final double highest;

    private QuantileSketch(List<double[]> levels, long count, double lowest, double highest) {
        this.levels = levels;
        this.count = count;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The sketch of some finite values, in any order. */
    public static QuantileSketch of(double... values) {
        if (values.length == 0) {
            return EMPTY;
        }
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        QuantileLevels levels = new QuantileLevels(EMPTY.levels);
        for (int from = 0; from < values.length; from += MOST_EXACT) {
            double[] part = Arrays.copyOfRange(values, from, Math.min(values.length, from + MOST_EXACT));
            for (int i = 0; i < part.length; i++) {
                if (!Double.isFinite(part[i])) {
                    throw new IllegalArgumentException("a value is a finite number: " + part[i]);
                }
                part[i] += 0.0; // the negative zero becomes the positive one
                lowest = Math.min(lowest, part[i]);
                highest = Math.max(highest, part[i]);
            }
            Arrays.sort(part);
            levels.add(List.of(part));
        }
        return new QuantileSketch(levels.list(), values.length, lowest, highest);
    }

    @Override
    public QuantileSketch mergeWith(QuantileSketch other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        QuantileLevels both = new QuantileLevels(levels);
        both.add(other.levels);
        return new QuantileSketch(
                both.list(),
                Math.addExact(count, other.count),
                Math.min(lowest, other.lowest),
                Math.max(highest, other.highest));
    }

    public long count() {
        return count;
    }

    /** The smallest value; {@code NaN} where there is none. */
    public double lowest() {
        return count == 0 ? Double.NaN : lowest;
    }

    /** The largest value; {@code NaN} where there is none. */
    public double highest() {
        return count == 0 ? Double.NaN : highest;
    }

    public boolean isExact() {
        return levels.size() == 1;
    }

    /**
     * The value below which a share q of the values lies; {@code NaN} where there is none.
     *
     * @param q between 0 and 1, the ends of which give the smallest and the largest value
     */
    public double quantile(double q) {
        if (isExact()) {
            return Quantiles.type7(levels.get(0), q);
        }
        return quantiles(q)[0];
    }

    /** Several quantiles in one pass over the values kept. */
    public double[] quantiles(double... shares) {
        if (isExact()) {
            return Arrays.stream(shares)
                    .map(q -> Quantiles.type7(levels.get(0), q))
                    .toArray();
        }
        WeightedValues values = WeightedValues.of(levels);
        return Arrays.stream(shares).map(q -> quantile(values, q)).toArray();
    }

    private double quantile(WeightedValues values, double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("a quantile lies between 0 and 1: " + q);
        }
        if (q == 0 || q == 1) {
            return q == 0 ? lowest : highest;
        }
        return values.at((long) (q * count));
    }

    /** Format, count, number of levels; then each level as its size and its values in ascending order, and the ends. */
    @Override
    public byte[] toBytes() {
        SketchWriter writer = new SketchWriter(FORMAT);
        writer.writeNumber(count);
        writer.writeNumber(levels.size());
        for (double[] level : levels) {
            writer.writeNumber(level.length);
            writer.writeAscending(level);
        }
        if (count > 0) {
            writer.writeAscending(new double[] {lowest, highest});
        }
        return writer.toBytes();
    }

    /** Reads back what {@link #toBytes} gave; other bytes are refused. */
    public static QuantileSketch fromBytes(byte[] bytes) {
        SketchReader reader = new SketchReader(KIND, bytes);
        reader.readFormat(FORMAT);
        long count = reader.readNumber();
        int height = reader.readSize();
        if (!(height >= 1 && height <= MOST_LEVELS)) {
            throw reader.damaged("there are " + height + " levels");
        }
        List<double[]> levels = new ArrayList<>(height);
        long weight = 0;
        for (int h = 0; h < height; h++) {
            levels.add(reader.readAscending(reader.readSize()));
            weight += (long) levels.get(h).length << h;
        }
        if (weight != count) {
            throw reader.damaged("the values stand for " + weight + ", not for " + count);
        }
        double[] ends = count > 0 ? reader.readAscending(2) : new double[0];
        reader.expectEnd();
        return count > 0 ? new QuantileSketch(List.copyOf(levels), count, ends[0], ends[1]) : EMPTY;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QuantileSketch that && Arrays.equals(toBytes(), that.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return count + " values between " + lowest() + " and " + highest();
    }
}
