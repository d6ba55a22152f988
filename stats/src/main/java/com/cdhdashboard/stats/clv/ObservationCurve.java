package com.cdhdashboard.stats.clv;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of the time of observation T that depends on it through t/(α + T) alone, worked out for many T at once.
 *
 * <p>As a function of s = ln(α + T) it has no singularity closer to the real axis than π, so polynomials through
 * Chebyshev points converge like ρ^−n, ρ = y + √(1 + y²) with y = π over half the length of the interval. With enough
 * points for the last digit but a few, a thousand days cost as much as some thirty. Few T are worked out one by one.
 *
 * <p>Source: J.-P. Berrut, L. Trefethen, SIAM Review 46 (2004) 501-517, doi:10.1137/S0036144502417715 (barycentric
 * formula and convergence).
 */
final class ObservationCurve {
    /** The margin to the singularity, near which the function grows. */
    private static final double STRIP = 0.75 * Math.PI;

    private static final double DIGITS = Math.log(1e16);
    /** Of T to a point; with fewer the points would not pay. */
    private static final int WORTHWHILE = 8;

    private final double middle;
    private final double half;
    private final double[] points;
    private final double[] weights;
    private final double[] values;

    private ObservationCurve(double from, double to, int count, DoubleUnaryOperator ofLogarithm) {
        middle = (from + to) / 2;
        half = (to - from) / 2;
        points = new double[count];
        weights = new double[count];
        values = new double[count];
        for (int k = 0; k < count; k++) {
            double angle = Math.PI * (2 * k + 1) / (2.0 * count);
            points[k] = Math.cos(angle);
            weights[k] = (k % 2 == 0 ? 1 : -1) * Math.sin(angle);
            values[k] = ofLogarithm.applyAsDouble(middle + half * points[k]);
        }
    }

    /**
     * The values of the function at each of the times.
     *
     * @param alpha what is added to T, above 0
     * @param observed the times T, ascending and at least 0
     */
    static double[] values(double alpha, double[] observed, DoubleUnaryOperator function) {
        if (observed.length > 1) {
            double from = Math.log(alpha + observed[0]);
            double to = Math.log(alpha + observed[observed.length - 1]);
            int count = count((to - from) / 2);
            if (observed.length / WORTHWHILE >= count) {
                ObservationCurve curve = new ObservationCurve(
                        from, to, count, s -> function.applyAsDouble(Math.max(0, Math.exp(s) - alpha)));
                return Arrays.stream(observed)
                        .map(time -> curve.at(Math.log(alpha + time)))
                        .toArray();
            }
        }
        return Arrays.stream(observed).map(function).toArray();
    }

    private static int count(double half) {
        double y = STRIP / half;
        double perPoint = Math.log(y + Math.sqrt(1 + y * y));
        return 4 + (int) Math.min(1e6, Math.ceil(DIGITS / perPoint));
    }

    private double at(double logarithm) {
        double x = (logarithm - middle) / half;
        double above = 0;
        double below = 0;
        for (int k = 0; k < points.length; k++) {
            double distance = x - points[k];
            if (distance == 0) {
                return values[k];
            }
            double share = weights[k] / distance;
            above += share * values[k];
            below += share;
        }
        return above / below;
    }
}
