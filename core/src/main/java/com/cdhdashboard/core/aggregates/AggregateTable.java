package com.cdhdashboard.core.aggregates;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The aggregates of one metric, column by column. */
public record AggregateTable(String metric, List<Column> columns) {
    /**
     * A column.
     *
     * @param type of its values; absent where they are bytes
     * @param values each in the Java type of the value type, or {@code byte[]}
     */
    public record Column(String name, Optional<ValueType> type, List<@Nullable Object> values) {
        public Column {
            requireNonNull(name, "name");
            requireNonNull(type, "type");
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    public AggregateTable {
        requireNonNull(metric, "metric");
        columns = List.copyOf(columns);
        for (Column column : columns) {
            if (column.values().size() != columns.get(0).values().size()) {
                throw new UserException(
                        "the columns of " + metric + " are of several lengths: \"" + column.name() + "\" has "
                                + column.values().size() + " values, \""
                                + columns.get(0).name() + "\" "
                                + columns.get(0).values().size() + "; save the file again");
            }
        }
    }

    public int rows() {
        return columns.isEmpty() ? 0 : columns.get(0).values().size();
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
