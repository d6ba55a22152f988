package com.cdhdashboard.duckdb.customer;

import com.cdhdashboard.duckdb.Sql;

/**
 * The tables of a published file of customers, and the columns that only the engine sees.
 *
 * <ul>
 *   <li>{@code customer_metrics}: one row a metric, see {@link CustomerSchemas}
 *   <li>{@code customer_groups}: the columns customers are grouped by
 *   <li>{@code customers:METRIC}: one row for each customer and group
 *   <li>{@code whole:METRIC}: one row for each customer, where that is not the same
 *   <li>{@code purchases:METRIC}: one row for each customer and day with a purchase
 *   <li>{@code group_purchases:METRIC}: one row for each customer, group and day, where {@code whole} is there
 * </ul>
 */
public final class CustomerTableNames {
    public static final String METRICS = "customer_metrics";
    public static final String GROUPS = "customer_groups";
    /** The number of the customer among all, by id; on all three tables. */
    public static final String NUMBER = Sql.name("customer:number");

    private CustomerTableNames() {}

    public static String customers(String metric) {
        return "customers:" + metric;
    }

    public static String whole(String metric) {
        return "whole:" + metric;
    }

    public static String purchases(String metric) {
        return "purchases:" + metric;
    }

    public static String groupPurchases(String metric) {
        return "group_purchases:" + metric;
    }
}
