package com.cdhdashboard.stats.hypothesis;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The mean of n values with their sample variance s² = Σ (xᵢ − m)²/(n − 1).
 *
 * <p>Intervals are of Student's t, so that s being an estimate is in them; two means are compared after Welch. Both take
 * the mean to be nearly normal, which that of few skewed values is not: five log-normal values cover their mean in 83 %
 * instead of 95 % of samples. So {@link #isOfFew} is to be said. With one value there is no interval.
 *
 * <p>Sources: Student, Biometrika 6 (1908) 1-25; B. Welch, Biometrika 34 (1947) 28-35, doi:10.1093/biomet/34.1-2.28.
 */
public record SampleMean(double n, double mean, double variance) {
    /** With fewer values the mean of skewed ones is not near enough to normal. */
    public static final int FEW = 30;

    private static final double UPPER = 0.975;

    /** Of n values with these sums; rounding never leaves a variance below 0. */
    public static SampleMean ofSums(double n, double sum, double squares) {
        double mean = sum / n;
        return new SampleMean(n, mean, Math.max(0, squares - sum * mean) / (n - 1));
    }

    public boolean isOfFew() {
        return n < FEW;
    }

    /** The 95 % interval m ± t·√(s²/n), t with n − 1 degrees of freedom. */
    public Interval interval() {
        return around(mean, variance / n, n - 1);
    }

    /** The 95 % interval of the difference to another mean, of other values. */
    public Interval differenceTo(SampleMean other) {
        double own = variance / n;
        double others = other.variance / other.n;
        double freedom = (own + others) * (own + others) / (own * own / (n - 1) + others * others / (other.n - 1));
        boolean equal = own + others == 0;
        return around(mean - other.mean, own + others, equal ? n + other.n - 2 : freedom);
    }

    private static Interval around(double value, double squaredError, double freedom) {
        if (!(freedom > 0 && squaredError >= 0)) {
            return Interval.UNDEFINED;
        }
        double half = new TDistribution(freedom).inverseCumulativeProbability(UPPER) * Math.sqrt(squaredError);
        return new Interval(value - half, value + half);
    }
}
