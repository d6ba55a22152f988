package com.cdhdashboard.core.customer;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Filter;
import java.util.List;
import java.util.Optional;

/**
 * A question for some rows of the customers of a metric.
 *
 * @param search text that the customer id contains, in any case; empty for all
 * @param sort absent: by customer id
 */
public record CustomerPage(String metric, List<Filter> filters, String search, Optional<Sort> sort, Slice slice) {
    /** A column to sort by, and which way; missing values come last. */
    public record Sort(String column, boolean descending) {
        public Sort {
            requireNonNull(column, "column");
        }
    }

    /** How many rows, after how many. */
    public record Slice(long offset, int limit) {
        /** As many rows as are given where no limit is asked for, and as many as one page may have. */
        public static final int DEFAULT_LIMIT = 100;

        public static final int MAX_LIMIT = 10_000;

        public Slice {
            if (!(offset >= 0 && limit >= 0 && limit <= MAX_LIMIT)) {
                throw new IllegalArgumentException("not a slice: " + limit + " after " + offset);
            }
        }
    }

    public CustomerPage {
        requireNonNull(metric, "metric");
        filters = List.copyOf(filters);
        requireNonNull(search, "search");
        requireNonNull(sort, "sort");
        requireNonNull(slice, "slice");
    }

    /** The first rows of a metric by customer id. */
    public static CustomerPage first(String metric, Slice slice) {
        return new CustomerPage(metric, List.of(), "", Optional.empty(), slice);
    }
}
