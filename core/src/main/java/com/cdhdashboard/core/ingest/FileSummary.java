package com.cdhdashboard.core.ingest;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What became of one file: {@code read = filtered + repeated + rejected + kept} when it was imported.
 *
 * @param message why the file was not imported, or what the user should know of it
 */
public record FileSummary(
        String file,
        Status status,
        long read,
        long filtered,
        long repeated,
        long rejected,
        long kept,
        Optional<String> message) {
    /** What was done with a file. */
    public enum Status {
        IMPORTED,
        /** The same content was imported before; nothing changed. */
        UNCHANGED,
        /** The name was imported before with other content; refused without {@code replace}. */
        CHANGED,
        FAILED
    }

    public FileSummary {
        requireNonNull(file, "file");
        requireNonNull(status, "status");
        requireNonNull(message, "message");
    }
}
