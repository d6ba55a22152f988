package com.cdhdashboard.app.start;

import com.cdhdashboard.core.config.change.ConfigurationChange;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.duckdb.imports.DuckDbImporter;
import com.cdhdashboard.duckdb.imports.cube.EarlierCells;
import com.cdhdashboard.duckdb.store.ImportLock;
import com.cdhdashboard.duckdb.store.StoreFolder;
import com.cdhdashboard.duckdb.version.StoreVersions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The import that a changed configuration needs: of the stores of which metrics have to be counted, each into a version
 * beside the one that is read. Both are put in place together, and only where both are complete.
 *
 * @param complete told of the versions, under the locks of both stores
 */
record ApplyingImport(Stores stores, Stores.Chosen chosen, ConfigurationChange change, Consumer<Stores.Chosen> complete)
        implements Importer {
    /** Paths are not asked for: the files are those that the stores were made of. */
    @Override
    public ImportSummary run(ImportRequest request, ImportListener listener) {
        try (ImportLock interactions = ImportLock.take(stores.interactions().first());
                ImportLock holdings = ImportLock.take(stores.holdings().first())) {
            return run(interactions, holdings, listener);
        }
    }

    private ImportSummary run(ImportLock ofInteractions, ImportLock ofHoldings, ImportListener listener) {
        Optional<VersionImport.Made> interactions = change.interactions().isDue()
                ? Optional.of(importOf(stores.interactions(), chosen.interactions(), this::interactions)
                        .make(ofInteractions, listener))
                : Optional.empty();
        boolean served = false;
        Optional<VersionImport.Made> holdings = Optional.empty();
        try {
            boolean cancelled =
                    interactions.filter(made -> made.version().isEmpty()).isPresent();
            holdings = change.holdings().isDue() && !cancelled
                    ? Optional.of(importOf(stores.holdings(), chosen.holdings(), this::holdings)
                            .make(ofHoldings, listener))
                    : Optional.empty();
            if (!cancelled && holdings.filter(made -> made.version().isEmpty()).isEmpty()) {
                complete.accept(new Stores.Chosen(
                        version(interactions, chosen.interactions()), version(holdings, chosen.holdings())));
                served = true;
            }
        } finally {
            if (!served) {
                interactions.flatMap(VersionImport.Made::version).ifPresent(stores.interactions()::remove);
                holdings.flatMap(VersionImport.Made::version).ifPresent(stores.holdings()::remove);
            }
        }
        return summary(interactions, holdings);
    }

    private static StoreFolder version(Optional<VersionImport.Made> made, StoreFolder otherwise) {
        return made.flatMap(VersionImport.Made::version).orElse(otherwise);
    }

    private static ImportSummary summary(Optional<VersionImport.Made> first, Optional<VersionImport.Made> second) {
        return first.map(VersionImport.Made::summary)
                .map(summary -> second.map(made -> VersionImport.joined(summary, made.summary()))
                        .orElse(summary))
                .or(() -> second.map(VersionImport.Made::summary))
                .orElseThrow();
    }

    private VersionImport importOf(
            StoreVersions versions, StoreFolder current, Function<StoreFolder, Importer> importers) {
        return new VersionImport(versions, current, stores.engine(), importers);
    }

    private Importer interactions(StoreFolder version) {
        DuckDbImporter own = stores.interactionImporter(
                version,
                new EarlierCells(
                        chosen.interactions(), Set.copyOf(change.interactions().kept())));
        return stores.holdingImporter(chosen.holdings()).map(own::beside).orElse(own);
    }

    private Importer holdings(StoreFolder version) {
        return stores.holdingImporter(version).orElseThrow().beside(stores.interactionImporter(chosen.interactions()));
    }
}
