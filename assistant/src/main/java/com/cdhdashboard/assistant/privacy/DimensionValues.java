package com.cdhdashboard.assistant.privacy;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.metric.ConversionMetric;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The dimensions of a configuration and the values that its data hold of them. */
final class DimensionValues {
    private DimensionValues() {}

    /** Each dimension once, in the order of metrics. */
    static Set<String> names(Snapshot now) {
        Set<String> names = new LinkedHashSet<>();
        now.metrics().forEach(metric -> names.addAll(metric.grain()));
        now.customerMetrics().forEach(metric -> names.addAll(metric.grain()));
        return names;
    }

    /** Columns that tell customers apart, which are told to nobody. */
    static Set<String> ofCustomers(Snapshot now) {
        Set<String> columns = new LinkedHashSet<>(List.of(ConversionMetric.SUBJECT_COLUMN, "CustomerID"));
        for (CustomerMetric metric : now.customerMetrics()) {
            MetricConfig.ClvColumns named = metric.config().columns();
            columns.addAll(List.of(named.customerId(), named.orderId()));
        }
        return columns;
    }

    /** All values as texts, ascending as texts are; the missing one is no value. */
    static List<String> of(String dimension, Snapshot now) {
        Set<String> values = new TreeSet<>();
        for (Metric metric : now.metrics()) {
            if (metric.grain().contains(dimension)
                    && now.cubes().schema(metric.name()).isPresent()) {
                add(now.cubes().values(metric.name(), dimension, List.of()), values);
            }
        }
        for (CustomerMetric metric : now.customerMetrics()) {
            if (metric.grain().contains(dimension)
                    && now.customers().schema(metric.name()).isPresent()) {
                add(now.customers().values(metric.name(), dimension, List.of()), values);
            }
        }
        return new ArrayList<>(values);
    }

    private static void add(List<ValueCount> counted, Set<String> values) {
        counted.stream()
                .map(each -> Values.text(each.value()))
                .flatMap(Optional::stream)
                .filter(text -> !text.isEmpty())
                .forEach(values::add);
    }
}
