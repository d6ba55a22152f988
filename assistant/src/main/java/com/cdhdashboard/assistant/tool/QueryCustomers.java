package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.assistant.question.Addresses;
import com.cdhdashboard.assistant.question.Arguments;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.question.Filters;
import com.cdhdashboard.assistant.question.MetricQuestion;
import com.cdhdashboard.assistant.question.Parameters;
import com.cdhdashboard.assistant.question.RowsContent;
import com.cdhdashboard.assistant.question.Withheld;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerQueries;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Groups of customers: counts, sums and means, and never one customer. */
final class QueryCustomers implements Tool {
    static final String NAME = "query_customers";

    /** What is told of a group. */
    static final List<String> MEASURES = List.of(
            CustomerReader.CUSTOMERS,
            "repeat_customers",
            "unique_holdings",
            "lifetime_value",
            "mean_frequency",
            "mean_recency",
            "mean_tenure",
            "mean_days_since_last",
            "mean_rfm_score",
            "mean_lifetime_value",
            "mean_monetary_value");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Counts, sums and means of customers, all of them or by group, such as by rfm_segment. Single customers are"
                + " not told, and no group of fewer than " + SmallGroups.LEAST + ".";
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters()
                .optional(
                        MetricQuestion.METRIC,
                        Parameters.text("name of a metric over customers; may be left out where there is one"))
                .optional(MetricQuestion.GROUP_BY, Parameters.texts("dimensions to group by; one row for all without"))
                .optional(Filters.NAME, Filters.parameter())
                .optional(RowsContent.SORT, RowsContent.sort())
                .optional(RowsContent.LIMIT, RowsContent.limit())
                .json();
    }

    @Override
    public ToolAnswer answer(Snapshot now, ObjectNode json) {
        Arguments arguments = new Arguments(json);
        CustomerSchema schema =
                schema(now, arguments.text(MetricQuestion.METRIC).orElseGet(() -> theOnly(now)));
        List<Filter> filters = Filters.of(arguments);
        List<String> groupBy =
                arguments.texts(MetricQuestion.GROUP_BY).stream().distinct().toList();
        SmallGroups.Kept kept = groups(now, schema, groupBy, filters);
        ObjectNode content = Content.object().put(MetricQuestion.METRIC, schema.metric());
        content.put("observation_end", schema.observationEnd().toString());
        Table told = RowsContent.add(content, kept.table(), ScoreCatalogue.of(Family.CLV), arguments);
        return answer(now, content, told, filters, notes(now, schema, filters, kept));
    }

    /** Groups of customers that may be told. */
    static SmallGroups.Kept groups(Snapshot now, CustomerSchema schema, List<String> groupBy, List<Filter> filters) {
        Withheld.of(now)
                .check(
                        schema.metric(),
                        Stream.concat(groupBy.stream(), filters.stream().map(Filter::dimension)),
                        schema.dimensions());
        return SmallGroups.of(now.customers().aggregates(schema.metric(), groupBy, filters));
    }

    /** What has to be known of them. */
    static List<String> notes(Snapshot now, CustomerSchema schema, List<Filter> filters, SmallGroups.Kept kept) {
        List<String> notes = new ArrayList<>(CustomerQueries.notes(schema.metric(), now.customers(), filters));
        kept.note().ifPresent(notes::add);
        return Withheld.of(now).told(notes);
    }

    static ToolAnswer answer(Snapshot now, ObjectNode content, Table told, List<Filter> filters, List<String> notes) {
        String metric = content.path(MetricQuestion.METRIC).asText();
        return Answers.of(content, now, notes, Optional.of(told), Optional.of(Addresses.customers(metric, filters)));
    }

    private static String theOnly(Snapshot now) {
        List<String> names = names(now);
        if (names.size() == 1) {
            return names.get(0);
        }
        throw names.isEmpty()
                ? none()
                : new UserException("metric is missing; there are several over customers: " + String.join(", ", names));
    }

    private static UserException none() {
        return new UserException(
                UserException.Kind.NOT_FOUND,
                "there is no metric over customers, as the configuration reads no holdings");
    }

    private static List<String> names(Snapshot now) {
        return now.customerMetrics().stream().map(CustomerMetric::name).toList();
    }

    /** What is published of the customers of a metric. */
    static CustomerSchema schema(Snapshot now, String metric) {
        List<String> names = names(now);
        if (names.isEmpty()) {
            throw none();
        }
        if (!names.contains(metric)) {
            throw new UserException(
                    UserException.Kind.NOT_FOUND, DidYouMean.refusal("metric over customers", metric, names));
        }
        return now.customers()
                .schema(metric)
                .orElseThrow(() -> new UserException(
                        UserException.Kind.NOT_FOUND,
                        "metric \"" + metric + "\" has no customers yet; import product holdings"));
    }
}
