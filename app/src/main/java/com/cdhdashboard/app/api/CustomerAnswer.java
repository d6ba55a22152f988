package com.cdhdashboard.app.api;

import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerPage;
import com.cdhdashboard.core.customer.CustomerQueries;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.error.UserException;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers questions about a metric over product holdings. */
record CustomerAnswer(CustomerQueries queries, CustomerReader reader) {
    private static final List<String> CHOICES = List.of("limit", "offset", "search");

    static Map<String, @Nullable Object> describe(CustomerMetric metric, CustomerReader reader) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", metric.name());
        object.put("family", Family.CLV.prefix());
        object.put("dimensions", metric.grain());
        object.put(
                "scores",
                Arrays.stream(CustomerColumn.values())
                        .map(CustomerColumn::column)
                        .toList());
        object.put("has_data", reader.schema(metric.name()).isPresent());
        return object;
    }

    void send(Context context, CustomerMetric metric) {
        ViewState state = ViewState.parse(context.queryParamMap());
        state.choices().keySet().stream()
                .filter(name -> !CHOICES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UserException("\"" + name + "\" is not a parameter of a metric over product holdings;"
                            + " there are group_by, limit, offset, sort, search, format and filter.DIMENSION");
                });
        checkNoPeriod(state);
        CustomerQueries.Rows rows = new CustomerQueries.Rows(
                choice(state, "limit"),
                choice(state, "offset"),
                state.table()
                        .sort()
                        .map(column ->
                                new CustomerPage.Sort(column, state.table().descending())),
                choice(state, "search"));
        CustomerQueries.Question question = new CustomerQueries.Question(
                ApiHandler.names("group_by", context.queryParams("group_by")), state.filters(), rows);
        Table table = queries.query(metric, reader, question);
        if (question.groupBy().isEmpty()) {
            context.header(Respond.TOTAL, Long.toString(reader.count(queries.page(metric, question))));
        }
        ApiHandler.send(context, metric.name(), table, CustomerQueries.notes(metric.name(), reader, state.filters()));
    }

    /** A period would change nothing, unseen. */
    private static void checkNoPeriod(ViewState state) {
        String reason = "customers are told by everything that they bought, so that no period narrows them; leave out ";
        if (state.comparedWith().isPresent()) {
            throw new UserException(reason + ViewState.PERIOD + " and " + ViewState.COMPARE);
        }
        if (state.preset().isPresent()) {
            throw new UserException(reason + ViewState.PERIOD);
        }
    }

    private static Optional<String> choice(ViewState state, String name) {
        return Optional.ofNullable(state.choices().get(name)).filter(text -> !text.isEmpty());
    }
}
