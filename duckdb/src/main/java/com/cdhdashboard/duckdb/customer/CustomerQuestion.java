package com.cdhdashboard.duckdb.customer;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.store.CubeDimensions;
import com.cdhdashboard.duckdb.store.FilterSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which rows of customers a question is about: the table, and the condition with its bound values; and what is asked of them. */
final class CustomerQuestion {
    static final String REPEAT_BUYERS = "frequency > 0";

    private final CustomerSchema schema;
    private final CubeSchema dimensions;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final Set<String> named;

    CustomerQuestion(CustomerSchema schema, List<String> groupBy, List<Filter> filters) {
        this.schema = schema;
        this.dimensions = new CubeSchema(schema.metric(), schema.dimensions(), List.of());
        groupBy.forEach(name -> CubeDimensions.require(dimensions, name));
        FilterSql filter = new FilterSql(dimensions, filters);
        if (!filters.isEmpty()) {
            conditions.add(filter.where().substring("WHERE ".length()));
            values.addAll(List.of(filter.values()));
        }
        this.named = Stream.concat(groupBy.stream(), filters.stream().map(Filter::dimension))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Asks for customers whose id contains the text, too, whatever the case and the accents of either. */
    CustomerQuestion search(String text) {
        if (!text.isEmpty()) {
            conditions.add("contains(" + plain(Sql.name(schema.customerId())) + ", " + plain("?") + ")");
            values.add(text);
        }
        return this;
    }

    /** As the search fields of pages compare: {@code Café} is found by cafe, {@code İzmir} by izmir, {@code Straße} by strasse. */
    private static String plain(String text) {
        return "replace(replace(strip_accents(lower(" + text + ")), 'ß', 'ss'), 'ı', 'i')";
    }

    CustomerQuestion also(String condition) {
        conditions.add(condition);
        return this;
    }

    Column dimension(String name) {
        return CubeDimensions.require(dimensions, name);
    }

    /** {@code FROM … WHERE …}: customers whole where nothing names a group, else by group. */
    String from() {
        boolean byGroup = schema.groups().stream().map(Column::name).anyMatch(named::contains);
        return byGroup || schema.rows() == schema.customers()
                ? fromGroups()
                : from(CustomerTableNames.whole(schema.metric()));
    }

    /** {@code FROM … WHERE …} of customers by group. */
    String fromGroups() {
        return from(CustomerTableNames.customers(schema.metric()));
    }

    private String from(String table) {
        return "FROM " + Sql.name(table) + (conditions.isEmpty() ? "" : "\nWHERE " + String.join(" AND ", conditions));
    }

    /** How many customers there are of each history, and how many with what value. */
    String historyValues() {
        return SqlTemplate.of("""
                SELECT
                    frequency,
                    recency,
                    tenure,
                    ${customers},
                    ${customers} ${valued},
                    coalesce(fsum(monetary_value) ${valued}, 0),
                    coalesce(fsum(monetary_value * monetary_value) ${valued}, 0)
                ${from}
                GROUP BY frequency, recency, tenure
                """)
                .with("customers", CustomerAggregates.customers(schema))
                .with("valued", "FILTER (monetary_value > 0)")
                .with("from", from())
                .sql();
    }

    Object[] values() {
        return values.toArray();
    }
}
