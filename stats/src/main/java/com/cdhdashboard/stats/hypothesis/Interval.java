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

    /**
     * The 95 % interval of the difference of two independent figures: both intervals squared and added (Newcombe 1998,
     * method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I). Undefined unless both have one.
     */
    public static Interval ofDifference(double first, Interval ofFirst, double second, Interval ofSecond) {
        double below = Math.hypot(first - ofFirst.low, ofSecond.high - second);
        double above = Math.hypot(ofFirst.high - first, second - ofSecond.low);
        double difference = first - second;
        return Double.isFinite(below) && Double.isFinite(above)
                ? new Interval(difference - below, difference + above)
                : UNDEFINED;
    }

    public boolean isDefined() {
        return !Double.isNaN(low);
    }
}
