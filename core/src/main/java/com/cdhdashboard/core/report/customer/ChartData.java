package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerRollUp;
import com.cdhdashboard.core.customer.CustomerRollUp.Grouping;
import com.cdhdashboard.core.customer.CustomerRollUp.Measure;
import com.cdhdashboard.core.customer.CustomerRollUp.Population;
import com.cdhdashboard.core.customer.CustomerSample;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.customer.HistoryValues;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.fit.CustomerModels;
import com.cdhdashboard.core.report.fit.FitState;
import com.cdhdashboard.core.report.fit.ModelFits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The customers of one metric under the filters of one request: what a chart asks for its numbers and colours. Colours are
 * asked for by one thread.
 */
final class ChartData {
    private final CustomerSchema schema;
    private final CustomerReader customers;
    private final List<Filter> filters;
    private final Fitting fitting;
    private final Map<String, List<@Nullable Object>> places = new HashMap<>();

    ChartData(CustomerSchema schema, CustomerReader customers, List<Filter> filters, Fitting fitting) {
        this.schema = schema;
        this.customers = customers;
        this.filters = List.copyOf(filters);
        this.fitting = fitting;
    }

    /** How what takes long is computed: whether its end is waited for. */
    record Fitting(ModelFits fits, boolean waits) {
        <T> FitState state(Object key, ModelFits.Computation<T> computation) {
            return waits ? fits.await(key, computation) : fits.state(key, computation);
        }
    }

    Fitting fitting() {
        return fitting;
    }

    CustomerModels models() {
        return new CustomerModels(customers, schema.metric());
    }

    List<Filter> filters() {
        return filters;
    }

    CustomerSchema schema() {
        return schema;
    }

    CustomerReader customers() {
        return customers;
    }

    String metric() {
        return schema.metric();
    }

    /** The same under one more condition. */
    ChartData with(Filter further) {
        List<Filter> all = new ArrayList<>(filters);
        all.add(further);
        return new ChartData(schema, customers, all, fitting);
    }

    /** The condition that the dimension has this value. */
    static Filter is(String dimension, @Nullable Object value) {
        return Filter.In.of(dimension, List.of(Values.text(value)));
    }

    List<HistoryValues> historyValues() {
        return customers.historyValues(schema.metric(), filters);
    }

    ScoredRows rollUp(List<Grouping> groupBy, List<Measure> measures, Population population) {
        return new ScoredRows(
                customers.rollUp(new CustomerRollUp(schema.metric(), groupBy, measures, filters, population)));
    }

    /** Totals and means of groups, see {@link CustomerReader#aggregates}. */
    ScoredRows aggregates(List<String> groupBy) {
        return new ScoredRows(customers.aggregates(schema.metric(), groupBy, filters));
    }

    /** The values of a dimension that the filters leave. */
    List<ValueCount> values(String dimension) {
        return customers.values(schema.metric(), dimension, filters);
    }

    ScoredRows sample(List<String> columns, Population population, CustomerSample.Draw draw) {
        return new ScoredRows(
                customers.sample(new CustomerSample(schema.metric(), columns, filters, population, draw)));
    }

    /** The style of a value by its place among all values of the dimension, whatever is filtered. */
    SeriesStyle style(String dimension, @Nullable Object value) {
        int place = places.computeIfAbsent(dimension, this::allValues).indexOf(value);
        return place < 0 ? SeriesStyle.OTHER : SeriesStyle.at(place);
    }

    private List<@Nullable Object> allValues(String dimension) {
        List<@Nullable Object> all = new ArrayList<>();
        customers.values(schema.metric(), dimension, List.of()).forEach(each -> all.add(each.value()));
        return all;
    }

    /** Why nobody is left. */
    String nobody() {
        return filters.isEmpty()
                ? "The data hold no customers of the metric \"" + schema.metric() + "\"."
                : "No customers match: " + Filter.inWords(filters) + ". Clear or widen a filter.";
    }

    /** Why no repeat buyer is left. */
    String nobodyTwice() {
        return "No customer" + (filters.isEmpty() ? "" : " that matches " + Filter.inWords(filters))
                + " has bought on more than one day, so there is no repeat purchase to value.";
    }

    Optional<String> filtered() {
        return filters.isEmpty() ? Optional.empty() : Optional.of(Filter.inWords(filters));
    }
}
