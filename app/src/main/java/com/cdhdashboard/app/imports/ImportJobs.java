package com.cdhdashboard.app.imports;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.Importer;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one import at a time, apart from any request, and remembers the last one until the next begins: a page can be
 * closed and opened again without losing it.
 */
public final class ImportJobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final ImportProgress START = new ImportProgress("Starting", 0, 0, 0, 0, 0, Duration.ZERO);

    private static final String GIVEN_UP =
            "The import ended, and not even the reason could be said; memory may have run out. Start it again.";

    private final Supplier<Importer> importer;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread created = new Thread(task, "import");
        created.setDaemon(true);
        return created;
    });
    private volatile Optional<JobView> job = Optional.empty();

    public ImportJobs(Supplier<Importer> importer, Clock clock) {
        this.importer = importer;
        this.clock = clock;
    }

    /** The running job, or the last one. */
    public Optional<JobView> current() {
        return job;
    }

    /**
     * Starts a job.
     *
     * @param after done when the job has ended, however it ended
     * @throws UserException where one is running
     */
    public void start(ImportRequest request, JobView.Source source, Runnable after) {
        start(importer.get(), request, source, after);
    }

    /**
     * Does something while no import runs, and none begins.
     *
     * @throws UserException where one is running
     */
    public synchronized void whileIdle(Runnable work) {
        if (job.filter(JobView::running).isPresent()) {
            throw new UserException("An import is running; wait for its end or cancel it first");
        }
        work.run();
    }

    /** {@link #start(ImportRequest, JobView.Source, Runnable)} by another importer. */
    public synchronized void start(Importer chosen, ImportRequest request, JobView.Source source, Runnable after) {
        if (job.filter(JobView::running).isPresent()) {
            throw new UserException("An import is running already; wait for its end or cancel it first");
        }
        job = Optional.of(
                new JobView(source, clock.instant(), JobView.State.RUNNING, START, Optional.empty(), Optional.empty()));
        try {
            thread.execute(() -> run(chosen, request, after));
        } catch (RuntimeException | Error e) {
            endIfRunning();
            throw e;
        }
    }

    /** Asks the running job to end; does nothing where none runs. */
    public synchronized void cancel() {
        job = job.map(view -> view.running() ? with(view, JobView.State.CANCELLING, view.progress()) : view);
    }

    private void run(Importer chosen, ImportRequest request, Runnable after) {
        try {
            ImportSummary summary = chosen.run(request, new Follower());
            end(stateOf(summary), Optional.of(summary), Optional.empty());
        } catch (UserException e) {
            end(JobView.State.FAILED, Optional.empty(), Optional.ofNullable(e.getMessage()));
        } catch (UncheckedIOException e) {
            LOG.error("Import failed", e);
            end(
                    JobView.State.FAILED,
                    Optional.empty(),
                    Optional.ofNullable(UserException.ofDisk(e).getMessage()));
        } catch (RuntimeException | Error e) {
            String id = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("Import failed, error {}", id, e);
            String message = "The import failed for a reason inside the program; the log has it under error " + id
                    + ". Nothing of the unfinished batch was kept.";
            end(JobView.State.FAILED, Optional.empty(), Optional.of(message));
        } finally {
            // Whatever was thrown above, even by what says why, another import must be able to begin
            endIfRunning();
            after.run();
        }
    }

    private synchronized void endIfRunning() {
        if (job.filter(JobView::running).isPresent()) {
            end(JobView.State.FAILED, Optional.empty(), Optional.of(GIVEN_UP));
        }
    }

    private static JobView.State stateOf(ImportSummary summary) {
        if (summary.cancelled()) {
            return JobView.State.CANCELLED;
        }
        boolean failed = summary.outcome() == ImportSummary.Outcome.NOTHING && !summary.complete();
        return failed ? JobView.State.FAILED : JobView.State.DONE;
    }

    private synchronized void end(JobView.State state, Optional<ImportSummary> summary, Optional<String> error) {
        job = job.map(view -> new JobView(view.source(), view.startedAt(), state, view.progress(), summary, error));
    }

    private synchronized void progressed(ImportProgress progress) {
        job = job.map(view -> with(view, view.state(), progress));
    }

    private static JobView with(JobView view, JobView.State state, ImportProgress progress) {
        return new JobView(view.source(), view.startedAt(), state, progress, view.summary(), view.error());
    }

    /** Asks a running job to end; what is not committed by then is rolled back by the store. */
    @Override
    public void close() {
        cancel();
        thread.shutdown();
    }

    private final class Follower implements ImportListener {
        @Override
        public void progressed(ImportProgress progress) {
            ImportJobs.this.progressed(progress);
        }

        @Override
        public boolean cancelled() {
            return job.filter(view -> view.state() == JobView.State.CANCELLING).isPresent();
        }
    }
}
