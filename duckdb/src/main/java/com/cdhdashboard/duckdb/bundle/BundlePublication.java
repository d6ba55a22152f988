package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.config.change.DefinitionText;
import com.cdhdashboard.duckdb.imports.customer.CustomersOfBundles;
import com.cdhdashboard.duckdb.store.Publication;
import com.cdhdashboard.duckdb.store.PublishedTables;
import java.util.List;

/** Publishes what bundles hold. Where rows were imported, too, their importer publishes both. */
final class BundlePublication {
    private BundlePublication() {}

    /** Begins the next version, in the transaction that a bundle is taken in. */
    static void begin(BundleStore store, Expected expected) {
        if (store.holdsRows()) {
            store.session().run("UPDATE store SET version = version + 1");
            return;
        }
        Publication publication = new Publication(store.database());
        store.database().define(DefinitionText.write(expected.definitions(store.isOfCustomers())));
        if (store.isOfCustomers()) {
            CustomersOfBundles.prepare(store.database(), expected.customerMetrics());
            return;
        }
        publication.begin(List.of());
        publication.define(List.of());
        publication.add(
                new Publication.Extra(
                        PublishedTables.UNCOUNTED_OUTCOMES,
                        "SELECT CAST(NULL AS VARCHAR) AS outcome, CAST(NULL AS VARCHAR) AS channel, 0::BIGINT AS n WHERE false"));
        publication.add(new Publication.Extra(
                PublishedTables.SHARED_SUBJECTS,
                "SELECT '' AS metric, '' AS experiment, 0::BIGINT AS shared, 0::BIGINT AS subjects WHERE false"));
    }

    /**
     * Publishes what is committed and not published yet, unless the importer of rows is to.
     *
     * @return whether it is
     */
    static boolean publish(BundleStore store, Expected expected) {
        Publication publication = new Publication(store.database());
        if (!publication.isBehind()) {
            return false;
        }
        if (store.holdsRows()) {
            return true;
        }
        if (!publication.isBegun()) {
            // The import that took the bundle in was killed before it published
            store.session().transaction(() -> begin(store, expected));
        }
        publication.publish();
        return false;
    }
}
