package com.cdhdashboard.stats.clv;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * s ∫ (α+y)^−(r+x) (β+y)^−(s+1) dy over the times of stopping, from t_x to T, with means under its integrand.
 *
 * <p>In w = ln((m+y)/(m+t_x)), m being the smaller of α and β, the logarithm of the integrand is concave: it has one peak,
 * known in closed form, and falls from it on both sides. Each side is integrated by Gauss-Legendre as far as the integrand
 * is not negligible, so that neither powers of thousands nor α and β of different size are too much for the nodes.
 */
final class StoppingTimes {
    private static final int NODES = 48;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(NODES, 0, 1);

    /** How far the logarithm falls until the rest is negligible, and how exactly that place is looked for. */
    private static final double NEGLIGIBLE = 40;

    private static final double NEAR_IT = 44;

    private final boolean alphaIsNear;
    private final double near;
    private final double far;
    private final double nearPower;
    private final double farPower;
    private final double logNear;
    private final double logFar;
    private double sum;
    private double logOfNear;
    private double logOfFar;
    private double inverseNear;
    private double inverseFar;
    private final double logValue;

    StoppingTimes(ParetoNbd model, double shape, double lastRepeat, double observed) {
        alphaIsNear = model.alpha() <= model.beta();
        near = Math.min(model.alpha(), model.beta()) + lastRepeat;
        far = Math.max(model.alpha(), model.beta()) + lastRepeat;
        nearPower = alphaIsNear ? shape : model.s() + 1;
        farPower = alphaIsNear ? model.s() + 1 : shape;
        logNear = Math.log(near);
        logFar = Math.log(far);
        double length = Math.log1p((observed - lastRepeat) / near);
        double peak = peak(length);
        double highest = log(peak);
        addSide(peak, highest, length - peak);
        addSide(peak, highest, -peak);
        logValue = Math.log(model.s()) + (1 - nearPower) * logNear - farPower * logFar + highest + Math.log(sum);
    }

    /** The logarithm of the integrand in w, less that at w = 0. */
    private double log(double w) {
        return (1 - nearPower) * w - farPower * Math.log1p(near / far * Math.expm1(w));
    }

    private double slope(double w) {
        double grown = near * Math.exp(w);
        return 1 - nearPower - farPower * grown / (far - near + grown);
    }

    private double peak(double length) {
        if (slope(0) <= 0) {
            return 0;
        }
        double share = (1 - nearPower) / farPower;
        return share < 1 ? Math.min(length, Math.log((far - near) / near * share / (1 - share))) : length;
    }

    /** Adds the integral from the peak over a width, below 0 to the left. */
    private void addSide(double peak, double highest, double width) {
        double reach = width;
        double fallen = highest - log(peak + reach);
        // As the logarithm is concave, Newton's steps from beyond the place never pass it
        while (fallen > NEAR_IT) {
            reach += (fallen - NEGLIGIBLE) / slope(peak + reach);
            fallen = highest - log(peak + reach);
        }
        for (int i = 0; i < NODES && reach != 0; i++) {
            double w = peak + reach * RULE.getPoint(i);
            double growth = near * Math.expm1(w);
            double farAge = Math.log1p(growth / far);
            double logPart = (1 - nearPower) * w - farPower * farAge - highest;
            double part = Math.abs(reach) * RULE.getWeight(i) * Math.exp(logPart);
            sum += part;
            logOfNear += part * w;
            logOfFar += part * farAge;
            inverseNear += part / (near + growth);
            inverseFar += part / (far + growth);
        }
    }

    double logValue() {
        return logValue;
    }

    double meanLogAlpha() {
        return alphaIsNear ? logNear + mean(logOfNear) : logFar + mean(logOfFar);
    }

    double meanLogBeta() {
        return alphaIsNear ? logFar + mean(logOfFar) : logNear + mean(logOfNear);
    }

    double meanInverseAlpha() {
        return mean(alphaIsNear ? inverseNear : inverseFar);
    }

    double meanInverseBeta() {
        return mean(alphaIsNear ? inverseFar : inverseNear);
    }

    /** Nothing where there is no time to stop in. */
    private double mean(double total) {
        return sum > 0 ? total / sum : 0;
    }
}
