package com.cdhdashboard.core.report.fit;

import com.cdhdashboard.core.error.UserException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Computes what takes longer than a page may, one after the other in a thread of its own, and remembers the results; the
 * longest unused go first. What has failed or was cancelled stays so until it is started again. Safe for use by many
 * threads.
 */
public final class ModelFits implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ModelFits.class.getName());
    private static final int REMEMBERED = 64;

    private final Map<Object, Job> jobs = new LinkedHashMap<>(16, 0.75f, true);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread created = new Thread(task, "fits");
        created.setDaemon(true);
        return created;
    });
    private long started;

    /** What is computed. */
    public interface Computation<T> {
        /**
         * The result.
         *
         * @throws UserException where there is none, with the reason
         * @throws CancellationException where the progress says so
         */
        T compute(Progress progress);
    }

    /** Is told what a computation does. */
    public interface Progress {
        /** @throws CancellationException where the computation is to end */
        void report(String step, int passes);
    }

    /** One computation; the step is written by the thread that computes and read by pages. */
    private static final class Job implements Progress {
        private final long number;
        private final CompletableFuture<Object> result = new CompletableFuture<>();
        private volatile FitState.Running running;

        private Job(long number) {
            this.number = number;
            this.running = new FitState.Running(number, "Waiting for its turn", 0);
        }

        @Override
        public void report(String step, int passes) {
            if (result.isCancelled()) {
                throw new CancellationException();
            }
            running = new FitState.Running(number, step, passes);
        }

        private FitState state() {
            return result.isDone() ? ended() : running;
        }

        private FitState ended() {
            try {
                return new FitState.Ready(result.join());
            } catch (CancellationException e) {
                return new FitState.Failed("The computation was cancelled.", true);
            } catch (CompletionException e) {
                return e.getCause() instanceof UserException reason
                        ? new FitState.Failed(String.valueOf(reason.getMessage()), false)
                        : new FitState.Failed("The computation ended with an error; the log has it.", true);
            }
        }
    }

    /**
     * Where a computation is; started if it is not known.
     *
     * @param key all that the result depends on
     */
    public <T> FitState state(Object key, Computation<T> computation) {
        return job(key, computation).state();
    }

    /** The end of a computation, waited for. */
    public <T> FitState await(Object key, Computation<T> computation) {
        Job job = job(key, computation);
        job.result.handle((result, failure) -> true).join();
        return job.state();
    }

    private <T> Job job(Object key, Computation<T> computation) {
        synchronized (jobs) {
            Job known = jobs.get(key);
            if (known != null) {
                return known;
            }
            Job job = new Job(++started);
            jobs.put(key, job);
            forgetOldest();
            thread.execute(() -> run(job, computation));
            return job;
        }
    }

    private void forgetOldest() {
        var oldest = jobs.entrySet().iterator();
        while (jobs.size() > REMEMBERED && oldest.hasNext()) {
            if (oldest.next().getValue().result.isDone()) {
                oldest.remove();
            }
        }
    }

    private static <T> void run(Job job, Computation<T> computation) {
        if (job.result.isDone()) {
            return;
        }
        try {
            job.result.complete(computation.compute(job));
        } catch (CancellationException e) {
            job.result.cancel(false);
        } catch (UserException e) {
            job.result.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "a model could not be computed", e);
            job.result.completeExceptionally(e);
        }
    }

    /**
     * A result that another computation needs, in its thread: remembered, or computed now.
     *
     * @throws UserException where there is none, with the reason
     */
    @SuppressWarnings("unchecked") // a key names one kind of result
    public <T> T within(Object key, Computation<T> computation, Progress progress) {
        @Nullable Job known;
        synchronized (jobs) {
            known = jobs.get(key);
        }
        if (known != null && known.result.isDone() && !known.result.isCompletedExceptionally()) {
            return (T) known.result.join();
        }
        T result = computation.compute(progress);
        Job done;
        synchronized (jobs) {
            done = new Job(++started);
            jobs.putIfAbsent(key, done);
        }
        done.result.complete(result);
        return result;
    }

    /** Ends the computation of that number, if it runs. */
    public void cancel(long number) {
        synchronized (jobs) {
            jobs.values().stream().filter(job -> job.number == number).forEach(job -> job.result.cancel(false));
        }
    }

    /** Forgets what has failed or was cancelled, so that it is computed again when it is asked for. */
    public void startAgain() {
        synchronized (jobs) {
            jobs.values().removeIf(job -> job.result.isCompletedExceptionally());
        }
    }

    @Override
    public void close() {
        synchronized (jobs) {
            jobs.values().forEach(job -> job.result.cancel(false));
        }
        thread.shutdownNow();
    }
}
