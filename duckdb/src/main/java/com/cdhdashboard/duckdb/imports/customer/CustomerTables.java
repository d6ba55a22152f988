package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerSegments;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.customer.CustomerTableNames;
import com.cdhdashboard.duckdb.store.Publication;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The customers of one metric, computed from all holdings in steps, each a temporary table:
 *
 * <ol>
 *   <li>{@code days}: one row for each customer, group and day with a purchase, values summed
 *   <li>{@code groups}: one row for each customer and group; {@code whole}: one row for each customer
 *   <li>{@code scores}: the quartiles and the segment of each customer, among all
 * </ol>
 *
 * <p>Values are summed as decimals, so that the sum does not depend on the order of the rows.
 */
final class CustomerTables {
    private final Session session;
    private final CustomerMetric metric;
    private final List<Column> groups;
    private final List<PurchaseDays> purchases;
    private final MetricConfig.ClvModel model;
    private final RfmSql rfm;

    private CustomerTables(Session session, CustomerMetric metric, List<Column> groups, List<PurchaseDays> purchases) {
        this.session = session;
        this.metric = metric;
        this.groups = List.copyOf(groups);
        this.purchases = List.copyOf(purchases);
        this.model = metric.config().model();
        this.rfm = new RfmSql(name("scores"));
    }

    /** Of the holdings in the buffer, and of what bundles have. */
    static CustomerTables of(Session session, PurchasePlan plan) {
        List<Column> groups =
                plan.groups().stream().map(PurchasePlan.Group::column).toList();
        List<PurchaseDays> purchases = new ArrayList<>(List.of(new BufferedPurchases(session, plan)));
        purchases.addAll(BundledPurchases.of(session, plan.metric().name(), groups));
        return new CustomerTables(session, plan.metric(), groups, purchases);
    }

    /** Of what bundles have alone; empty where they have none of the metric. */
    static Optional<CustomerTables> ofBundles(Session session, CustomerMetric metric, List<Column> groups) {
        return Optional.of(BundledPurchases.of(session, metric.name(), groups))
                .filter(purchases -> !purchases.isEmpty())
                .map(purchases -> new CustomerTables(session, metric, groups, purchases));
    }

    /** Computes the steps, while the repeated keys are known, and gives the tables to publish; none, with a note, where no holding counts. */
    List<Publication.Extra> compute(CustomerSchemaTables schemas, List<String> notes) {
        session.step("Compute the customers of " + metric.name());
        purchases.forEach(PurchaseDays::choose);
        Optional<LocalDate> end = observationEnd(notes);
        if (end.isEmpty()) {
            notes.add("metric " + metric.name() + ": no holding passes its filter, so there are no customers");
            return List.of();
        }
        collectDays(end.get());
        boolean sameRows = collectCustomers();
        rfm.score(session, sameRows ? name("groups") : name("whole"), CustomerSegments.of(model.segments()), end.get());
        long customers = session.number("SELECT count(*) FROM " + name("scores"));
        long rows = session.number("SELECT count(*) FROM " + name("groups"));
        if (customers == 0) {
            notes.add("metric " + metric.name() + ": no purchase lies within the " + model.lifespan()
                    + " years before the end of observation, " + end.get() + ", so there are no customers");
            return List.of();
        }
        schemas.add(metric, groups, new CustomerSchemaTables.Counts(customers, rows), end.get());
        return published(sameRows, end.get());
    }

    private Optional<LocalDate> observationEnd(List<String> notes) {
        Optional<LocalDate> last =
                purchases.stream().flatMap(source -> source.last().stream()).max(Comparator.naturalOrder());
        if (last.isEmpty() || model.observationEnd().isPresent()) {
            return last.flatMap(found -> model.observationEnd().map(LocalDate::parse));
        }
        if (last.get().isAfter(CustomerPublication.today())) {
            notes.add("metric " + metric.name() + ": the latest purchase is on " + last.get()
                    + ", a day still to come, and all customers are seen from there; set observation_end in the metric,"
                    + " or mend the date");
        }
        return last;
    }

    private void collectDays(LocalDate end) {
        String rows = purchases.stream()
                .map(source -> source.rows(end, model.lifespan()))
                .collect(Collectors.joining("\nUNION ALL\n"));
        session.run("CREATE OR REPLACE TEMP TABLE " + name("days") + " AS\n"
                + (purchases.size() == 1 ? rows : summed(rows)));
    }

    /** Of one day a customer may have purchases from several sources. */
    private String summed(String rows) {
        return SqlTemplate.of("""
                SELECT customer, ${groups}day, CAST(sum(holdings) AS BIGINT) AS holdings, sum(value) AS value
                FROM (
                    ${rows}
                )
                GROUP BY ALL
                """)
                .with("groups", groupNames())
                .with("rows", rows)
                .sql();
    }

    /** Whether every customer has one row. */
    private boolean collectCustomers() {
        session.run("CREATE OR REPLACE TEMP TABLE " + name("groups") + " AS " + customers(groupNames(), name("days")));
        boolean sameRows = session.number("SELECT count(*) - count(DISTINCT customer) FROM " + name("groups")) == 0;
        if (!sameRows) {
            session.run("CREATE OR REPLACE TEMP TABLE " + name("whole") + " AS " + customers("", wholeDays()));
        }
        return sameRows;
    }

    private String wholeDays() {
        return SqlTemplate.of("""
                (
                    SELECT customer, day, CAST(sum(holdings) AS BIGINT) AS holdings, sum(value) AS value
                    FROM ${days}
                    GROUP BY customer, day
                )""").with("days", name("days")).sql();
    }

    private static String customers(String groups, String days) {
        return SqlTemplate.of("""
                SELECT
                    customer,
                    ${groups}
                    min(day) AS first,
                    max(day) AS last,
                    CAST(sum(holdings) AS BIGINT) AS holdings,
                    count(*) - 1 AS frequency,
                    sum(value) AS total,
                    arg_min(value, day) AS beginning
                FROM ${days}
                GROUP BY ALL
                """).with("groups", groups).with("days", days).sql();
    }

    private List<Publication.Extra> published(boolean sameRows, LocalDate end) {
        String id = Sql.name(metric.config().columns().customerId());
        List<Publication.Extra> tables = new ArrayList<>();
        tables.add(new Publication.Extra(
                CustomerTableNames.customers(metric.name()), rfm.customers(name("groups"), id, groupNames(), end)));
        if (!sameRows) {
            tables.add(new Publication.Extra(
                    CustomerTableNames.whole(metric.name()), rfm.customers(name("whole"), id, "", end)));
            tables.add(new Publication.Extra(
                    CustomerTableNames.groupPurchases(metric.name()), purchasesOf(name("days"), groupNames())));
        }
        tables.add(new Publication.Extra(
                CustomerTableNames.purchases(metric.name()), purchasesOf(sameRows ? name("days") : wholeDays(), "")));
        return tables;
    }

    private String purchasesOf(String days, String groups) {
        return SqlTemplate.of("""
                SELECT number AS ${number}, ${groups}day, holdings, CAST(value AS DOUBLE) AS value
                FROM ${days}
                JOIN ${scores} USING (customer)
                """)
                .with("number", CustomerTableNames.NUMBER)
                .with("groups", groups)
                .with("days", days)
                .with("scores", name("scores"))
                .sql();
    }

    private String groupNames() {
        return groups.stream().map(group -> Sql.name(group.name()) + ", ").collect(Collectors.joining());
    }

    private String name(String step) {
        return Sql.name(step + ":" + metric.name());
    }

    void dropTemporaryTables() {
        purchases.forEach(PurchaseDays::dropTemporaryTables);
        for (String step : List.of("days", "groups", "whole", "scores")) {
            session.run("DROP TABLE IF EXISTS " + name(step));
        }
    }
}
