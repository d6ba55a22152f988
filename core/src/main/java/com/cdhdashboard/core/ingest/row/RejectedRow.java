package com.cdhdashboard.core.ingest.row;

import java.util.Optional;

/** Thrown where a row cannot be taken; the message is the reason, for the file of rejected rows. */
final class RejectedRow extends Exception {
    private final transient Optional<String> content;

    RejectedRow(String reason) {
        super(reason);
        this.content = Optional.empty();
    }

    RejectedRow(String reason, String content) {
        super(reason);
        this.content = Optional.of(content);
    }

    /** The content of the row, where it is not the row as it stands. */
    Optional<String> content() {
        return content;
    }
}
