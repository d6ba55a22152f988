package com.cdhdashboard.app.start;

import com.cdhdashboard.app.imports.KeptUploads;
import com.cdhdashboard.core.bundle.BundleExporter;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.ImportLimits;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.change.ConfigurationChange.Made;
import com.cdhdashboard.core.config.change.Definitions;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.snapshot.Configured;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.bundle.BundleImporter;
import com.cdhdashboard.duckdb.bundle.Expected;
import com.cdhdashboard.duckdb.bundle.write.DuckDbBundleExporter;
import com.cdhdashboard.duckdb.imports.DuckDbImporter;
import com.cdhdashboard.duckdb.imports.cube.EarlierCells;
import com.cdhdashboard.duckdb.imports.ledger.KnownSources;
import com.cdhdashboard.duckdb.store.ImportLock;
import com.cdhdashboard.duckdb.store.StoreFolder;
import com.cdhdashboard.duckdb.version.StoreVersions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The stores that a configuration has below the data folder: each variant has its own, of interaction history and, in a
 * folder of that, of product holdings. Demo data have stores of their own in a folder beside.
 *
 * @param text of the configuration
 * @param uploads where the uploaded files stay that the stores were made of
 */
record Stores(Configured configured, String text, StoreVersions interactions, StoreVersions holdings, Path uploads) {
    private static final String HOLDINGS = "holdings";
    private static final String DEMO = "demo";
    private static final String UPLOADS = "uploads";
    private static final String KEPT_UPLOADS = "uploads/kept";

    static Stores of(LoadedConfiguration loaded, Path data) {
        Configured configured = Configured.of(loaded);
        String name = configured.configuration().variant().slug();
        Path own = data.resolve(name);
        // Uploads that no store remembers are removed, so those of demo data lie apart from the user's
        return configured.demo()
                ? of(loaded, configured, own.resolve(DEMO), own.resolve(DEMO).resolve(UPLOADS))
                : of(loaded, configured, own, data.resolve(KEPT_UPLOADS).resolve(name));
    }

    private static Stores of(LoadedConfiguration loaded, Configured configured, Path root, Path uploads) {
        return new Stores(
                configured, loaded.text(), new StoreVersions(root), new StoreVersions(root.resolve(HOLDINGS)), uploads);
    }

    /** The versions that are read. */
    record Chosen(StoreFolder interactions, StoreFolder holdings) {}

    Chosen chosen() {
        Configuration configuration = configured.configuration();
        return new Chosen(
                interactions.of(Definitions.ofInteractions(configuration)),
                holdings.of(Definitions.ofHoldings(configuration)));
    }

    /** The files that a version was made of. */
    KnownSources sources(ImportLock held, StoreFolder version) {
        return KnownSources.of(held, version, engine());
    }

    /** The uploaded files that stay with the chosen versions. */
    KeptUploads keptUploads(Chosen chosen) {
        return new KeptUploads(uploads, known -> {
            try (ImportLock ofInteractions = ImportLock.take(interactions.first());
                    ImportLock ofHoldings = ImportLock.take(holdings.first())) {
                Set<Path> paths = new LinkedHashSet<>();
                sources(ofInteractions, chosen.interactions()).files().forEach(file -> paths.add(file.path()));
                sources(ofHoldings, chosen.holdings()).files().forEach(file -> paths.add(file.path()));
                known.accept(paths);
            }
        });
    }

    /**
     * By what the chosen versions were made.
     *
     * @param assumed of versions that hold data and do not say it
     */
    static Made made(Chosen chosen, Configuration assumed) {
        return new Made(
                made(chosen.interactions(), Definitions.ofInteractions(assumed)),
                made(chosen.holdings(), Definitions.ofHoldings(assumed)));
    }

    private static Optional<Definitions> made(StoreFolder folder, Definitions assumed) {
        return Files.exists(folder.database())
                ? folder.definitions().or(() -> folder.currentVersion().map(version -> assumed))
                : Optional.empty();
    }

    /** An importer of interaction history into a version. */
    DuckDbImporter interactionImporter(StoreFolder folder) {
        return new DuckDbImporter(
                folder, configured.configuration().interactionHistory(), configured.metrics(), engine(), unpacking());
    }

    /** The same into a new version, that copies the cells of metrics which are defined as they were. */
    DuckDbImporter interactionImporter(StoreFolder folder, EarlierCells earlier) {
        return DuckDbImporter.copying(
                earlier,
                folder,
                configured.configuration().interactionHistory(),
                configured.metrics(),
                engine(),
                unpacking());
    }

    /** An importer of product holdings into a version; empty where the configuration has no metric over them. */
    Optional<DuckDbImporter> holdingImporter(StoreFolder folder) {
        return configured
                .configuration()
                .holdings()
                .filter(section -> !configured.customerMetrics().isEmpty())
                .map(section -> DuckDbImporter.ofHoldings(
                        folder, section, configured.customerMetrics(), engine(), unpacking()));
    }

    /** An importer of bundles into both versions. */
    Importer bundleImporter(Chosen chosen) {
        return new BundleImporter(
                new BundleImporter.Stores(
                        chosen.interactions(),
                        chosen.holdings(),
                        interactionImporter(chosen.interactions()),
                        holdingImporter(chosen.holdings())),
                Expected.of(configured.configuration()),
                engine(),
                unpacking());
    }

    /** Writes both versions as a bundle. */
    BundleExporter bundleExporter(Chosen chosen) {
        String version = Stores.class.getPackage().getImplementationVersion();
        DuckDbBundleExporter.Origin origin = new DuckDbBundleExporter.Origin(
                "cdhdashboard " + (version == null ? "(development)" : version),
                text,
                configured.configuration().variant().name() + (configured.demo() ? " (demo data)" : ""));
        return new DuckDbBundleExporter(chosen.interactions(), chosen.holdings(), origin, engine());
    }

    EngineLimits engine() {
        return EngineLimits.forImporting(limits().memoryMegabytes());
    }

    private UnpackLimits unpacking() {
        ImportLimits limits = limits();
        return new UnpackLimits(
                (long) limits.maxUnpackedGigabytes() << 30,
                limits.maxRatio(),
                limits.maxMembers(),
                UnpackLimits.defaults().maxNesting());
    }

    private ImportLimits limits() {
        return configured.configuration().interactionHistory().limits();
    }
}
