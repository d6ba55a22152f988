package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.customer.CustomerTableNames;
import com.cdhdashboard.duckdb.store.Publication;
import java.time.LocalDate;
import java.util.List;

/** What is published about the customers of each metric beside the customers themselves. */
final class CustomerSchemaTables {
    private static final String METRICS = "next_customer_metrics";
    private static final String GROUPS = "next_customer_groups";

    private final Session session;

    CustomerSchemaTables(Session session) {
        this.session = session;
        session.run(
                "CREATE OR REPLACE TEMP TABLE " + METRICS + " (metric VARCHAR, customer_id VARCHAR, customers BIGINT,"
                        + " row_count BIGINT, observation_end DATE)",
                "CREATE OR REPLACE TEMP TABLE " + GROUPS
                        + " (metric VARCHAR, place INTEGER, name VARCHAR, type VARCHAR)");
    }

    /** How many customers there are, in how many rows. */
    record Counts(long customers, long rows) {}

    void add(CustomerMetric metric, List<Column> groups, Counts counts, LocalDate observationEnd) {
        session.update(
                "INSERT INTO " + METRICS + " VALUES (?, ?, ?, ?, ?)",
                metric.name(),
                metric.config().columns().customerId(),
                counts.customers(),
                counts.rows(),
                observationEnd);
        int place = 0;
        for (Column group : groups) {
            session.update(
                    "INSERT INTO " + GROUPS + " VALUES (?, ?, ?, ?)",
                    metric.name(),
                    place++,
                    group.name(),
                    group.type().name());
        }
    }

    List<Publication.Extra> published() {
        return List.of(
                new Publication.Extra(CustomerTableNames.METRICS, "SELECT * FROM " + METRICS),
                new Publication.Extra(CustomerTableNames.GROUPS, "SELECT * FROM " + GROUPS));
    }

    static void dropTemporaryTables(Session session) {
        session.run("DROP TABLE " + METRICS, "DROP TABLE " + GROUPS);
    }
}
