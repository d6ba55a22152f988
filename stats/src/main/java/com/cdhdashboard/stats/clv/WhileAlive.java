package com.cdhdashboard.stats.clv;

/** The purchases to expect of customers who are known to be alive, all with one number of repeats. */
@FunctionalInterface
public interface WhileAlive {
    /**
     * The purchases to expect in (T, T + t].
     *
     * @param observed T
     * @param t at least 0
     */
    double purchases(double observed, double t);
}
