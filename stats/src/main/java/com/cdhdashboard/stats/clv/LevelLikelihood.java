package com.cdhdashboard.stats.clv;

/** The log-likelihood of customers with one number of repeats; what depends on that number alone is worked out once. */
public interface LevelLikelihood {
    /**
     * The log-likelihood of one customer.
     *
     * @param weight how many customers there are
     * @param gradient receives the derivatives by the parameters, times the weight, on top of what it holds
     */
    double add(double lastRepeat, double observed, double weight, double[] gradient);
}
