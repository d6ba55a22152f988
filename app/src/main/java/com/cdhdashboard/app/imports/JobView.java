package com.cdhdashboard.app.imports;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A job as it stands at one moment.
 *
 * @param summary once the job has ended or was cancelled, unless it failed as a whole
 * @param error why it failed as a whole, for the user
 */
public record JobView(
        Source source,
        Instant startedAt,
        State state,
        ImportProgress progress,
        Optional<ImportSummary> summary,
        Optional<String> error) {
    /**
     * What is imported.
     *
     * @param holdings product holdings, not interaction history
     */
    public record Source(String words, boolean holdings) {
        public Source {
            requireNonNull(words, "words");
        }
    }

    /** Where a job is in its life. */
    public enum State {
        RUNNING,
        CANCELLING,
        DONE,
        CANCELLED,
        FAILED
    }

    public JobView {
        requireNonNull(source, "source");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(state, "state");
        requireNonNull(progress, "progress");
        requireNonNull(summary, "summary");
        requireNonNull(error, "error");
    }

    public boolean running() {
        return state == State.RUNNING || state == State.CANCELLING;
    }

    /** The share of all bytes that is done, 0 to 1; empty while the bytes are not known. */
    public OptionalDouble share() {
        return progress.bytesTotal() > 0
                ? OptionalDouble.of(Math.min(1, (double) progress.bytesDone() / progress.bytesTotal()))
                : OptionalDouble.empty();
    }

    /** Rows per second since the start; empty in the first moments. */
    public OptionalDouble rowsPerSecond() {
        double seconds = progress.elapsed().toMillis() / 1000.0;
        return seconds >= 0.5 ? OptionalDouble.of(progress.rows() / seconds) : OptionalDouble.empty();
    }

    /** What remains if the rest goes as fast as what is done; empty before a hundredth is done. */
    public Optional<Duration> remaining() {
        return running() && share().orElse(0) >= 0.01
                ? Optional.of(Duration.ofMillis(Math.round(
                        progress.elapsed().toMillis() * (1 - share().getAsDouble()) / share().getAsDouble())))
                : Optional.empty();
    }
}
