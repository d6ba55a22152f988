package com.cdhdashboard.core.customer;

import static java.util.Objects.requireNonNull;

/**
 * Customers with the same history up to a day, and what they bought after it.
 *
 * @param later purchase days of all of them together after that day
 */
public record HeldOutHistory(PurchaseHistory history, long later) {
    public HeldOutHistory {
        requireNonNull(history, "history");
    }
}
