package com.cdhdashboard.stats.clv;

import java.util.List;

/**
 * Gamma-Gamma: the value of a purchase is Gamma(p, rate ν) with an own rate ν ~ Gamma(q, rate v), independent of how often
 * the customer buys.
 *
 * <p>For a customer of x repeat purchases of mean value m &gt; 0: ln L = lnΓ(px+q) − lnΓ(px) − lnΓ(q) + q ln v + (px−1) ln m
 * + px ln x − (px+q) ln(v + mx). Only v has a unit, that of the money.
 *
 * <p>Source: P. Fader, B. Hardie, K. Lee, Journal of Marketing Research 42 (2005) 415-430,
 * doi:10.1509/jmkr.2005.42.4.415.
 */
public record GammaGamma(double p, double q, double v) {
    public static final List<String> PARAMETER_NAMES = List.of("p", "q", "v");

    public GammaGamma {
        Parameters.requirePositive("p", p);
        Parameters.requirePositive("q", q);
        Parameters.requirePositive("v", v);
    }

    /** Whether a mean value exists: q &gt; 1. */
    public boolean hasMean() {
        return q > 1;
    }

    /** The mean value of a purchase over all customers, p v/(q−1); {@code NaN} where none exists. */
    public double populationMean() {
        return hasMean() ? p * v / (q - 1) : Double.NaN;
    }

    /**
     * The mean value to expect of the customer's purchases: p (v + mx)/(px + q − 1) for x &gt; 0 and m &gt; 0. For others it is
     * the population mean: the model knows positive values only, and refunds that outweigh purchases tell nothing of the
     * next one. {@code NaN} where no population mean exists, as the formula then draws customers to a meaningless value.
     *
     * @param meanValue m, the mean value of the repeat purchases; not read for x = 0
     */
    public double expectedMean(int repeats, double meanValue) {
        if (repeats == 0 || !(meanValue > 0 && hasMean())) {
            return populationMean();
        }
        return p * (v + meanValue * repeats) / (p * repeats + q - 1);
    }
}
