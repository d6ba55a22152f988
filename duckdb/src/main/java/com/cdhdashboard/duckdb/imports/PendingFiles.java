package com.cdhdashboard.duckdb.imports;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.row.RejectedRows;
import com.cdhdashboard.duckdb.imports.file.FilePart;
import com.cdhdashboard.duckdb.imports.file.FileReading;
import com.cdhdashboard.duckdb.imports.file.PartFeed;
import com.cdhdashboard.duckdb.imports.file.RowByRowReading;
import com.cdhdashboard.duckdb.imports.ledger.FileLedger;
import com.cdhdashboard.duckdb.imports.ledger.FileVerdict;
import com.cdhdashboard.duckdb.imports.ledger.Namesakes;
import com.cdhdashboard.duckdb.imports.ledger.PendingFile;
import com.cdhdashboard.duckdb.imports.schema.ColumnGuard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The files being read, from their first part to their commit, in the thread of the engine. */
final class PendingFiles {
    private final FileLedger ledger;
    private final FileReading reading;
    private final RowByRowReading rowByRow;
    private final Namesakes namesakes;
    private final BundlesBefore bundles;
    private final RejectedRows rejected;
    private final ImportClock clock;
    private final ColumnGuard guard;
    private final Map<PendingFile, Integer> begun = new LinkedHashMap<>();
    private final Map<PendingFile, Integer> committed = new LinkedHashMap<>();
    private final Map<PendingFile, List<String>> remarks = new LinkedHashMap<>();
    private final List<FileSummary> failed = new ArrayList<>();

    /** What a file may come to beside being read, and the rows that were not. */
    record Judges(Namesakes namesakes, BundlesBefore bundles, RejectedRows rejected, ColumnGuard guard) {}

    PendingFiles(FileLedger ledger, FileReading reading, RowByRowReading rowByRow, Judges judges, ImportClock clock) {
        this.ledger = ledger;
        this.namesakes = judges.namesakes();
        this.bundles = judges.bundles();
        this.rejected = judges.rejected();
        this.reading = reading;
        this.rowByRow = rowByRow;
        this.clock = clock;
        this.guard = judges.guard();
    }

    /** Works through events of the feed; false when that was the last, or where rows have outgrown the columns. */
    boolean take(List<PartFeed.Event> events) throws InterruptedException {
        begin(events);
        List<FilePart> parts = new ArrayList<>();
        for (PartFeed.PartReady ready : of(events, PartFeed.PartReady.class)) {
            parts.add(new FilePart(idOf(ready.file()), ready.part()));
        }
        if (!parts.isEmpty()) {
            clock.working(parts.stream()
                    .map(part -> part.part().origin().name())
                    .distinct()
                    .toList());
            clock.rowsRead(reading.read(parts));
        }
        if (guard.outgrown()) {
            return false;
        }
        of(events, PartFeed.FileFailed.class).forEach(broken -> fail(broken.file(), broken.cause()));
        finish(of(events, PartFeed.FileDone.class));
        return of(events, PartFeed.EndOfFiles.class).isEmpty();
    }

    private static <E extends PartFeed.Event> List<E> of(List<PartFeed.Event> events, Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Files that fail before their first part are never entered. */
    private void begin(List<PartFeed.Event> events) {
        Set<PendingFile> fresh = new LinkedHashSet<>();
        of(events, PartFeed.PartReady.class).forEach(ready -> fresh.add(ready.file()));
        of(events, PartFeed.FileDone.class).forEach(done -> fresh.add(done.file()));
        fresh.removeAll(begun.keySet());
        List<PendingFile> files = List.copyOf(fresh);
        List<Integer> ids = ledger.begin(files);
        for (int i = 0; i < files.size(); i++) {
            begun.put(files.get(i), ids.get(i));
        }
    }

    private int idOf(PendingFile file) {
        return requireNonNull(begun.get(file), "begun");
    }

    private void finish(List<PartFeed.FileDone> files) throws InterruptedException {
        Set<Integer> needy = reading.needRowByRow(
                files.stream().map(done -> idOf(done.file())).toList());
        Map<PartFeed.FileDone, FileLedger.ReadFile> read = new LinkedHashMap<>();
        for (PartFeed.FileDone done : files) {
            PendingFile file = done.file();
            int id = idOf(file);
            try {
                clock.working(List.of(file.source().name()));
                guard.lacks(file.source()).ifPresent(reason -> {
                    throw new UserException(reason);
                });
                RowByRowReading.Count count = needy.contains(id) || guard.needsRowByRow(file.source())
                        ? rowByRow.read(file, id)
                        : new RowByRowReading.Count(reading.rowsOf(id), 0);
                take(done, id, count).ifPresent(taken -> read.put(done, taken));
            } catch (UserException e) {
                if (clock.cancelled()) {
                    // The interrupt has closed what was read
                    throw new InterruptedException("cancelled");
                }
                fail(file, e);
            }
        }
        ledger.commit(List.copyOf(read.values()));
        read.keySet().forEach(this::committed);
    }

    /** What is to be committed of a file; empty where it turns out to be none that is taken. */
    private Optional<FileLedger.ReadFile> take(PartFeed.FileDone done, int id, RowByRowReading.Count count) {
        PendingFile file = done.file();
        remarks.put(file, new ArrayList<>(done.unpacked().notes()));
        message(file).addAll(reading.notes(id));
        if (count.read() > 0 && count.rejected() == count.read()) {
            String why = FileVerdict.allRejected(count.read(), rejected.firstOf(file.source()));
            FileLedger.Counts counts = new FileLedger.Counts(count.read(), 0, 0, count.rejected(), 0);
            leave(file, summary(file, counts, FileSummary.Status.FAILED, message(file, Optional.of(why))));
            return Optional.empty();
        }
        bundles.refusal(id).ifPresent(reason -> {
            throw new UserException(reason);
        });
        Namesakes.Verdict verdict = namesakes.of(file, id);
        if (verdict.refusal().isPresent()) {
            leave(file, summary(file, FileLedger.Counts.NONE, FileSummary.Status.CHANGED, verdict.refusal()));
            return Optional.empty();
        }
        verdict.remark().ifPresent(remark -> message(file).add(remark));
        return Optional.of(new FileLedger.ReadFile(id, count.read(), count.rejected(), verdict.replaced()));
    }

    private List<String> message(PendingFile file) {
        return remarks.computeIfAbsent(file, none -> new ArrayList<>());
    }

    private Optional<String> message(PendingFile file, Optional<String> more) {
        List<String> message = new ArrayList<>(message(file));
        more.ifPresent(message::add);
        return FileVerdict.joined(message);
    }

    private void committed(PartFeed.FileDone done) {
        committed.put(done.file(), idOf(done.file()));
        clock.fileDone(done.file().source().size());
    }

    private void fail(PendingFile file, UserException cause) {
        leave(file, failure(file, Optional.ofNullable(cause.getMessage())));
    }

    /** Takes back what was read of a file, and says why. */
    private void leave(PendingFile file, FileSummary summary) {
        Optional.ofNullable(begun.get(file)).ifPresent(ledger::remove);
        failed.add(summary);
        clock.fileDone(file.source().size());
    }

    /** Takes everything back that was read. */
    void takeBack() {
        begun.values().forEach(ledger::remove);
        committed.clear();
    }

    /** Says why a file was not read. */
    void refuse(PendingFile file, String reason) {
        fail(file, new UserException(reason));
    }

    /** Says of every file of which nothing was said yet why it was not read. */
    void failRest(List<PendingFile> pending, String reason) {
        Set<String> told = failed.stream().map(FileSummary::file).collect(Collectors.toSet());
        pending.stream()
                .filter(file -> !committed.containsKey(file)
                        && !told.contains(file.source().name()))
                .forEach(file -> failed.add(failure(file, Optional.of(reason))));
    }

    /** The summaries, once repeats are counted. */
    List<FileSummary> summaries() {
        List<FileSummary> summaries = new ArrayList<>(failed);
        Map<Integer, FileLedger.Counts> counts = ledger.counts();
        Map<Integer, String> ahead = ledger.rowsAhead();
        committed.forEach((file, id) -> summaries.add(
                imported(file, counts.getOrDefault(id, FileLedger.Counts.NONE), Optional.ofNullable(ahead.get(id)))));
        return summaries;
    }

    private FileSummary imported(PendingFile file, FileLedger.Counts counts, Optional<String> ahead) {
        FileVerdict verdict = FileVerdict.of(counts, rejected.firstOf(file.source()));
        ahead.ifPresent(message(file)::add);
        return summary(file, counts, verdict.status(), message(file, verdict.reason()));
    }

    private static FileSummary failure(PendingFile file, Optional<String> message) {
        return summary(file, FileLedger.Counts.NONE, FileSummary.Status.FAILED, message);
    }

    private static FileSummary summary(
            PendingFile file, FileLedger.Counts counts, FileSummary.Status status, Optional<String> message) {
        return new FileSummary(
                file.source().name(),
                status,
                counts.read(),
                counts.filtered(),
                counts.repeated(),
                counts.rejected(),
                counts.kept(),
                message);
    }
}
