package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.NoCustomers;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.duckdb.EngineLimits;

/** The published customers of a store as they are now, see {@link CurrentVersion}. */
public final class CustomerStore implements AutoCloseable {
    private final StoreFolder folder;
    private final CurrentVersion<RememberedCustomers> current;

    public CustomerStore(StoreFolder folder, EngineLimits limits) {
        this.folder = folder;
        this.current =
                new CurrentVersion<>(folder, file -> new RememberedCustomers(DuckDbCustomers.open(file, limits)));
    }

    /** The customers of the current version, or ones that hold nothing where nothing was imported. */
    public CustomerReader customers() {
        return current.open().<CustomerReader>map(customers -> customers).orElseGet(NoCustomers::new);
    }

    /** What is loaded, with a note while an import runs. */
    public LoadedData loaded() {
        return ImportNote.added(folder, customers().loaded());
    }

    @Override
    public void close() {
        current.close();
    }
}
