package com.cdhdashboard.stats.clv;

import com.cdhdashboard.stats.clv.history.PurchaseHistory;

/**
 * A model of when customers buy and when they stop for good, with its parameters.
 *
 * <p>Times are in the unit the parameters were fitted in. Every method is defined for every {@link PurchaseHistory} and
 * neither overflows nor cancels for long histories.
 */
public interface PurchaseModel {
    /** The likelihood of histories of so many repeats; depends on the unit of time. */
    LevelLikelihood level(int repeats);

    /** The probability that the customer still buys at the end of observation. */
    double probabilityAlive(PurchaseHistory history);

    /**
     * The purchases to expect of customers of so many repeats who are alive, as a function of time. Given that a
     * customer is alive, the time of the last purchase says nothing more, so one such function serves many customers.
     */
    WhileAlive whileAlive(int repeats);

    /** The purchases to expect of a new customer in the time t after the first purchase, which does not count. */
    default double expectedPurchases(double t) {
        return expectedPurchases(PurchaseHistory.NEW, t);
    }

    /** The purchases to expect in (T, T + t] of a customer observed until T; 0 for t = 0. */
    default double expectedPurchases(PurchaseHistory history, double t) {
        return probabilityAlive(history) * whileAlive(history.repeats()).purchases(history.observed(), t);
    }
}
