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
            if (!clock.isCancel(e)) {
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

    /** Of the files of which nothing is said yet. */
    private static List<FileSummary> cancelled(List<SourceFile> files, List<FileSummary> said) {
        Set<String> told = said.stream().map(FileSummary::file).collect(Collectors.toSet());
        return files.stream()
                .filter(file -> !told.contains(file.name()))
                .map(file -> new FileSummary(
                        file.name(), FileSummary.Status.FAILED, 0, 0, 0, 0, 0, Optional.of(ImportPass.CANCELLED)))
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
        ImportPass pass = new ImportPass(
                database, kind, clock, ledger, new ImportPass.Input(pending, unpacker, firstRows, rejected, moment));
        ImportPass.Result result = pass.run();
        notes.addAll(result.notes());
        return result.files();
    }

    private static List<FileSummary> inOrder(List<FileSummary> summaries, List<SourceFile> files) {
        List<String> names = files.stream().map(SourceFile::name).toList();
        List<FileSummary> ordered = new ArrayList<>(summaries);
        ordered.sort(Comparator.comparingInt(summary -> names.indexOf(summary.file())));
        return ordered;
    }
}
