package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.store.BundleLedger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The purchases that a bundle has. */
final class BundledPurchases implements PurchaseDays {
    private final Session session;
    private final List<Column> groups;
    private final String purchases;

    private BundledPurchases(Session session, List<Column> groups, String purchases) {
        this.session = session;
        this.groups = groups;
        this.purchases = purchases;
    }

    /** Those of a metric, of each bundle that has any: a customer may have purchases of one day in several. */
    static List<PurchaseDays> of(Session session, String metric, List<Column> groups) {
        return new BundleLedger(session)
                .withPurchases(metric).stream()
                        .map(bundle ->
                                new BundledPurchases(session, groups, Sql.name(BundleLedger.purchases(bundle, metric))))
                        .<PurchaseDays>map(purchases -> purchases)
                        .toList();
    }

    @Override
    public Optional<LocalDate> last() {
        return session.first(
                        "SELECT max(\"day:\") FROM " + purchases,
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .flatMap(found -> found);
    }

    @Override
    public String rows(LocalDate end, int years) {
        return SqlTemplate.of("""
                SELECT
                    "customer:" AS customer,
                    ${groups}
                    "day:" AS day,
                    "holdings:" AS holdings,
                    CAST("value:" AS DECIMAL(38, 10)) AS value
                FROM ${purchases}
                WHERE ${period}
                """)
                .with(
                        "groups",
                        groups.stream()
                                .map(group -> Sql.name(group.name()) + ", ")
                                .collect(Collectors.joining()))
                .with("purchases", purchases)
                .with("period", PurchaseDays.within("\"day:\"", end, years))
                .sql();
    }
}
