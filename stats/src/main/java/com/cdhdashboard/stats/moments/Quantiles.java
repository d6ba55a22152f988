package com.cdhdashboard.stats.moments;

/** Quantiles of values that are all at hand, and what is made from quartiles. */
public final class Quantiles {
    private Quantiles() {}

    /**
     * The quantile by linear interpolation between order statistics, type 7 of Hyndman and Fan (the default of R and
     * NumPy); {@code NaN} for no values. Source: The American Statistician 50 (1996) 361-365, doi:10.2307/2684934.
     *
     * @param ascending sorted values without {@code NaN}
     * @param q between 0 and 1
     */
    public static double type7(double[] ascending, double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("a quantile lies between 0 and 1: " + q);
        }
        if (ascending.length == 0) {
            return Double.NaN;
        }
        double place = q * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        double share = place - below;
        return ascending[below] == ascending[above]
                ? ascending[below]
                : ascending[below] * (1 - share) + ascending[above] * share;
    }

    /** Bowley's skewness (q₃ + q₁ − 2·median)/(q₃ − q₁), from −1 to 1; {@code NaN} where the quartiles are equal. */
    public static double bowley(double firstQuartile, double median, double thirdQuartile) {
        double range = thirdQuartile - firstQuartile;
        return range > 0 ? ((thirdQuartile - median) - (median - firstQuartile)) / range : Double.NaN;
    }
}
