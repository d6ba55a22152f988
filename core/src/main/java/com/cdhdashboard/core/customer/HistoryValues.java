package com.cdhdashboard.core.customer;

import static java.util.Objects.requireNonNull;

/**
 * Customers with the same history, and what they spent.
 *
 * @param valued those whose repeat purchases have a mean value above 0
 * @param sum of these mean values
 * @param squares sum of the squares of these mean values
 */
public record HistoryValues(PurchaseHistory history, long valued, double sum, double squares) {
    public HistoryValues {
        requireNonNull(history, "history");
    }
}
