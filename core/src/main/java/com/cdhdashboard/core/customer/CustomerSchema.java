package com.cdhdashboard.core.customer;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is published of the customers of a metric.
 *
 * @param customerId name of the column that identifies a customer
 * @param groups the columns customers are grouped by
 * @param customers distinct ones; there are more rows where a customer is in several groups
 * @param observationEnd the day up to which customers were observed
 */
public record CustomerSchema(
        String metric, String customerId, List<Column> groups, long customers, long rows, LocalDate observationEnd) {
    public CustomerSchema {
        requireNonNull(metric, "metric");
        requireNonNull(customerId, "customerId");
        groups = List.copyOf(groups);
        requireNonNull(observationEnd, "observationEnd");
    }

    /** What customers can be grouped and filtered by: the groups and the segment. */
    public List<Column> dimensions() {
        List<Column> dimensions = new ArrayList<>(groups);
        dimensions.add(CustomerColumn.RFM_SEGMENT.describe());
        return dimensions;
    }

    public Optional<Column> dimension(String name) {
        return dimensions().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    /** The columns of a row: the customer, the groups, and all of {@link CustomerColumn}. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.dimension(customerId, ValueType.TEXT));
        columns.addAll(groups);
        Arrays.stream(CustomerColumn.values()).map(CustomerColumn::describe).forEach(columns::add);
        return columns;
    }
}
