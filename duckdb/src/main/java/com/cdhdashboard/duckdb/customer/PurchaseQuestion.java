package com.cdhdashboard.duckdb.customer;

import com.cdhdashboard.duckdb.SqlTemplate;

/**
 * Questions about the days on which customers made purchases, as queries.
 *
 * @param purchases the quoted name of the table of a metric's purchases
 */
record PurchaseQuestion(String purchases) {
    /** Histories up to a day that is bound, and in how many later days their customers made a purchase. */
    String heldOut() {
        return filled("""
                WITH customers AS (
                    SELECT
                        count(*) FILTER (day <= $1) - 1 AS frequency,
                        date_diff('day', min(day), max(day) FILTER (day <= $1)) AS recency,
                        date_diff('day', min(day), $1) AS tenure,
                        count(*) FILTER (day > $1) AS later
                    FROM ${purchases}
                    GROUP BY "customer:number"
                    HAVING min(day) <= $1
                )
                SELECT frequency, recency, tenure, count(*), CAST(sum(later) AS BIGINT)
                FROM customers
                GROUP BY ALL
                ORDER BY 1, 2, 3
                """);
    }

    /** Customers, days with a purchase, holdings and value between two days that are bound. */
    String totals() {
        return filled("""
                SELECT
                    count(DISTINCT "customer:number"),
                    count(*),
                    CAST(coalesce(sum(holdings), 0) AS BIGINT),
                    coalesce(fsum(value), 0)
                FROM ${purchases}
                WHERE day BETWEEN ? AND ?
                """);
    }

    /** Customers, holdings and value by day. */
    String days() {
        return filled("""
                SELECT day, count(*), CAST(sum(holdings) AS BIGINT), fsum(value)
                FROM ${purchases}
                GROUP BY day
                ORDER BY day
                """);
    }

    private String filled(String query) {
        return SqlTemplate.of(query).with("purchases", purchases).sql();
    }
}
