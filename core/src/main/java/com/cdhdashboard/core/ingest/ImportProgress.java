package com.cdhdashboard.core.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How far an import is.
 *
 * @param stage what is being done, in words for the user
 * @param bytesDone of the bytes of all files as they are on disk; the measure of what remains
 */
public record ImportProgress(
        String stage, int filesDone, int filesTotal, long rows, long bytesDone, long bytesTotal, Duration elapsed) {
    public ImportProgress {
        requireNonNull(stage, "stage");
        requireNonNull(elapsed, "elapsed");
    }
}
