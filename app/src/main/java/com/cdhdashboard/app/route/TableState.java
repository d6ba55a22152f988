package com.cdhdashboard.app.route;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How the data table of a page is looked at.
 *
 * @param sort the column the rows are ordered by; absent: the order of the report
 * @param page counts from 1
 */
public record TableState(Optional<String> sort, boolean descending, int page) {
    /** The first page in the report's own order. */
    public static final TableState FIRST = new TableState(Optional.empty(), false, 1);

    public TableState {
        requireNonNull(sort, "sort");
        if (!(page >= 1)) {
            throw new IllegalArgumentException("pages count from 1: " + page);
        }
    }

    /** The state a click on a column head leads to: ascending, descending, the report's own order. */
    public TableState sortedBy(String column, boolean highFirst) {
        if (!sort.equals(Optional.of(column))) {
            return new TableState(Optional.of(column), highFirst, 1);
        }
        return descending == highFirst ? new TableState(sort, !highFirst, 1) : FIRST;
    }

    public TableState withPage(int other) {
        return new TableState(sort, descending, other);
    }
}
