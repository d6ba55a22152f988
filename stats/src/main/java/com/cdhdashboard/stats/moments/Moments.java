package com.cdhdashboard.stats.moments;

import com.cdhdashboard.stats.Mergeable;

/**
 * Count, mean and sum of squared deviations from the mean.
 *
 * <p>The deviations are kept, and never Σx² − n·mean², which loses all digits where the mean is large against the
 * spread. Source of the merge: T. Chan, G. Golub, R. LeVeque, Technical Report STAN-CS-79-773 (1979).
 *
 * @param mean 0 where there is no value
 * @param squares Σ(x − mean)²
 */
public record Moments(long count, double mean, double squares) implements Mergeable<Moments> {
    public static final Moments EMPTY = new Moments(0, 0, 0);

    public Moments {
        if (!(count >= 0 && Double.isFinite(mean) && squares >= 0)) {
            throw new IllegalArgumentException("not moments: " + count + ", " + mean + ", " + squares);
        }
    }

    public static Moments of(double... values) {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double delta = values[i] - mean;
            mean += delta / (i + 1);
            squares += delta * (values[i] - mean);
        }
        return new Moments(values.length, mean, squares);
    }

    @Override
    public Moments mergeWith(Moments other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        long both = Math.addExact(count, other.count);
        double share = (double) other.count / both;
        double delta = other.mean - mean;
        return new Moments(both, mean + delta * share, squares + other.squares + delta * delta * count * share);
    }

    /** The variance with n−1 in the denominator; {@code NaN} for fewer than two values. */
    public double variance() {
        return count > 1 ? squares / (count - 1) : Double.NaN;
    }

    /** The square root of {@link #variance}. */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }
}
