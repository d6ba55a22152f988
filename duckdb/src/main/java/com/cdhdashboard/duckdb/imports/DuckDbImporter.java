package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.InteractionHistory;
import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.config.change.DefinitionText;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.ingest.SampleChoice;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.ingest.archive.Unpacker;
import com.cdhdashboard.core.ingest.find.FileFinder;
import com.cdhdashboard.core.ingest.find.Found;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.cube.EarlierCells;
import com.cdhdashboard.duckdb.imports.cube.InteractionKind;
import com.cdhdashboard.duckdb.imports.customer.HoldingKind;
import com.cdhdashboard.duckdb.imports.file.ContentHashes;
import com.cdhdashboard.duckdb.imports.file.MembersOfKind;
import com.cdhdashboard.duckdb.imports.file.SampledKind;
import com.cdhdashboard.duckdb.imports.file.SchemaSampling;
import com.cdhdashboard.duckdb.imports.file.SpoolFolder;
import com.cdhdashboard.duckdb.imports.late.ImportMoment;
import com.cdhdashboard.duckdb.imports.ledger.FileLedger;
import com.cdhdashboard.duckdb.imports.schema.DataKind;
import com.cdhdashboard.duckdb.store.BundleLedger;
import com.cdhdashboard.duckdb.store.ImportLock;
import com.cdhdashboard.duckdb.store.RemovedData;
import com.cdhdashboard.duckdb.store.StagingDatabase;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Imports one kind of data into a store. */
public final class DuckDbImporter implements Importer {
    private final StoreFolder folder;
    private final DataKind kind;
    private final Optional<DataKind> other;
    private final EngineLimits limits;
    private final UnpackLimits unpackLimits;
    private final Clock clock;

    private DuckDbImporter(
            StoreFolder folder,
            DataKind kind,
            Optional<DataKind> other,
            EngineLimits limits,
            UnpackLimits unpackLimits,
            Clock clock) {
        this.folder = folder;
        this.kind = kind;
        this.other = other;
        this.limits = limits;
        this.unpackLimits = unpackLimits;
        this.clock = clock;
    }

    /** An importer of interaction history. */
    public DuckDbImporter(
            StoreFolder folder,
            InteractionHistory history,
            List<Metric> metrics,
            EngineLimits limits,
            UnpackLimits unpackLimits) {
        this(folder, new InteractionKind(history, metrics), Optional.empty(), limits, unpackLimits, Clock.systemUTC());
    }

    /** The same importer at another time. */
    public DuckDbImporter at(Clock time) {
        return new DuckDbImporter(folder, kind, other, limits, unpackLimits, time);
    }

    /** An importer of interaction history into a new store, that copies cells of another one where it can. */
    public static DuckDbImporter copying(
            EarlierCells earlier,
            StoreFolder folder,
            InteractionHistory history,
            List<Metric> metrics,
            EngineLimits limits,
            UnpackLimits unpackLimits) {
        InteractionKind kind = new InteractionKind(history, metrics, Optional.of(earlier));
        return new DuckDbImporter(folder, kind, Optional.empty(), limits, unpackLimits, Clock.systemUTC());
    }

    /** An importer of product holdings. */
    public static DuckDbImporter ofHoldings(
            StoreFolder folder,
            Holdings holdings,
            List<CustomerMetric> metrics,
            EngineLimits limits,
            UnpackLimits unpackLimits) {
        return new DuckDbImporter(
                folder, new HoldingKind(holdings, metrics), Optional.empty(), limits, unpackLimits, Clock.systemUTC());
    }

    /** The same importer, that knows files of another's kind by their columns and leaves them to it. */
    public DuckDbImporter beside(DuckDbImporter another) {
        return new DuckDbImporter(folder, kind, Optional.of(another.kind), limits, unpackLimits, clock);
    }

    @Override
    public ImportSummary run(ImportRequest request, ImportListener listener) {
        Found found = request.chosen().isEmpty()
                ? new FileFinder().find(request.paths(), kind.files())
                : new Found(request.chosen(), List.of());
        try (ImportLock lock = ImportLock.take(folder)) {
            RemovedData removed = new RemovedData(lock.folder());
            removed.decide(this::holdsRows);
            if (request.removeExisting()) {
                removed.setAside();
            }
            try {
                return runToEnd(lock.folder(), found, request, listener);
            } finally {
                removed.decide(this::holdsRows);
            }
        } catch (DuckDbException e) {
            throw outOfResources(e);
        }
    }

    /** Publishes what is in the store again, with what bundles have brought, without reading any file. */
    public void publishAgain(SampleChoice sample, ImportListener listener) {
        try (ImportLock lock = ImportLock.take(folder)) {
            ImportRequest request = new ImportRequest(List.of(), false, false).with(sample);
            runToEnd(lock.folder(), new Found(List.of(), List.of()), request, listener);
        } catch (DuckDbException e) {
            throw outOfResources(e);
        }
    }

    private ImportSummary runToEnd(StoreFolder store, Found found, ImportRequest request, ImportListener listener) {
        try {
            return runOnce(store, found, request, listener);
        } catch (EngineEnded e) {
            return e.importOthers(found, files -> runOnce(store, files, request, listener));
        }
    }

    private ImportSummary runOnce(StoreFolder store, Found found, ImportRequest request, ImportListener listener) {
        try {
            return run(store, found, request, listener);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException(UserException.Kind.RESOURCES, "the import was interrupted; start it again", e);
        }
    }

    private boolean holdsRows() {
        try (StagingDatabase database = StagingDatabase.open(folder, limits, List.of())) {
            return ledger(database).holdsRows() || !new BundleLedger(database.session()).isEmpty();
        }
    }

    private ImportSummary run(StoreFolder store, Found found, ImportRequest request, ImportListener listener)
            throws InterruptedException {
        try (ImportClock progress = new ImportClock(listener);
                ContentHashes hashes = new ContentHashes(found.files());
                SchemaSampling sampling = sampling(store, kind, request);
                SchemaSampling ofOther = sampling(store, other.orElse(kind), request)) {
            if (!Files.exists(store.database())) {
                // Where nothing is known of the columns yet, all files will be looked at
                sampling.look(found.files());
            }
            try (StagingDatabase database =
                    StagingDatabase.open(store, limits, readable(request), session -> explain(session, listener))) {
                kind.prepare(database);
                database.countVersionsFrom(store.lastVersion());
                database.define(DefinitionText.write(kind.definitions()));
                ImportRun.Kinds kinds = new ImportRun.Kinds(
                        new SampledKind(kind, sampling), other.map(another -> new SampledKind(another, ofOther)));
                ImportMoment moment = ImportMoment.of(clock, request);
                ImportRun run = new ImportRun(database, kinds, unpackLimits, progress, moment);
                return marked(database, () -> endingWith(progress, () -> run.run(found, hashes, request)));
            }
        }
    }

    private List<Path> readable(ImportRequest request) {
        return Stream.concat(request.paths().stream(), kind.beside().stream()).toList();
    }

    private static void explain(Session session, ImportListener listener) {
        session.step("Open the store");
        if (listener.explains()) {
            session.follow(listener::executed);
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

    /** Leaves the mark of an import that has not ended only where something is left to be done. */
    private ImportSummary marked(StagingDatabase database, Importing importing) throws InterruptedException {
        folder.importBegins();
        boolean ended = false;
        try {
            ImportSummary summary = importing.run();
            ended = true;
            return summary;
        } finally {
            if (ended || !leavesUnpublished(database)) {
                folder.importEnded();
            }
        }
    }

    private FileLedger ledger(StagingDatabase database) {
        return new FileLedger(database.session(), LocalDateTime.now(clock));
    }

    private boolean leavesUnpublished(StagingDatabase database) {
        try {
            return ledger(database).hasUnpublished();
        } catch (DuckDbException e) {
            return true;
        }
    }

    private SchemaSampling sampling(StoreFolder store, DataKind looked, ImportRequest request) {
        SpoolFolder.empty(store.spool());
        TableOptions tables = request.tables().or(looked.tables());
        return new SchemaSampling(partBytes -> {
            Unpacker unpacker = new Unpacker(store.spool(), unpackLimits, partBytes, tables);
            return new MembersOfKind(unpacker.knowingRowsBy(looked.telling()), looked, Optional.empty())::unpack;
        });
    }

    private static RuntimeException outOfResources(DuckDbException e) {
        if (e.isUnwritable()) {
            return new UserException(
                    UserException.Kind.RESOURCES,
                    "the disk is full or cannot be written to (" + e.shortMessage()
                            + "); nothing of the file being read was kept. Make room there, or choose another folder with"
                            + " --data, and start again: files already imported are not read twice",
                    e);
        }
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
