package com.cdhdashboard.stats.hypothesis;

/** A confidence interval; both ends are {@code NaN} where it is undefined. */
public record Interval(double low, double high) {
    /** The interval of something that cannot be estimated. */
    public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

    /** The two-sided standard normal quantile of 95 % confidence. */
    public static final double Z_95 = 1.959963984540054;

    public Interval {
        boolean undefined = Double.isNaN(low) && Double.isNaN(high);
        if (!(low <= high || undefined)) {
            throw new IllegalArgumentException("the ends of an interval are out of order: " + low + ", " + high);
        }
    }

    public boolean isDefined() {
        return !Double.isNaN(low);
    }
}
