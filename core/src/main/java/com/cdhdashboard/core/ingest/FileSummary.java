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
    /** Why files were not read that a cancelled import did not come to. */
    public static final String CANCELLED = "cancelled before it was read; import again to read it";

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

    /** Of a file that could not be read, and of which nothing counts. */
    public static FileSummary failed(String file, String message) {
        return new FileSummary(file, Status.FAILED, 0, 0, 0, 0, 0, Optional.of(message));
    }

    /** Of a file that was not read, as the import was cancelled. */
    public static FileSummary cancelled(String file) {
        return failed(file, CANCELLED);
    }
}
