package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTypes;
import com.cdhdashboard.duckdb.store.BundleLedger;
import com.cdhdashboard.duckdb.store.Publication;
import com.cdhdashboard.duckdb.store.StagingDatabase;
import java.util.ArrayList;
import java.util.List;

/** Customers of a store that holds bundles and no holdings. */
public final class CustomersOfBundles {
    private CustomersOfBundles() {}

    /** Begins a version of them; to be called in the transaction of the import. */
    public static void prepare(StagingDatabase database, List<CustomerMetric> metrics) {
        Session session = database.session();
        CustomerSchemaTables schemas = new CustomerSchemaTables(session);
        List<Publication.Extra> tables = new ArrayList<>(schemas.published());
        List<String> notes = new ArrayList<>();
        for (CustomerMetric metric : metrics) {
            CustomerTables.ofBundles(session, metric, groups(session, metric.name()))
                    .ifPresent(customers -> tables.addAll(customers.compute(schemas, notes)));
        }
        Publication publication = new Publication(database);
        publication.prepare(tables, notes);
        publication.define(List.of());
    }

    /** As the first bundle has them. */
    private static List<Column> groups(Session session, String metric) {
        return new BundleLedger(session)
                .withPurchases(metric).stream()
                        .limit(1)
                        .flatMap(bundle -> session
                                .list(
                                        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ?"
                                                + " AND NOT ends_with(column_name, ':') ORDER BY column_index",
                                        row -> Column.dimension(row.getString(1), SqlTypes.of(row.getString(2))),
                                        BundleLedger.purchases(bundle, metric))
                                .stream())
                        .toList();
    }
}
