package com.cdhdashboard.core.ingest;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an import did.
 *
 * @param notes what the user should know: metrics switched off and why, colliding columns, late outcomes
 * @param rejectedRows the file that holds the rejected rows with their reasons
 */
public record ImportSummary(
        List<FileSummary> files, List<String> notes, Optional<Path> rejectedRows, Duration elapsed, boolean cancelled) {
    public ImportSummary {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
        requireNonNull(rejectedRows, "rejectedRows");
        requireNonNull(elapsed, "elapsed");
    }

    /** Whether every file was imported, now or before, with nothing refused or failed. */
    public boolean complete() {
        return !cancelled
                && files.stream()
                        .allMatch(file -> file.status() == FileSummary.Status.IMPORTED
                                || file.status() == FileSummary.Status.UNCHANGED);
    }
}
