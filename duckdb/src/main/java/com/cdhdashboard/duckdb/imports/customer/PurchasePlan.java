package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.customer.CustomerMetric;
import java.util.List;
import java.util.Optional;

/**
 * How one metric finds purchases in the buffer; the names are of its columns, quoted.
 *
 * @param at time of the purchase
 * @param key 128 bits of the order id; null for a holding without one
 * @param value in the currency of the files
 * @param groups the columns customers are grouped by, under the names they have in the buffer
 * @param counted a column that tells whether the row passes the metric's filter; absent where there is none
 */
record PurchasePlan(
        CustomerMetric metric,
        String customer,
        String at,
        String key,
        String value,
        List<Group> groups,
        Optional<String> counted) {
    /** A column customers are grouped by. */
    record Group(Column column, String buffered) {}

    PurchasePlan {
        groups = List.copyOf(groups);
    }
}
