package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files being read, from their first part to their commit, in the thread of the engine. */
final class PendingFiles {
    private final FileLedger ledger;
    private final FileReading reading;
    private final CarefulReading careful;
    private final ImportClock clock;
    private final Map<PendingFile, Integer> begun = new LinkedHashMap<>();
    private final Map<PendingFile, Integer> committed = new LinkedHashMap<>();
    private final Map<PendingFile, String> remarks = new LinkedHashMap<>();
    private final List<FileSummary> failed = new ArrayList<>();

    PendingFiles(FileLedger ledger, FileReading reading, CarefulReading careful, ImportClock clock) {
        this.ledger = ledger;
        this.reading = reading;
        this.careful = careful;
        this.clock = clock;
    }

    /** Works through events of the feed; false when that was the last. */
    boolean take(List<PartFeed.Event> events) throws InterruptedException {
        List<FileReading.FilePart> parts = new ArrayList<>();
        for (PartFeed.Event event : events) {
            if (event instanceof PartFeed.PartReady ready) {
                parts.add(new FileReading.FilePart(idOf(ready.file()), ready.part()));
            }
        }
        if (!parts.isEmpty()) {
            clock.rowsRead(reading.read(parts));
        }
        boolean more = true;
        for (PartFeed.Event event : events) {
            if (event instanceof PartFeed.FileDone done) {
                finish(done);
            } else if (event instanceof PartFeed.FileFailed broken) {
                fail(broken.file(), broken.cause());
            } else if (event instanceof PartFeed.EndOfFiles) {
                more = false;
            }
        }
        return more;
    }

    private int idOf(PendingFile file) {
        return begun.computeIfAbsent(file, begin -> ledger.begin(begin.source(), begin.hash()));
    }

    private void finish(PartFeed.FileDone done) throws InterruptedException {
        PendingFile file = done.file();
        int id = idOf(file);
        try {
            CarefulReading.Count count =
                    reading.needsCare(id) ? careful.read(file, id) : new CarefulReading.Count(reading.rowsOf(id), 0);
            ledger.commit(id, count.read(), count.rejected(), file.replaces());
        } catch (UserException e) {
            fail(file, e);
            return;
        }
        committed.put(file, id);
        if (!done.unpacked().notes().isEmpty()) {
            remarks.put(file, String.join("; ", done.unpacked().notes()));
        }
        clock.fileDone(file.source().size());
    }

    private void fail(PendingFile file, RuntimeException cause) {
        Optional.ofNullable(begun.get(file)).ifPresent(ledger::remove);
        failed.add(summary(file, List.of(0L, 0L, 0L, 0L, 0L), FileSummary.Status.FAILED, message(cause)));
        clock.fileDone(file.source().size());
    }

    private static Optional<String> message(RuntimeException cause) {
        return Optional.ofNullable(cause.getMessage());
    }

    /** Says of every file that was not committed that the import was cancelled before it was read. */
    void cancelRest(List<PendingFile> pending) {
        for (PendingFile file : pending) {
            boolean told = failed.stream()
                    .anyMatch(summary -> summary.file().equals(file.source().name()));
            if (!committed.containsKey(file) && !told) {
                Optional<String> message = Optional.of("cancelled before it was read; import again to read it");
                failed.add(summary(file, List.of(0L, 0L, 0L, 0L, 0L), FileSummary.Status.FAILED, message));
            }
        }
    }

    List<Integer> committed() {
        return List.copyOf(committed.values());
    }

    /** The summaries, once repeats are counted. */
    List<FileSummary> summaries() {
        List<FileSummary> summaries = new ArrayList<>(failed);
        committed.forEach((file, id) -> summaries.add(
                summary(file, ledger.counts(id), FileSummary.Status.IMPORTED, Optional.ofNullable(remarks.get(file)))));
        return summaries;
    }

    private static FileSummary summary(
            PendingFile file, List<Long> counts, FileSummary.Status status, Optional<String> message) {
        return new FileSummary(
                file.source().name(),
                status,
                counts.get(0),
                counts.get(1),
                counts.get(2),
                counts.get(3),
                counts.get(4),
                message);
    }
}
