package com.cdhdashboard.app.start;

import com.cdhdashboard.app.Configured;
import com.cdhdashboard.app.Snapshot;
import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.imports.HandingOver;
import com.cdhdashboard.core.config.ImportLimits;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.report.Reports;
import com.cdhdashboard.core.report.configured.ConfiguredReports;
import com.cdhdashboard.core.report.fit.ModelFits;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.imports.DuckDbImporter;
import com.cdhdashboard.duckdb.store.CustomerStore;
import com.cdhdashboard.duckdb.store.PublishedStore;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workspace over a store on disk; each variant of a configuration has a store of its own in the data folder. */
final class StoreWorkspace implements Workspace, AutoCloseable {
    /** Holdings have a store of their own, in this folder of the store of interaction history. */
    private static final String HOLDINGS = "holdings";

    /**
     * Three eighths of the memory that the process may use. Commands and servers are started with as much, and so answer
     * the same to the last digit.
     */
    private static final long COLUMN_BYTES = Runtime.getRuntime().maxMemory() / 8 * 3;

    private final Configured configured;
    private final String mark;
    private final PublishedStore published;
    private final Importer importer;
    private final CustomerStore customers;
    private final ModelFits fits = new ModelFits();
    private final Importer holdingsImporter;
    private @Nullable Snapshot last;

    private StoreWorkspace(LoadedConfiguration loaded, String mark, StoreFolder folder) {
        this.configured = Configured.of(loaded);
        this.mark = mark;
        this.published = new PublishedStore(folder, EngineLimits.forReading());
        published.addUpAsInMemory(COLUMN_BYTES);
        ImportLimits limits = loaded.configuration().interactionHistory().limits();
        EngineLimits engine = EngineLimits.forImporting(limits.memoryMegabytes());
        DuckDbImporter interactions = new DuckDbImporter(
                folder,
                loaded.configuration().interactionHistory(),
                configured.metrics(),
                engine,
                unpackLimits(limits));
        StoreFolder holdings = new StoreFolder(folder.root().resolve(HOLDINGS));
        List<CustomerMetric> customerMetrics = configured.customerMetrics();
        this.customers = new CustomerStore(holdings, EngineLimits.forReading());
        Optional<DuckDbImporter> ofHoldings = loaded.configuration()
                .holdings()
                .filter(section -> !customerMetrics.isEmpty())
                .map(section ->
                        DuckDbImporter.ofHoldings(holdings, section, customerMetrics, engine, unpackLimits(limits)));
        this.importer = ofHoldings
                .<Importer>map(other -> new HandingOver(interactions.beside(other), other, "product holdings"))
                .orElse(interactions);
        this.holdingsImporter = ofHoldings
                .<Importer>map(own -> new HandingOver(own.beside(interactions), interactions, "interaction history"))
                .orElseGet(StoreWorkspace::noHoldings);
    }

    private static Importer noHoldings() {
        return (request, listener) -> {
            throw new UserException("the configuration has no metric over product holdings; add a [holdings] section"
                    + " and a table such as [metrics.clv], see docs/configuration.md");
        };
    }

    /**
     * Opens the store of a configuration below the data folder; nothing is made before the first import.
     *
     * @param mark what tells its answers from those of other configurations over the same data
     */
    static StoreWorkspace open(LoadedConfiguration loaded, String mark, Path dataFolder) {
        String variant = loaded.configuration().variant().name();
        return new StoreWorkspace(loaded, mark, new StoreFolder(dataFolder.resolve(folderName(variant))));
    }

    private static UnpackLimits unpackLimits(ImportLimits limits) {
        return new UnpackLimits(
                (long) limits.maxUnpackedGigabytes() << 30,
                limits.maxRatio(),
                limits.maxMembers(),
                UnpackLimits.defaults().maxNesting());
    }

    /** Letters and digits of the name, as a folder name that is the same on every system. */
    private static String folderName(String variant) {
        String slug =
                variant.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "store" : slug;
    }

    @Override
    public Configured configured() {
        return configured;
    }

    @Override
    public synchronized Snapshot now() {
        PublishedStore.Published interactions = published.now();
        CustomerStore.Published holdings = customers.now();
        CubeReader cubes = interactions.cubes();
        CustomerReader readers = holdings.customers();
        Snapshot known = last;
        Reports reports = known != null && known.cubes() == cubes && known.customers() == readers
                ? known.reports()
                : new ConfiguredReports(configured.configuration(), configured.metrics(), cubes, readers, fits);
        String version = cubes.dataVersion()
                + (configured.customerMetrics().isEmpty() ? "" : "/" + readers.dataVersion())
                + mark;
        last = new Snapshot(version, configured, reports, cubes, interactions.loaded(), readers, holdings.loaded());
        return last;
    }

    @Override
    public Importer importer() {
        return importer;
    }

    @Override
    public Importer holdingsImporter() {
        return holdingsImporter;
    }

    @Override
    public void holdInMemory() {
        published.holdInMemory(COLUMN_BYTES);
    }

    @Override
    public void close() {
        fits.close();
        published.close();
        customers.close();
    }
}
