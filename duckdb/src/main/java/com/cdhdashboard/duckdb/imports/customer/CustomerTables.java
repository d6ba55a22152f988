package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.customer.CustomerSegments;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.late.DuplicateKeys;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.store.CustomerTableNames;
import com.cdhdashboard.duckdb.store.Publication;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The customers of one metric, computed from all holdings in steps, each a temporary table:
 *
 * <ol>
 *   <li>{@code beaten}: rows of an order that another row stands for
 *   <li>{@code days}: one row for each customer, group and day with a purchase, values summed
 *   <li>{@code groups}: one row for each customer and group; {@code whole}: one row for each customer
 *   <li>{@code scores}: the quartiles and the segment of each customer, among all
 * </ol>
 *
 * <p>Values are summed as decimals, so that the sum does not depend on the order of the rows.
 */
final class CustomerTables {
    private final Session session;
    private final PurchasePlan plan;
    private final MetricConfig.ClvModel model;
    private final RfmSql rfm;

    CustomerTables(Session session, PurchasePlan plan) {
        this.session = session;
        this.plan = plan;
        this.model = plan.metric().config().model();
        this.rfm = new RfmSql(name("scores"));
    }

    /** Computes the steps, while the repeated keys are known, and gives the tables to publish; none, with a note, where no holding counts. */
    List<Publication.Extra> compute(CustomerSchemaTables schemas, List<String> notes) {
        session.step("Compute the customers of " + plan.metric().name());
        chooseHoldings();
        Optional<LocalDate> end = observationEnd(notes);
        if (end.isEmpty()) {
            notes.add("metric " + plan.metric().name() + ": no holding passes its filter, so there are no customers");
            return List.of();
        }
        collectDays(end.get());
        boolean sameRows = collectCustomers();
        rfm.score(session, sameRows ? name("groups") : name("whole"), CustomerSegments.of(model.segments()), end.get());
        long customers = session.number("SELECT count(*) FROM " + name("scores"));
        long rows = session.number("SELECT count(*) FROM " + name("groups"));
        if (customers == 0) {
            notes.add("metric " + plan.metric().name() + ": no purchase lies within the " + model.lifespan()
                    + " years before the end of observation, " + end.get() + ", so there are no customers");
            return List.of();
        }
        List<Column> groups =
                plan.groups().stream().map(PurchasePlan.Group::column).toList();
        schemas.add(plan.metric(), groups, new CustomerSchemaTables.Counts(customers, rows), end.get());
        return published(sameRows, end.get());
    }

    /** Of the rows of an order the latest stands for it, then the one of the greatest value, then by content. */
    private void chooseHoldings() {
        String order = List.of(plan.at(), plan.value(), plan.customer()).stream()
                .map(column -> column + " DESC NULLS LAST")
                .collect(Collectors.joining(", "));
        String content = plan.groups().stream()
                .map(group -> ", " + group.buffered() + " DESC NULLS LAST")
                .collect(Collectors.joining());
        String counted = plan.counted().map(column -> ", " + column + " DESC").orElse("");
        session.run(SqlTemplate.of("""
                CREATE OR REPLACE TEMP TABLE ${beaten} AS
                SELECT row_id
                FROM (
                    SELECT
                        rowid AS row_id,
                        row_number() OVER (PARTITION BY ${key} ORDER BY ${order}) AS place
                    FROM ${buffer}
                    WHERE ${key} IN (${severalTimes})
                )
                WHERE place > 1
                """)
                .with("beaten", name("beaten"))
                .with("key", plan.key())
                .with("order", order + content + counted)
                .with("buffer", LateArrivalBuffer.TABLE)
                .with("severalTimes", severalTimes())
                .sql());
    }

    /** The keys that come more than once; counting them takes long, and has been done for the first metric. */
    private String severalTimes() {
        return plan.key().equals(DuplicateKeys.KEY)
                ? "SELECT " + DuplicateKeys.KEY + " FROM " + DuplicateKeys.TABLE
                : SqlTemplate.of("SELECT ${key} FROM ${buffer} GROUP BY ${key} HAVING count(*) > 1")
                        .with("key", plan.key())
                        .with("buffer", LateArrivalBuffer.TABLE)
                        .sql();
    }

    /** The rows that count, and a condition beside. */
    private String counted(String condition) {
        boolean some = session.number("SELECT count(*) FROM " + name("beaten")) > 0;
        return SqlTemplate.of("""
                FROM ${buffer}
                WHERE ${condition}
                    ${passes}
                    ${notBeaten}""")
                .with("buffer", LateArrivalBuffer.TABLE)
                .with("condition", condition)
                .with("passes", plan.counted().map(column -> "AND " + column).orElse(""))
                .with("notBeaten", some ? "AND rowid NOT IN (SELECT row_id FROM " + name("beaten") + ")" : "")
                .sql();
    }

    private Optional<LocalDate> observationEnd(List<String> notes) {
        Optional<LocalDate> last = session.first(
                        "SELECT CAST(max(" + plan.at() + ") AS DATE)\n" + counted("true"),
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .flatMap(found -> found);
        if (last.isEmpty() || model.observationEnd().isPresent()) {
            return last.flatMap(found -> model.observationEnd().map(LocalDate::parse));
        }
        if (last.get().isAfter(CustomerPublication.today())) {
            notes.add("metric " + plan.metric().name() + ": the latest purchase is on " + last.get()
                    + ", a day still to come, and all customers are seen from there; set observation_end in the metric,"
                    + " or mend the date");
        }
        return last;
    }

    private void collectDays(LocalDate end) {
        String day = "CAST(" + plan.at() + " AS DATE)";
        String period = SqlTemplate.of("${day} <= ${end} AND ${day} > CAST(${end} - INTERVAL ${years} YEAR AS DATE)")
                .with("day", day)
                .with("end", RfmSql.date(end))
                .with("years", model.lifespan())
                .sql();
        session.run(SqlTemplate.of("""
                CREATE OR REPLACE TEMP TABLE ${days} AS
                SELECT
                    ${customer} AS customer,
                    ${groups}
                    ${day} AS day,
                    count(*) AS holdings,
                    sum(CAST(${value} AS DECIMAL(38, 10))) AS value
                ${counted}
                GROUP BY ALL
                """)
                .with("days", name("days"))
                .with("customer", plan.customer())
                .with("groups", groupAliases())
                .with("day", day)
                .with("value", plan.value())
                .with("counted", counted(period))
                .sql());
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
        String metric = plan.metric().name();
        String id = Sql.name(plan.metric().config().columns().customerId());
        List<Publication.Extra> tables = new ArrayList<>();
        tables.add(new Publication.Extra(
                CustomerTableNames.customers(metric), rfm.customers(name("groups"), id, groupNames(), end)));
        if (!sameRows) {
            tables.add(
                    new Publication.Extra(CustomerTableNames.whole(metric), rfm.customers(name("whole"), id, "", end)));
        }
        tables.add(new Publication.Extra(
                CustomerTableNames.purchases(metric),
                SqlTemplate.of("""
                        SELECT number AS ${number}, day, holdings, CAST(value AS DOUBLE) AS value
                        FROM ${days}
                        JOIN ${scores} USING (customer)
                        """)
                        .with("number", CustomerTableNames.NUMBER)
                        .with("days", sameRows ? name("days") : wholeDays())
                        .with("scores", name("scores"))
                        .sql()));
        return tables;
    }

    private String groupAliases() {
        return plan.groups().stream()
                .map(group ->
                        group.buffered() + " AS " + Sql.name(group.column().name()) + ", ")
                .collect(Collectors.joining());
    }

    private String groupNames() {
        return plan.groups().stream()
                .map(group -> Sql.name(group.column().name()) + ", ")
                .collect(Collectors.joining());
    }

    private String name(String step) {
        return Sql.name(step + ":" + plan.metric().name());
    }

    void dropTemporaryTables() {
        for (String step : List.of("beaten", "days", "groups", "whole", "scores")) {
            session.run("DROP TABLE IF EXISTS " + name(step));
        }
    }
}
