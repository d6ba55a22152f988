package com.cdhdashboard.stats.clv.history;

/**
 * What the purchase models know of a customer.
 *
 * @param repeats x, the purchases after the first one; purchases within one unit of time are one
 * @param lastRepeat t_x, the time from the first to the last purchase; 0 exactly where there is no repeat
 * @param observed T, the time from the first purchase to the end of observation; at least {@code lastRepeat}
 */
public record PurchaseHistory(int repeats, double lastRepeat, double observed) {
    /** A customer at the moment of the first purchase. */
    public static final PurchaseHistory NEW = new PurchaseHistory(0, 0, 0);

    public PurchaseHistory {
        boolean ordered = lastRepeat >= 0 && lastRepeat <= observed && observed < Double.POSITIVE_INFINITY;
        if (!(repeats >= 0 && ordered && (repeats == 0) == (lastRepeat == 0))) {
            throw new IllegalArgumentException("not a purchase history: " + repeats + " repeats, the last at "
                    + lastRepeat + ", observed for " + observed
                    + "; the last lies between 0 and the end, and is 0 exactly where there is no repeat");
        }
        // -0.0 would be another history than 0.0
        lastRepeat += 0.0;
        observed += 0.0;
    }
}
