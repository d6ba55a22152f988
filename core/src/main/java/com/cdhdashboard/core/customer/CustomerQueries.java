package com.cdhdashboard.core.customer;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.UnknownValues;
import com.cdhdashboard.core.error.UserException;
import java.util.List;
import java.util.Optional;

/** Answers questions about the customers of one configuration, as the command line and the API ask them. */
public record CustomerQueries(List<CustomerMetric> metrics) {
    /** What is said where customers are asked for under a period. */
    public static final String BEYOND_PERIOD =
            "Customers are told by everything that they bought, so the period does not narrow them; all are shown.";

    /** What is said where they are asked for under a period that is compared with another. */
    public static final String BEYOND_COMPARISON =
            "Customers are told by everything that they bought, so the period does not narrow them and nothing is"
                    + " compared; all are shown.";

    public CustomerQueries {
        metrics = List.copyOf(metrics);
    }

    /** The metric of that name, if it is one over product holdings. */
    public Optional<CustomerMetric> metric(String name) {
        return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }

    /** What is asked of customers beside the metric: groups to aggregate by, or else which rows. */
    public record Question(List<String> groupBy, List<Filter> filters, Rows rows) {
        public Question {
            groupBy = List.copyOf(groupBy);
            filters = List.copyOf(filters);
        }
    }

    /** Which rows of customers, as texts of a user. */
    public record Rows(
            Optional<String> limit,
            Optional<String> offset,
            Optional<CustomerPage.Sort> sort,
            Optional<String> search) {
        /** Whether any choice is made. */
        public boolean isAsked() {
            return limit.isPresent() || offset.isPresent() || sort.isPresent() || search.isPresent();
        }
    }

    /** One row for each customer and group, or one for each group asked for. */
    public Table query(CustomerMetric metric, CustomerReader reader, Question question) {
        if (question.groupBy().isEmpty()) {
            return reader.page(page(metric, question));
        }
        if (question.rows().isAsked()) {
            throw new UserException("limit, offset, sort and search choose among customers; leave them out where the"
                    + " answer is one row a group");
        }
        return reader.aggregates(metric.name(), question.groupBy(), question.filters());
    }

    /** What has to be said of an answer under these filters. */
    public static List<String> notes(String metric, CustomerReader reader, List<Filter> filters) {
        Optional<CustomerSchema> schema = reader.schema(metric);
        return UnknownValues.of(
                filters,
                dimension -> schema.flatMap(found -> found.dimension(dimension))
                        .map(column -> reader.values(metric, column.name(), List.of())));
    }

    /** The rows the question asks for. */
    public CustomerPage page(CustomerMetric metric, Question question) {
        Rows rows = question.rows();
        int most = CustomerPage.Slice.MAX_LIMIT;
        long limit =
                rows.limit().map(text -> number("limit", text, most)).orElse((long) CustomerPage.Slice.DEFAULT_LIMIT);
        long offset = rows.offset()
                .map(text -> number("offset", text, Long.MAX_VALUE))
                .orElse(0L);
        return new CustomerPage(
                metric.name(),
                question.filters(),
                rows.search().orElse(""),
                rows.sort(),
                new CustomerPage.Slice(offset, (int) limit));
    }

    private static long number(String name, String text, long most) {
        if (text.matches("[0-9]{1,18}") && Long.parseLong(text) <= most) {
            return Long.parseLong(text);
        }
        throw new UserException(name + " is \"" + text + "\", but must be a whole number"
                + (most == Long.MAX_VALUE ? " from 0" : " from 0 to " + most));
    }
}
