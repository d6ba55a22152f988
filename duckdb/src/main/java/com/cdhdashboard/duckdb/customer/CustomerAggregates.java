package com.cdhdashboard.duckdb.customer;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerSchema;
import java.util.List;

/** The aggregates of customers, in order: each a column and how it is computed over rows. */
record CustomerAggregates(Column column, String sql) {
    /** The number of customers over rows, of which a customer may have several. */
    static String customers(CustomerSchema schema) {
        return schema.rows() == schema.customers() ? "count(*)" : "count(DISTINCT " + CustomerTableNames.NUMBER + ")";
    }

    static List<CustomerAggregates> of(CustomerSchema schema) {
        String customers = customers(schema);
        return List.of(
                count(CustomerReader.CUSTOMERS, customers),
                count("repeat_customers", customers + " FILTER (" + CustomerQuestion.REPEAT_BUYERS + ")"),
                count("unique_holdings", "CAST(coalesce(sum(unique_holdings), 0) AS BIGINT)"),
                number("lifetime_value", "coalesce(fsum(lifetime_value), 0)"),
                number("mean_lifetime_value", "fsum(lifetime_value) / nullif(" + customers + ", 0)"),
                number("mean_monetary_value", "favg(monetary_value) FILTER (" + CustomerQuestion.REPEAT_BUYERS + ")"),
                mean("frequency"),
                mean("recency"),
                mean("tenure"),
                mean("days_since_last"),
                mean("rfm_score"));
    }

    private static CustomerAggregates count(String name, String sql) {
        return new CustomerAggregates(Column.measure(name, ValueType.INTEGER), sql);
    }

    private static CustomerAggregates number(String name, String sql) {
        return new CustomerAggregates(Column.measure(name, ValueType.NUMBER), sql);
    }

    private static CustomerAggregates mean(String column) {
        return number("mean_" + column, "favg(" + column + ")");
    }
}
