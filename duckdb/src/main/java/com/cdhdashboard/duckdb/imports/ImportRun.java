package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.ingest.archive.Unpacker;
import com.cdhdashboard.core.ingest.find.Found;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.row.RejectedRows;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.file.ContentHashes;
import com.cdhdashboard.duckdb.imports.file.MembersOfKind;
import com.cdhdashboard.duckdb.imports.file.SampledKind;
import com.cdhdashboard.duckdb.imports.file.SpoolFolder;
import com.cdhdashboard.duckdb.imports.late.ImportMoment;
import com.cdhdashboard.duckdb.imports.ledger.FileLedger;
import com.cdhdashboard.duckdb.imports.ledger.PendingFile;
import com.cdhdashboard.duckdb.imports.schema.DataKind;
import com.cdhdashboard.duckdb.store.Publication;
import com.cdhdashboard.duckdb.store.StagingDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One import: chooses the files, reads them into the late-arrival buffer, each committed as it is complete, and publishes.
 *
 * <p>A kill at any moment loses at most the files being read. What was committed but not published is published by the
 * next run, with all that is staged changing in one transaction.
 */
final class ImportRun {

    private final StagingDatabase database;
    private final Session session;
    private final Kinds sampled;
    private final DataKind kind;
    private final UnpackLimits unpackLimits;
    private final ImportClock clock;
    private final ImportMoment moment;
    private final FileLedger ledger;
    private final List<String> notes = new ArrayList<>();

    ImportRun(
            StagingDatabase database, Kinds kinds, UnpackLimits unpackLimits, ImportClock clock, ImportMoment moment) {
        this.database = database;
        this.session = database.session();
        this.sampled = kinds;
        this.kind = kinds.ours().kind();
        this.unpackLimits = unpackLimits;
        this.clock = clock;
        this.moment = moment;
        this.ledger = new FileLedger(session, moment.now());
    }

    /** The kind of data that is imported, and the other one where it can be imported as well. */
    record Kinds(SampledKind ours, Optional<SampledKind> other) {}

    ImportSummary run(Found found, ContentHashes hashes, ImportRequest request) throws InterruptedException {
        session.step("Choose the files");
        notes.addAll(found.notes());
        ledger.removeUncommitted();
        ledger.readBy(request);
        if (!ledger.holdsRows()) {
            database.forgetTraces();
        }
        clock.stage("looking for new files");
        RejectedRows rejected = database.folder().newRejectedRows();
        List<FileSummary> files = new ArrayList<>();
        List<SourceFile> ofOtherKind = new ArrayList<>();
        try (rejected) {
            clock.watch(session);
            KindStep kinds = chosen(found, hashes, request, files);
            ofOtherKind.addAll(kinds.ofOtherKind());
            if (!kinds.ours().isEmpty() || isUnpublished()) {
                files.addAll(importFiles(kinds.ours(), rejected, request));
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
        return new ImportSummary(
                inOrder(files, found.files()),
                notes,
                Optional.of(rejected.file()).filter(file -> rejected.count() > 0),
                clock.elapsed(),
                clock.cancelled(),
                ofOtherKind);
    }

    /** The files to read; what is known of the others without reading is added. */
    private KindStep chosen(Found found, ContentHashes hashes, ImportRequest request, List<FileSummary> others)
            throws InterruptedException {
        FileSelectionStep selection = new FileSelectionStep(
                ledger.committed(), hashes, request, kind.files().hivePartitioning());
        selection.select(found.files());
        others.addAll(selection.decided());
        KindStep kinds = new KindStep(session, sampled.ours(), sampled.other(), request);
        kinds.sort(selection.pending());
        others.addAll(kinds.decided());
        return kinds;
    }

    private boolean isUnpublished() {
        return ledger.holdsRows() && (ledger.hasUnpublished() || new Publication(database).isBehind());
    }

    /** Of the files of which nothing is said yet. */
    private static List<FileSummary> cancelled(List<SourceFile> files, List<FileSummary> said) {
        Set<String> told = said.stream().map(FileSummary::file).collect(Collectors.toSet());
        return files.stream()
                .filter(file -> !told.contains(file.name()))
                .map(file -> FileSummary.cancelled(file.name()))
                .toList();
    }

    private List<FileSummary> importFiles(List<PendingFile> pending, RejectedRows rejected, ImportRequest request)
            throws InterruptedException {
        clock.expect(
                pending.size(),
                pending.stream().mapToLong(file -> file.source().size()).sum());
        TableOptions tables = request.tables().or(kind.tables());
        Unpacker unpacker = new Unpacker(database.folder().spool(), unpackLimits, Unpacker.DEFAULT_PART_BYTES, tables)
                .knowingRowsBy(kind.telling());
        ImportPass pass = new ImportPass(
                database,
                kind,
                clock,
                ledger,
                new ImportPass.Input(
                        pending,
                        new MembersOfKind(unpacker, kind, sampled.other().map(SampledKind::kind)),
                        sampled.ours().sampling(),
                        rejected,
                        moment,
                        request.replace(),
                        request.sample()));
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
