package com.cdhdashboard.duckdb.customer;

import com.cdhdashboard.core.config.change.Definitions;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.NoCustomers;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.store.CurrentVersion;
import com.cdhdashboard.duckdb.store.ImportNote;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.util.Optional;
import java.util.function.Function;

/** The published customers of a store as they are now, see {@link CurrentVersion}. */
public final class CustomerStore implements AutoCloseable {
    private static final CustomerReader NO_CUSTOMERS = new NoCustomers();

    private final StoreFolder folder;
    private final CurrentVersion<DuckDbCustomers> current;

    public CustomerStore(StoreFolder folder, EngineLimits limits) {
        this(folder, limits, Optional.empty());
    }

    /** A store of which those metrics are not shown that were counted by another definition than is wanted. */
    public CustomerStore(StoreFolder folder, EngineLimits limits, Optional<Definitions> wanted) {
        this.folder = folder;
        this.current = new CurrentVersion<>(
                folder, file -> DuckDbCustomers.open(file, limits, StoreFolder.hidden(file, wanted)));
    }

    /** The customers of one version; {@code loaded} has a note while an import runs. */
    public record Published(CustomerReader customers, LoadedData loaded) {}

    /** The current version, or one that holds nothing where nothing was imported. */
    public Published now() {
        CustomerReader customers = customers();
        return new Published(customers, ImportNote.added(folder, customers.loaded()));
    }

    public CustomerReader customers() {
        return current.open().<CustomerReader>map(customers -> customers).orElse(NO_CUSTOMERS);
    }

    public LoadedData loaded() {
        return now().loaded();
    }

    /** Asks the published file of the current version; empty where nothing was imported. */
    public <T> Optional<T> ask(Function<Session, T> question) {
        return current.open().map(published -> published.ask(question));
    }

    @Override
    public void close() {
        current.close();
    }
}
