package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.bundle.BundleExporter;
import com.cdhdashboard.core.bundle.BundleSelection;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.bundle.BundleImporter;
import com.cdhdashboard.duckdb.bundle.Expected;
import com.cdhdashboard.duckdb.bundle.write.DuckDbBundleExporter;
import com.cdhdashboard.duckdb.customer.CustomerStore;
import com.cdhdashboard.duckdb.store.PublishedStore;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A store of interactions and holdings in a folder of a test, from and into which bundles go. */
final class TestingBundles implements AutoCloseable {
    private static final EngineLimits LIMITS = new EngineLimits(2, 512);

    private final StoreFolder interactions;
    private final StoreFolder holdings;
    private final String toml;
    private final Configuration configuration;
    private final PublishedStore published;
    private final CustomerStore customers;

    TestingBundles(Path folder, String toml) {
        this.interactions = new StoreFolder(folder);
        this.holdings = new StoreFolder(folder.resolve("holdings"));
        this.toml = toml;
        this.configuration = ConfigurationReader.read(toml, "test.toml").configuration();
        this.published = new PublishedStore(interactions, LIMITS);
        this.customers = new CustomerStore(holdings, LIMITS);
    }

    Configuration configuration() {
        return configuration;
    }

    StoreFolder folder() {
        return interactions;
    }

    DuckDbImporter importer() {
        return new DuckDbImporter(
                interactions,
                configuration.interactionHistory(),
                Metrics.of(configuration),
                LIMITS,
                UnpackLimits.defaults());
    }

    Optional<DuckDbImporter> holdingsImporter() {
        return configuration
                .holdings()
                .map(section -> DuckDbImporter.ofHoldings(
                        holdings, section, CustomerMetric.of(configuration), LIMITS, UnpackLimits.defaults()));
    }

    ImportSummary add(Path... files) {
        return importer().run(new ImportRequest(List.of(files), false, false), TestingStore.SILENT);
    }

    ImportSummary addHoldings(Path... files) {
        return holdingsImporter()
                .orElseThrow()
                .run(new ImportRequest(List.of(files), false, false), TestingStore.SILENT);
    }

    BundleExporter.Exported export(Path target) {
        return export(BundleSelection.ALL, target);
    }

    BundleExporter.Exported export(BundleSelection selection, Path target) {
        return new DuckDbBundleExporter(
                        interactions,
                        holdings,
                        new DuckDbBundleExporter.Origin(
                                "test 1", toml, configuration.variant().name()),
                        LIMITS)
                .export(selection, target);
    }

    static BundleSelection days(String from, String to) {
        return new BundleSelection(
                List.of(),
                Optional.of(LocalDate.parse(from)),
                Optional.of(LocalDate.parse(to)),
                true,
                Optional.empty());
    }

    static BundleSelection source(String name) {
        return new BundleSelection(List.of(), Optional.empty(), Optional.empty(), true, Optional.of(name));
    }

    ImportSummary take(ImportRequest request) {
        return bundleImporter(UnpackLimits.defaults()).run(request, TestingStore.SILENT);
    }

    BundleImporter bundleImporter(UnpackLimits limits) {
        return new BundleImporter(
                new BundleImporter.Stores(interactions, holdings, importer(), holdingsImporter()),
                Expected.of(configuration),
                LIMITS,
                limits);
    }

    FileSummary take(Path bundle) {
        return take(new ImportRequest(List.of(bundle), false, false)).files().get(0);
    }

    FileSummary replace(Path bundle) {
        return take(new ImportRequest(List.of(bundle), true, false)).files().get(0);
    }

    CubeReader cubes() {
        return published.cubes();
    }

    LoadedData loaded() {
        return published.loaded();
    }

    CustomerReader customers() {
        return customers.customers();
    }

    LoadedData loadedHoldings() {
        return customers.loaded();
    }

    PublishedStore published() {
        return published;
    }

    @Override
    public void close() {
        published.close();
        customers.close();
    }
}
