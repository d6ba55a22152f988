package com.cdhdashboard.stats.clv.fit;

/**
 * A fitted parameter.
 *
 * <p>The interval is made on the logarithm, exp(ln θ ± 1.96 se(ln θ)), so that it never leaves the positive numbers; the
 * standard error is θ times that of the logarithm. Both come from the curvature of the log-likelihood at its maximum.
 *
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
 */
public record ParameterEstimate(String name, double value, double standardError, double low, double high) {
    private static final double Z_95 = 1.959963984540054;

    static ParameterEstimate of(String name, double value, double logStandardError) {
        double factor = Math.exp(Z_95 * logStandardError);
        return new ParameterEstimate(name, value, value * logStandardError, value / factor, value * factor);
    }
}
