package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.ingest.ArchiveLimits;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.Found;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.RejectedRows;
import com.cdhdashboard.core.ingest.SourceFile;
import com.cdhdashboard.core.ingest.Unpacker;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.store.GatheringDatabase;
import com.cdhdashboard.duckdb.store.Publication;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One import: chooses the files, reads them into the window, each committed as it is complete, and publishes.
 *
 * <p>A kill at any moment loses at most the files being read. What was committed but not published is published by the
 * next run, with all that is gathered changing in one transaction.
 */
final class ImportRun {
    private static final String CANCELLED = "cancelled before it was read; import again to read it";
    private static final String LEFT = "not read, as memory ran out while files were unpacked; import again to read it";

    private final GatheringDatabase database;
    private final Session session;
    private final DataKind kind;
    private final ArchiveLimits archiveLimits;
    private final ImportClock clock;
    private final ImportMoment moment;
    private final FileLedger ledger;
    private final List<String> notes = new ArrayList<>();

    ImportRun(
            GatheringDatabase database,
            DataKind kind,
            ArchiveLimits archiveLimits,
            ImportClock clock,
            ImportMoment moment) {
        this.database = database;
        this.session = database.session();
        this.kind = kind;
        this.archiveLimits = archiveLimits;
        this.clock = clock;
        this.moment = moment;
        this.ledger = new FileLedger(session, moment.now());
    }

    /** What is looked at of the files in threads of their own. */
    record Looks(ContentHashes hashes, FirstRows firstRows) {}

    ImportSummary run(Found found, Looks looks, ImportRequest request) throws InterruptedException {
        notes.addAll(found.notes());
        ledger.removeUncommitted();
        if (request.removeExisting()) {
            database.clear();
        }
        clock.stage("looking for new files");
        RejectedRows rejected = database.folder().newRejectedRows();
        List<FileSummary> files = new ArrayList<>();
        try (rejected) {
            FileSelectionStep selection = new FileSelectionStep(ledger.committed(), looks.hashes(), request);
            selection.select(found.files());
            files.addAll(selection.decided());
            if (!selection.pending().isEmpty() || ledger.hasUnpublished() || new Publication(database).isBehind()) {
                files.addAll(importFiles(selection.pending(), rejected, looks.firstRows(), request.tables()));
            }
        } catch (DuckDbException | InterruptedException e) {
            if (!isCancel(e)) {
                throw e;
            }
            files.addAll(cancelled(found.files(), files));
        } finally {
            clock.letFinish();
            ledger.removeUncommitted();
            SpoolFolder.empty(database.folder().spool());
        }
        boolean some = rejected.count() > 0;
        return new ImportSummary(
                inOrder(files, found.files()),
                notes,
                some ? Optional.of(rejected.file()) : Optional.empty(),
                clock.elapsed(),
                clock.cancelled());
    }

    /** Whether this is what a cancel throws into the thread of the import. */
    private boolean isCancel(Exception cause) {
        boolean interrupt =
                cause instanceof DuckDbException e ? e.isInterrupted() : cause instanceof InterruptedException;
        return interrupt && clock.cancelled();
    }

    /** Of the files of which nothing is said yet. */
    private static List<FileSummary> cancelled(List<SourceFile> files, List<FileSummary> said) {
        Set<String> told = said.stream().map(FileSummary::file).collect(Collectors.toSet());
        return files.stream()
                .filter(file -> !told.contains(file.name()))
                .map(file ->
                        new FileSummary(file.name(), FileSummary.Status.FAILED, 0, 0, 0, 0, 0, Optional.of(CANCELLED)))
                .toList();
    }

    private List<FileSummary> importFiles(
            List<PendingFile> pending, RejectedRows rejected, FirstRows firstRows, TableOptions asked)
            throws InterruptedException {
        clock.expect(
                pending.size(),
                pending.stream().mapToLong(file -> file.source().size()).sum());
        Optional<TableOptions> tables = kind.tables().map(asked::or);
        Unpacker unpacker = new Unpacker(database.folder().spool(), archiveLimits, Unpacker.DEFAULT_PART_BYTES, tables)
                .knowingRowsBy(kind.telling());
        boolean hive = kind.files().hivePartitioning();
        SourceSchema schema = new SourceSchema(session, firstRows, kind);
        List<SourceColumn> columns = schema.columns(pending);
        if (columns.isEmpty() && !pending.isEmpty()) {
            try (PartFeed feed = new PartFeed(unpacker, pending)) {
                return new FilesWithoutColumns(
                                session, rejected, database.folder().spool())
                        .summaries(feed);
            }
        }
        DataKind.Gathering gathering = kind.plan(columns, database);
        notes.addAll(schema.warnings());
        notes.addAll(gathering.notes());
        Window window = new Window(session, database.limits(), gathering.rows(), hive);
        database.requirePlan(gathering.planText(), kind.sections());
        window.create();
        CarefulReading careful = new CarefulReading(
                session,
                window,
                gathering.rows(),
                rejected,
                unpacker,
                database.folder().spool());
        try (PartRemoval removal = new PartRemoval()) {
            FileReading reading = new FileReading(session, window, removal);
            PendingFiles files = new PendingFiles(ledger, reading, careful, clock);
            readAll(files, unpacker, pending);
            if (!clock.cancelled()) {
                publish(gathering);
            }
            clock.letFinish();
            if (clock.cancelled() && ledger.hasUnpublished()) {
                notes.add("cancelled; pages show what was read so far when the import is started again");
            }
            return files.summaries();
        }
    }

    /** What a cancel leaves unpublished here is published by the next import, as after a kill. */
    private void publish(DataKind.Gathering gathering) {
        clock.letWrite();
        clock.working(List.of());
        clock.stage("computing what pages show");
        try {
            notes.addAll(gathering.publish(moment));
        } catch (DuckDbException e) {
            if (!isCancel(e)) {
                throw e;
            }
        }
    }

    private void readAll(PendingFiles files, Unpacker unpacker, List<PendingFile> pending) throws InterruptedException {
        try (PartFeed feed = new PartFeed(unpacker, pending)) {
            boolean more = true;
            while (more && !clock.cancelled()) {
                more = files.take(feed.take());
            }
        } catch (DuckDbException | InterruptedException e) {
            if (!isCancel(e)) {
                throw e;
            }
        }
        files.failRest(pending, clock.cancelled() ? CANCELLED : LEFT);
    }

    private static List<FileSummary> inOrder(List<FileSummary> summaries, List<SourceFile> files) {
        List<String> names = files.stream().map(SourceFile::name).toList();
        List<FileSummary> ordered = new ArrayList<>(summaries);
        ordered.sort(Comparator.comparingInt(summary -> names.indexOf(summary.file())));
        return ordered;
    }
}
