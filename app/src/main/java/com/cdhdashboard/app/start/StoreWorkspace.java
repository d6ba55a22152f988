package com.cdhdashboard.app.start;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.imports.BundlesBeside;
import com.cdhdashboard.app.imports.HandingOver;
import com.cdhdashboard.app.imports.KeptUploads;
import com.cdhdashboard.core.bundle.BundleExporter;
import com.cdhdashboard.core.config.change.Definitions;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.report.Reports;
import com.cdhdashboard.core.report.configured.ConfiguredReports;
import com.cdhdashboard.core.report.fit.ModelFits;
import com.cdhdashboard.core.sample.SampleReader;
import com.cdhdashboard.core.snapshot.Configured;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.customer.CustomerStore;
import com.cdhdashboard.duckdb.imports.DuckDbImporter;
import com.cdhdashboard.duckdb.sample.DuckDbSample;
import com.cdhdashboard.duckdb.store.PublishedStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workspace over a store on disk; see {@link Stores}. */
final class StoreWorkspace implements Workspace, AutoCloseable {
    /**
     * Three eighths of the memory that the process may use. Commands and servers are started with as much, and so answer
     * the same to the last digit.
     */
    private static final long COLUMN_BYTES = Runtime.getRuntime().maxMemory() / 8 * 3;

    private static final String NO_HOLDINGS =
            "the configuration has no metric over product holdings; add a [holdings] section and a table such as"
                    + " [metrics.clv], see docs/configuration.md";

    private final Configured configured;
    private final Stores.Chosen chosen;
    private final String mark;
    private final PublishedStore published;
    private final Importer importer;
    private final CustomerStore customers;
    private final ModelFits fits = new ModelFits();
    private final Importer holdingsImporter;
    private final BundleExporter bundles;
    private final KeptUploads keptUploads;
    private @Nullable Snapshot last;

    private StoreWorkspace(Stores stores, Stores.Chosen chosen, String mark) {
        this.configured = stores.configured();
        this.chosen = chosen;
        this.mark = mark;
        this.published = new PublishedStore(
                chosen.interactions(),
                EngineLimits.forReading(),
                Optional.of(Definitions.ofInteractions(configured.configuration())));
        published.addUpAsInMemory(COLUMN_BYTES);
        this.customers = new CustomerStore(
                chosen.holdings(),
                EngineLimits.forReading(),
                Optional.of(Definitions.ofHoldings(configured.configuration())));
        DuckDbImporter interactions = stores.interactionImporter(chosen.interactions());
        Optional<DuckDbImporter> ofHoldings = stores.holdingImporter(chosen.holdings());
        this.bundles = stores.bundleExporter(chosen);
        Importer ofBundles = stores.bundleImporter(chosen);
        this.keptUploads = stores.keptUploads(chosen);
        this.importer = importing(
                ofHoldings
                        .<Importer>map(other -> new HandingOver(interactions.beside(other), other, "product holdings"))
                        .orElse(interactions),
                ofBundles);
        this.holdingsImporter = importing(
                ofHoldings
                        .<Importer>map(
                                own -> new HandingOver(own.beside(interactions), interactions, "interaction history"))
                        .orElseGet(() -> refusing(NO_HOLDINGS)),
                ofBundles);
    }

    /** Of rows with bundles beside them; none where demo data are shown. */
    private Importer importing(Importer rows, Importer ofBundles) {
        return configured.demo()
                ? refusing(Configured.NO_IMPORTS)
                : keptUploads.settlingAfter(new BundlesBeside(rows, ofBundles));
    }

    private static Importer refusing(String sentence) {
        return (request, listener) -> {
            throw new UserException(sentence);
        };
    }

    /**
     * Opens versions of stores; nothing is made before the first import.
     *
     * @param mark what tells its answers from those of other configurations over the same data
     */
    static StoreWorkspace open(Stores stores, Stores.Chosen chosen, String mark) {
        return new StoreWorkspace(stores, chosen, mark);
    }

    /** The versions that are read. */
    Stores.Chosen chosen() {
        return chosen;
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
    public Optional<KeptUploads> keptUploads() {
        return Optional.of(keptUploads);
    }

    @Override
    public BundleExporter bundles() {
        return bundles;
    }

    @Override
    public SampleReader sample() {
        return DuckDbSample.ofInteractions(published::ask);
    }

    @Override
    public SampleReader holdingsSample() {
        return DuckDbSample.ofHoldings(customers::ask);
    }

    @Override
    public void holdInMemory(int among) {
        published.holdInMemory(COLUMN_BYTES / among);
    }

    @Override
    public void close() {
        fits.close();
        published.close();
        customers.close();
    }
}
