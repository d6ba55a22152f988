package com.cdhdashboard.stats.moments;

/** What is made from quartiles. */
public final class Quartiles {
    private Quartiles() {}

    /** Bowley's skewness (q₃ + q₁ − 2·median)/(q₃ − q₁), from −1 to 1; {@code NaN} where the quartiles are equal. */
    public static double bowley(double firstQuartile, double median, double thirdQuartile) {
        double range = thirdQuartile - firstQuartile;
        return range > 0 ? ((thirdQuartile - median) - (median - firstQuartile)) / range : Double.NaN;
    }
}
