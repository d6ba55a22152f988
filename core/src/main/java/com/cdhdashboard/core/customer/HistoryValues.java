package com.cdhdashboard.core.customer;

import static java.util.Objects.requireNonNull;

/**
 * Customers with the same history, and what they spent.
 *
 * @param sum of the mean values of their repeat purchases
 * @param squares sum of the squares of these mean values
 */
public record HistoryValues(PurchaseHistory history, double sum, double squares) {
    public HistoryValues {
        requireNonNull(history, "history");
    }
}
