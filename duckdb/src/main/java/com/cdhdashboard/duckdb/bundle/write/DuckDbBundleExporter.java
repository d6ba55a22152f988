package com.cdhdashboard.duckdb.bundle.write;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.bundle.BundleExporter;
import com.cdhdashboard.core.bundle.BundleSelection;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.bundle.PartsFolder;
import com.cdhdashboard.duckdb.bundle.PublishedCopy;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.nio.file.Path;
import java.util.Optional;

/** Writes what is published of interactions and of customers as a bundle. */
public final class DuckDbBundleExporter implements BundleExporter {
    private final StoreFolder interactions;
    private final StoreFolder holdings;
    private final Origin origin;
    private final EngineLimits limits;

    public DuckDbBundleExporter(StoreFolder interactions, StoreFolder holdings, Origin origin, EngineLimits limits) {
        this.interactions = interactions;
        this.holdings = holdings;
        this.origin = origin;
        this.limits = limits;
    }

    /**
     * Who writes.
     *
     * @param program with its version
     * @param configuration the text of it
     * @param source what rows that were imported into the store are called
     */
    public record Origin(String program, String configuration, String source) {
        public Origin {
            requireNonNull(program, "program");
            requireNonNull(configuration, "configuration");
            requireNonNull(source, "source");
        }
    }

    @Override
    public Exported export(BundleSelection selection, Path target) {
        try (PartsFolder parts = PartsFolder.beside(target)) {
            Path cubes = parts.folder("cubes");
            Path customers = parts.folder("customers");
            try (Opened published = new Opened(
                    PublishedCopy.open(interactions, cubes, limits),
                    selection.customers() ? PublishedCopy.open(holdings, customers, limits) : Optional.empty())) {
                BundleAssembly assembly = new BundleAssembly(origin, selection);
                published.cubes().ifPresent(copy -> assembly.addCubes(copy.session(), cubes));
                published.customers().ifPresent(copy -> assembly.addCustomers(copy.session(), customers));
                return assembly.finish(parts, target);
            }
        }
    }

    /** The versions of both stores, as far as they have any. */
    private record Opened(Optional<PublishedCopy> cubes, Optional<PublishedCopy> customers) implements AutoCloseable {
        @Override
        public void close() {
            cubes.ifPresent(PublishedCopy::close);
            customers.ifPresent(PublishedCopy::close);
        }
    }
}
