package com.cdhdashboard.core.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A statement that the engine has run for an import.
 *
 * @param step of the import that it belongs to
 * @param text as it can be given to the engine again, with its values in it
 * @param rows that it has changed or given; negative for a statement that does neither
 */
public record ExecutedStatement(String step, String text, Duration elapsed, long rows) {
    public ExecutedStatement {
        requireNonNull(step, "step");
        requireNonNull(text, "text");
        requireNonNull(elapsed, "elapsed");
    }
}
