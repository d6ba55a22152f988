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
        IMPORTED("imported"),
        /** Imported, but most of its rows were filtered, repeated or rejected. */
        PARTLY("partly imported"),
        /** Read to its end, but none of its rows counts. */
        EMPTY("nothing kept"),
        /** The same content was imported before; nothing changed. */
        UNCHANGED("unchanged"),
        /** The name was imported before with other content; refused without {@code replace}. */
        CHANGED("changed"),
        /** Found in a folder beside the wanted files, but holds something else; not read. */
        OTHER_DATA("other data"),
        FAILED("failed");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** In words for the user. */
        public String label() {
            return label;
        }

        /** Whether rows of the file count since this import. */
        public boolean counts() {
            return this == IMPORTED || this == PARTLY;
        }
    }

    public FileSummary {
        requireNonNull(file, "file");
        requireNonNull(status, "status");
        requireNonNull(message, "message");
    }
}
