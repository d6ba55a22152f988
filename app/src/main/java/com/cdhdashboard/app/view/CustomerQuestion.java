package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.customer.CustomerPage;
import com.cdhdashboard.core.customer.CustomerPage.Slice;
import com.cdhdashboard.core.customer.CustomerQueries;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.period.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the state of a page asks of the customers of a metric. */
public final class CustomerQuestion {
    /** The control that searches customers by their id. */
    public static final String SEARCH = "search";

    private CustomerQuestion() {}

    /** A column that does not exist sorts nothing. */
    public static CustomerPage of(CustomerReader customers, String metric, ViewState state, Slice slice) {
        Optional<CustomerPage.Sort> sort = state.table()
                .sort()
                .filter(name -> customers.schema(metric).stream()
                        .flatMap(schema -> schema.columns().stream())
                        .anyMatch(column -> column.name().equals(name)))
                .map(name -> new CustomerPage.Sort(name, state.table().descending()));
        String search = state.choices().getOrDefault(SEARCH, "").strip();
        return new CustomerPage(metric, taken(customers, metric, state), search, sort, slice);
    }

    private static List<Filter> taken(CustomerReader customers, String metric, ViewState state) {
        return customers
                .schema(metric)
                .map(schema -> Period.within(schema.dimensions(), state.filters()))
                .orElse(state.filters());
    }

    /** What has to be said of the answer. */
    public static List<String> notes(CustomerReader customers, String metric, ViewState state) {
        List<Filter> taken = taken(customers, metric, state);
        List<String> notes = new ArrayList<>(CustomerQueries.notes(metric, customers, taken));
        if (taken.size() < state.filters().size()) {
            notes.add(state.compared().isPresent() ? CustomerQueries.BEYOND_COMPARISON : CustomerQueries.BEYOND_PERIOD);
        }
        return notes;
    }
}
