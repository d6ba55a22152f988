package com.cdhdashboard.stats.clv;

import org.apache.commons.numbers.gamma.Trigamma;

/**
 * The trapezoidal rule in z = ln(p/(1−p)) for means over p ~ Beta(a, c).
 *
 * <p>The density of z, p^a (1−p)^c, and the functions below are smooth in a strip around the real axis, so the error of
 * the rule falls like exp(−π²/step), whatever the scale of p that matters: long horizons after short histories look at p
 * far below most of the density. Towards an end the density falls like a power, and what lies beyond the last node is the
 * sum of a geometric series.
 *
 * <p>Source: L. Trefethen, J. Weideman, SIAM Review 56 (2014) 385-458, doi:10.1137/130932132.
 */
final class BetaQuadrature {
    private static final double STEP = 0.3;
    /** Of the standard deviation of z, where that is small. */
    private static final double STEP_OF_DEVIATION = 0.5;

    private static final double NEGLIGIBLE = Math.log(1e-16);
    /** So near to an end a smooth function is constant and the density a power, but for the last digits. */
    private static final double AT_END = 1e-11;

    private final double[] nodes;
    private final double[] weights;
    /** What the weight of a node is multiplied by for the next one towards 0; 0 where nothing lies there. */
    private final double falling;

    private final double step;

    private BetaQuadrature(double a, double c) {
        step = Math.min(STEP, STEP_OF_DEVIATION * Math.sqrt(Trigamma.value(a) + Trigamma.value(c)));
        double centre = Math.log(a / c);
        double peak = logDensity(a, c, centre);
        int below = 0;
        // Functions may grow towards 0, but no faster than 1/p
        while (logDensity(a, c, centre - below * step) + below * step - peak > NEGLIGIBLE
                && probability(centre - below * step) * (1 + c) > AT_END) {
            below++;
        }
        int above = 0;
        while (logDensity(a, c, centre + above * step) - peak > NEGLIGIBLE
                && probability(-centre - above * step) * (1 + a) > AT_END) {
            above++;
        }
        nodes = new double[below + above + 1];
        weights = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            double z = centre + (i - below) * step;
            nodes[i] = probability(z);
            weights[i] = Math.exp(logDensity(a, c, z) - peak);
        }
        weights[nodes.length - 1] /= -Math.expm1(-c * step);
        falling = nodes[0] * (1 + c) <= AT_END ? Math.exp(-a * step) : 0;
        double total = weights[0] * falling / (1 - falling);
        for (double weight : weights) {
            total += weight;
        }
        for (int i = 0; i < nodes.length; i++) {
            weights[i] /= total;
        }
    }

    static BetaQuadrature of(double a, double c) {
        return new BetaQuadrature(a, c);
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** Of the log-odds z, but for a constant: −a ln(1 + e^−z) − c ln(1 + e^z). */
    private static double logDensity(double a, double c, double logOdds) {
        double small = Math.log1p(Math.exp(-Math.abs(logOdds)));
        return -a * (small + Math.max(0, -logOdds)) - c * (small + Math.max(0, logOdds));
    }

    /** The mean of (1 − (1 + p·share)^−shape)/p. */
    double meanOfStopped(double shape, double share) {
        double mean = 0;
        for (int i = 0; i < nodes.length; i++) {
            mean += weights[i] * stopped(shape, share, nodes[i]);
        }
        double node = nodes[0];
        double weight = weights[0] * falling;
        double closer = Math.exp(-step);
        while (weight > 0 && node * closer * share * (shape + 1) > AT_END) {
            node *= closer;
            mean += weight * stopped(shape, share, node);
            weight *= falling;
        }
        return mean + weight / (1 - falling) * shape * share;
    }

    private static double stopped(double shape, double share, double p) {
        return -Math.expm1(-shape * Math.log1p(p * share)) / p;
    }
}
