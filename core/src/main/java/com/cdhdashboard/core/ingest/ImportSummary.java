package com.cdhdashboard.core.ingest;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.ingest.find.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an import did.
 *
 * @param notes what the user should know: metrics switched off and why, colliding columns, late outcomes
 * @param rejectedRows the file that holds the rejected rows with their reasons
 * @param ofOtherKind files that were not read, as they hold the other kind of data
 */
public record ImportSummary(
        List<FileSummary> files,
        List<String> notes,
        Optional<Path> rejectedRows,
        Duration elapsed,
        boolean cancelled,
        List<SourceFile> ofOtherKind) {
    public ImportSummary(
            List<FileSummary> files,
            List<String> notes,
            Optional<Path> rejectedRows,
            Duration elapsed,
            boolean cancelled) {
        this(files, notes, rejectedRows, elapsed, cancelled, List.of());
    }

    public ImportSummary {
        ofOtherKind = List.copyOf(ofOtherKind);
        files = List.copyOf(files);
        notes = List.copyOf(notes);
        requireNonNull(rejectedRows, "rejectedRows");
        requireNonNull(elapsed, "elapsed");
    }

    /** The same with one more note. */
    public ImportSummary noting(String note) {
        List<String> all = Stream.concat(notes.stream(), Stream.of(note)).toList();
        return new ImportSummary(files, all, rejectedRows, elapsed, cancelled, ofOtherKind);
    }

    /** What an import came to, for its headline. */
    public enum Outcome {
        /** Every file counts, now or from before. */
        IMPORTED,
        /** Rows of some files count; of others not, or not most of them. */
        PARTLY,
        /** Every file was imported before. */
        UNCHANGED,
        NOTHING
    }

    public Outcome outcome() {
        if (files.stream().anyMatch(file -> file.status().counts())) {
            boolean whole = files.stream()
                    .allMatch(file -> file.status() == FileSummary.Status.IMPORTED
                            || file.status() == FileSummary.Status.UNCHANGED);
            return whole ? Outcome.IMPORTED : Outcome.PARTLY;
        }
        boolean known = files.stream().anyMatch(file -> file.status() == FileSummary.Status.UNCHANGED);
        return known && complete() ? Outcome.UNCHANGED : Outcome.NOTHING;
    }

    /** Whether no file was refused or failed; other data are no failure where something beside them could be read. */
    public boolean complete() {
        boolean any = files.stream().anyMatch(file -> file.status() != FileSummary.Status.OTHER_DATA);
        return !cancelled
                && any
                && files.stream()
                        .map(FileSummary::status)
                        .noneMatch(
                                status -> status == FileSummary.Status.CHANGED || status == FileSummary.Status.FAILED);
    }
}
