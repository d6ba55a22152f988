package com.cdhdashboard.stats.clv.history;

import java.util.Arrays;

/**
 * What repeat buyers spend: for each the number of repeat purchases and their mean value, ordered by the number.
 *
 * <p>The spend model has no place for customers without repeats, who are not kept, nor for mean values of 0 or less, which
 * are counted as {@link #excluded}.
 */
public final class RepeatSpend {
    private final int[] repeats;
    private final double[] meanValues;
    private final double[] logMeanValues;
    private final long excluded;

    private RepeatSpend(int[] repeats, double[] meanValues, long excluded) {
        this.repeats = repeats;
        this.meanValues = meanValues;
        this.logMeanValues = Arrays.stream(meanValues).map(Math::log).toArray();
        this.excluded = excluded;
    }

    /** One customer a place; the mean value of one without repeats is not read. */
    public static RepeatSpend of(int[] repeats, double[] meanValues) {
        if (repeats.length != meanValues.length) {
            throw new IllegalArgumentException(
                    "arrays of one length are needed: " + repeats.length + ", " + meanValues.length);
        }
        for (int i = 0; i < repeats.length; i++) {
            if (!(repeats[i] >= 0 && (repeats[i] == 0 || Double.isFinite(meanValues[i])))) {
                throw new IllegalArgumentException(
                        "not a repeat buyer's spend: " + repeats[i] + " repeats of mean value " + meanValues[i]);
            }
        }
        long buyers = Arrays.stream(repeats).filter(x -> x > 0).count();
        int[] kept = keptInOrder(repeats, meanValues);
        return new RepeatSpend(
                Arrays.stream(kept).map(i -> repeats[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> meanValues[i]).toArray(),
                buyers - kept.length);
    }

    /** Repeats and place in one number, as sorting numbers is much faster than sorting objects. */
    private static int[] keptInOrder(int[] repeats, double[] meanValues) {
        long[] keys = new long[repeats.length];
        int kept = 0;
        for (int i = 0; i < repeats.length; i++) {
            if (repeats[i] > 0 && meanValues[i] > 0) {
                keys[kept++] = ((long) repeats[i] << Integer.SIZE) | i;
            }
        }
        Arrays.parallelSort(keys, 0, kept);
        return Arrays.stream(keys, 0, kept).mapToInt(key -> (int) key).toArray();
    }

    public int customers() {
        return repeats.length;
    }

    /** Repeat buyers who are left out, as their mean value is not positive. */
    public long excluded() {
        return excluded;
    }

    /** The mean over customers of their mean values; {@code NaN} without customers. */
    public double meanOfMeans() {
        return Chunks.sum(customers(), i -> meanValues[i]) / customers();
    }

    /**
     * Pearson's correlation of the number and the mean value of the repeat purchases. The spend model takes them for
     * independent, so it ought to be near 0; {@code NaN} where one of them does not vary.
     */
    public double correlation() {
        double meanRepeats = Chunks.sum(customers(), i -> repeats[i]) / customers();
        double mean = meanOfMeans();
        double both = Chunks.sum(customers(), i -> (repeats[i] - meanRepeats) * (meanValues[i] - mean));
        double ofRepeats = Chunks.sum(customers(), i -> square(repeats[i] - meanRepeats));
        double ofValues = Chunks.sum(customers(), i -> square(meanValues[i] - mean));
        boolean varies = ofRepeats > 0 && isVaried();
        return varies ? both / Math.sqrt(ofRepeats * ofValues) : Double.NaN;
    }

    /** Whether two customers differ in their mean value. */
    public boolean isVaried() {
        return customers() > 0 && Arrays.stream(meanValues).anyMatch(value -> value != meanValues[0]);
    }

    public int repeats(int i) {
        return repeats[i];
    }

    public double meanValue(int i) {
        return meanValues[i];
    }

    public double logMeanValue(int i) {
        return logMeanValues[i];
    }

    public RepeatSpend inUnitsOf(double unit) {
        return new RepeatSpend(
                repeats, Arrays.stream(meanValues).map(value -> value / unit).toArray(), excluded);
    }

    /** Every n-th customer, so that at most so many remain. */
    public RepeatSpend thinned(int most) {
        int every = Math.max(1, (customers() + most - 1) / most);
        int[] kept = new int[(customers() + every - 1) / every];
        Arrays.setAll(kept, i -> i * every);
        return new RepeatSpend(
                Arrays.stream(kept).map(i -> repeats[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> meanValues[i]).toArray(),
                excluded);
    }

    private static double square(double value) {
        return value * value;
    }
}
