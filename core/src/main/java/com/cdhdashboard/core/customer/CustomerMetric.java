package com.cdhdashboard.core.customer;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.MetricConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A configured metric over product holdings: one row for each customer, or for each customer and group. */
public record CustomerMetric(MetricConfig.Clv config) {
    public CustomerMetric {
        requireNonNull(config, "config");
    }

    /** The metrics over product holdings, in file order; none where the configuration reads no holdings. */
    public static List<CustomerMetric> of(Configuration configuration) {
        if (configuration.holdings().isEmpty()) {
            return List.of();
        }
        return configuration.metrics().stream()
                .flatMap(metric -> metric instanceof MetricConfig.Clv clv
                        ? Optional.of(new CustomerMetric(clv)).stream()
                        : Optional.<CustomerMetric>empty().stream())
                .toList();
    }

    public String name() {
        return config.name();
    }

    /** The columns customers are grouped by: {@code group_by}, each once. */
    public List<String> grain() {
        return config.common().groupBy().stream().distinct().toList();
    }

    /** Every column of the prepared holdings the metric reads beside its grain and its filter; the order id may be absent. */
    public List<String> neededColumns() {
        MetricConfig.ClvColumns columns = config.columns();
        Set<String> needed = new LinkedHashSet<>(List.of(columns.customerId(), columns.purchaseDate()));
        needed.addAll(amounts());
        return new ArrayList<>(needed);
    }

    /** The columns that the value of a holding is made from. */
    public List<String> amounts() {
        MetricConfig.ClvColumns columns = config.columns();
        return config.model().contractual()
                ? List.of(columns.monetaryValue(), columns.recurringCost(), columns.recurringPeriod())
                : List.of(columns.monetaryValue());
    }
}
