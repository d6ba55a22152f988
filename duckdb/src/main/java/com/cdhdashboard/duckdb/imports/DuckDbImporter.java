package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.InteractionHistory;
import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.ArchiveLimits;
import com.cdhdashboard.core.ingest.FileFinder;
import com.cdhdashboard.core.ingest.Found;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.ingest.Unpacker;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.store.GatheringDatabase;
import com.cdhdashboard.duckdb.store.ImportLock;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Imports one kind of data into a store. */
public final class DuckDbImporter implements Importer {
    private final StoreFolder folder;
    private final DataKind kind;
    private final EngineLimits limits;
    private final ArchiveLimits archiveLimits;
    private final Clock clock;

    private DuckDbImporter(
            StoreFolder folder, DataKind kind, EngineLimits limits, ArchiveLimits archiveLimits, Clock clock) {
        this.folder = folder;
        this.kind = kind;
        this.limits = limits;
        this.archiveLimits = archiveLimits;
        this.clock = clock;
    }

    /** An importer of interaction history. */
    public DuckDbImporter(
            StoreFolder folder,
            InteractionHistory history,
            List<Metric> metrics,
            EngineLimits limits,
            ArchiveLimits archiveLimits) {
        this(folder, new InteractionKind(history, metrics), limits, archiveLimits, Clock.systemUTC());
    }

    /** The same importer at another time. */
    public DuckDbImporter at(Clock other) {
        return new DuckDbImporter(folder, kind, limits, archiveLimits, other);
    }

    /** An importer of product holdings. */
    public static DuckDbImporter ofHoldings(
            StoreFolder folder,
            Holdings holdings,
            List<CustomerMetric> metrics,
            EngineLimits limits,
            ArchiveLimits archiveLimits) {
        return new DuckDbImporter(folder, new HoldingKind(holdings, metrics), limits, archiveLimits, Clock.systemUTC());
    }

    @Override
    public ImportSummary run(ImportRequest request, ImportListener listener) {
        Found found = new FileFinder().find(request.paths(), kind.files());
        try {
            return run(found, request, listener);
        } catch (EngineEnded e) {
            ImportRequest again =
                    new ImportRequest(request.paths(), request.replace(), false, request.tables(), request.keepOpen());
            return e.importOthers(found, files -> run(files, again, listener));
        }
    }

    private ImportSummary run(Found found, ImportRequest request, ImportListener listener) {
        try (ImportLock lock = ImportLock.take(folder);
                ImportClock progress = new ImportClock(listener);
                ContentHashes hashes = new ContentHashes(found.files());
                FirstRows firstRows = firstRows(lock.folder(), found, request);
                GatheringDatabase database = GatheringDatabase.open(lock.folder(), limits, request.paths())) {
            progress.watch(database.session());
            folder.importBegins();
            ImportRun run = new ImportRun(database, kind, archiveLimits, progress, ImportMoment.of(clock, request));
            ImportSummary summary =
                    endingWith(progress, () -> run.run(found, new ImportRun.Looks(hashes, firstRows), request));
            folder.importEnded();
            return summary;
        } catch (DuckDbException e) {
            throw outOfResources(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException(UserException.Kind.RESOURCES, "the import was interrupted; start it again", e);
        }
    }

    /** An import that an interrupt may end. */
    private interface Importing {
        ImportSummary run() throws InterruptedException;
    }

    private static ImportSummary endingWith(ImportClock progress, Importing importing) throws InterruptedException {
        try {
            return importing.run();
        } catch (DuckDbException e) {
            throw e.isEnd() ? new EngineEnded(progress.working(), e) : e;
        }
    }

    /** Where nothing is known of the columns yet, all files will be looked at. */
    private FirstRows firstRows(StoreFolder store, Found found, ImportRequest request) {
        SpoolFolder.empty(store.spool());
        Optional<TableOptions> tables = kind.tables().map(request.tables()::or);
        FirstRows firstRows = new FirstRows(partBytes ->
                new Unpacker(store.spool(), archiveLimits, partBytes, tables).knowingRowsBy(kind.telling()));
        if (!Files.exists(store.database()) || request.removeExisting()) {
            firstRows.look(found.files());
        }
        return firstRows;
    }

    private static RuntimeException outOfResources(DuckDbException e) {
        if (!e.isOutOfResources()) {
            return e;
        }
        return new UserException(
                UserException.Kind.RESOURCES,
                "memory or disk ran out during the import; nothing of the file being read was kept. Make room, or import"
                        + " fewer files at a time, and start again: files already imported are not read twice",
                e);
    }
}
