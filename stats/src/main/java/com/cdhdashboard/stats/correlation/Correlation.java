package com.cdhdashboard.stats.correlation;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/**
 * A correlation of n pairs: the coefficient, from −1 to 1, and the two-sided p-value of no correlation.
 *
 * <p>Pearson's r measures a straight line, Spearman's ρ is Pearson's of the ranks (ties share their mean rank), Kendall's
 * τ_b counts the pairs of pairs that are in the same order less those in the opposite, corrected for ties. The p-values
 * of r and ρ are those of t = r √((n−2)/(1−r²)) with n − 2 degrees of freedom, exact for r of normal data and close for ρ
 * from some ten pairs on; that of τ is normal with variance 2(2n+5)/(9n(n−1)), which neglects ties. Sources: Kendall and
 * Gibbons, Rank Correlation Methods, 5th ed., chapters 3-5.
 *
 * @param coefficient NaN for fewer than two pairs and where a column has one value only
 * @param pValue NaN where the coefficient is, and for fewer than three pairs
 */
public record Correlation(double coefficient, long pairs, double pValue) {
    /** The coefficients there are. */
    public enum Method {
        PEARSON,
        SPEARMAN,
        KENDALL
    }

    /** The correlation of columns of equal length, without missing values. */
    public static Correlation of(Method method, double[] x, double[] y) {
        int n = x.length;
        if (n < 2 || isConstant(x) || isConstant(y)) {
            return new Correlation(Double.NaN, n, Double.NaN);
        }
        double raw = switch (method) {
            case PEARSON -> new PearsonsCorrelation().correlation(x, y);
            case SPEARMAN -> new SpearmansCorrelation().correlation(x, y);
            case KENDALL -> new KendallsCorrelation().correlation(x, y);
        };
        double coefficient = Math.max(-1, Math.min(1, raw));
        double p = n < 3 ? Double.NaN : method == Method.KENDALL ? normal(coefficient, n) : student(coefficient, n);
        return new Correlation(coefficient, n, p);
    }

    private static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    private static double student(double r, int n) {
        if (Math.abs(r) == 1) {
            return 0;
        }
        double t = Math.abs(r) * Math.sqrt((n - 2) / (1 - r * r));
        return 2 * new TDistribution(n - 2).cumulativeProbability(-t);
    }

    private static double normal(double tau, int n) {
        double deviation = Math.sqrt(2 * (2.0 * n + 5) / (9.0 * n * (n - 1.0)));
        return 2 * new NormalDistribution().cumulativeProbability(-Math.abs(tau) / deviation);
    }
}
