package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.bundle.BundleColumn;
import com.cdhdashboard.core.bundle.ColumnMeaning;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.store.BundleLedger;
import com.cdhdashboard.duckdb.store.ImportLock;
import com.cdhdashboard.duckdb.store.PublishedTables;
import com.cdhdashboard.duckdb.store.RemovedData;
import com.cdhdashboard.duckdb.store.StagingDatabase;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A store that is open for a bundle; nobody else imports into it meanwhile. */
final class BundleStore implements AutoCloseable {
    private final ImportLock lock;
    private final boolean customers;
    private final RemovedData removed;
    private final EngineLimits limits;
    private final StagingDatabase database;

    private BundleStore(ImportLock lock, boolean customers, EngineLimits limits, boolean remove, Path readable) {
        this.customers = customers;
        this.lock = lock;
        this.limits = limits;
        this.removed = new RemovedData(lock.folder());
        removed.decide(this::holdsAnything);
        if (remove) {
            removed.setAside();
        }
        this.database = StagingDatabase.open(lock.folder(), limits, List.of(readable));
        database.countVersionsFrom(lock.folder().lastVersion());
        lock.folder().importBegins();
    }

    /**
     * Opens a store.
     *
     * @param customers whether it is the store of holdings
     * @param remove whether what it holds is to go
     * @param readable where the members of the bundle lie
     */
    static BundleStore open(StoreFolder folder, boolean customers, EngineLimits limits, boolean remove, Path readable) {
        ImportLock lock = ImportLock.take(folder);
        try {
            return new BundleStore(lock, customers, limits, remove, readable);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** Whether it is the store of holdings. */
    boolean isOfCustomers() {
        return customers;
    }

    StagingDatabase database() {
        return database;
    }

    Session session() {
        return database.session();
    }

    BundleLedger ledger() {
        return new BundleLedger(session());
    }

    /** Whether rows were imported, beside bundles. */
    boolean holdsRows() {
        return session().number("SELECT count(*) FROM files WHERE committed") > 0;
    }

    /** The columns of the cells that pages read, by metric, where rows were imported; to be read in a folder of its own. */
    Map<String, List<BundleColumn>> publishedColumns(PartsFolder folder) {
        Map<String, List<BundleColumn>> columns = new LinkedHashMap<>();
        if (holdsRows()) {
            try (Published published =
                    new Published(PublishedCopy.open(lock.folder(), folder.folder("published"), limits))) {
                published
                        .copy()
                        .ifPresent(copy -> PublishedTables.readSchemas(copy.session())
                                .forEach((metric, schema) -> columns.put(
                                        metric,
                                        Stream.concat(
                                                        schema.dimensions().stream()
                                                                .map(ColumnMeaning::dimension),
                                                        schema.measures().stream()
                                                                .map(ColumnMeaning::measure))
                                                .toList())));
            }
        }
        return columns;
    }

    private record Published(Optional<PublishedCopy> copy) implements AutoCloseable {
        @Override
        public void close() {
            copy.ifPresent(PublishedCopy::close);
        }
    }

    private boolean holdsAnything() {
        try (StagingDatabase opened = StagingDatabase.open(lock.folder(), limits, List.of())) {
            return opened.session()
                            .number("SELECT (SELECT count(*) FROM files WHERE committed AND read > filtered + rejected)"
                                    + " + (SELECT count(*) FROM bundles)")
                    > 0;
        }
    }

    @Override
    public void close() {
        try {
            database.close();
            removed.decide(this::holdsAnything);
            lock.folder().importEnded();
        } finally {
            lock.close();
        }
    }
}
