package com.cdhdashboard.core.cube;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of the groups of a roll-up: ascending by one dimension after the other, missing values last. */
enum GroupOrder implements Comparator<List<@Nullable Object>> {
    INSTANCE;

    @Override
    public int compare(List<@Nullable Object> left, List<@Nullable Object> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = values(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The order of rows whose first columns are the groups. */
    static Comparator<List<@Nullable Object>> first(int columns) {
        return (left, right) -> INSTANCE.compare(left.subList(0, columns), right.subList(0, columns));
    }

    /** The order of the values of one dimension. */
    // Values of one dimension have one type, and all types of cells compare with themselves.
    @SuppressWarnings("unchecked")
    static int values(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        return ((Comparable<Object>) left).compareTo(right);
    }
}
