package com.cdhdashboard.stats.hypothesis;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * A statistic that follows the chi-square distribution where there is no difference, with its upper-tail p-value.
 *
 * @param value {@code NaN} where there is nothing to test
 */
public record ChiSquareStatistic(double value, int degreesOfFreedom) {
    private static final double LN_10 = Math.log(10);
    /** Below this the p-value comes near the subnormal numbers and its logarithm is computed on its own. */
    private static final double SMALLEST_EXACT_P = 1e-290;

    private static final int MOST_TERMS = 10_000;

    public ChiSquareStatistic {
        if (!(Double.isNaN(value) || (value >= 0 && degreesOfFreedom > 0))) {
            throw new IllegalArgumentException(
                    "not a chi-square statistic: " + value + " with " + degreesOfFreedom + " degrees of freedom");
        }
    }

    static ChiSquareStatistic undefined(int degreesOfFreedom) {
        return new ChiSquareStatistic(Double.NaN, degreesOfFreedom);
    }

    /** Q(dof/2, value/2), the upper tail itself and never 1 minus the lower; 0 below the smallest double. */
    public double pValue() {
        return Double.isNaN(value) ? Double.NaN : RegularizedGamma.Q.value(degreesOfFreedom / 2.0, value / 2);
    }

    /** The decimal logarithm of the p-value, finite also where {@link #pValue} is 0. */
    public double log10PValue() {
        double p = pValue();
        return p < SMALLEST_EXACT_P ? logUpperTail(degreesOfFreedom / 2.0, value / 2) / LN_10 : Math.log10(p);
    }

    /**
     * ln Q(a, x) for x well above a, from the continued fraction of the incomplete gamma function (DLMF 8.9.2) by the
     * modified Lentz method.
     */
    private static double logUpperTail(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / Double.MIN_NORMAL;
        double d = 1 / b;
        double fraction = d;
        for (int i = 1; i <= MOST_TERMS; i++) {
            double numerator = -i * (i - a);
            b += 2;
            d = 1 / (numerator * d + b);
            c = b + numerator / c;
            double factor = c * d;
            fraction *= factor;
            if (Math.abs(factor - 1) <= Math.ulp(1.0)) {
                break;
            }
        }
        return a * Math.log(x) - x - LogGamma.value(a) + Math.log(fraction);
    }
}
