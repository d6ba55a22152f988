package com.cdhdashboard.core.cube;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An answer in memory: columns in order and rows of values, one value per column in the Java type of the column's
 * {@link ValueType}. A missing group value and a score that is not available are both {@code null}.
 */
public record Table(List<Column> columns, List<List<@Nullable Object>> rows) {
    public Table {
        columns = List.copyOf(columns);
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " values for " + columns.size() + " columns");
            }
        }
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }

    /** The place of the column of that name, or empty where there is none. */
    public OptionalInt indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
