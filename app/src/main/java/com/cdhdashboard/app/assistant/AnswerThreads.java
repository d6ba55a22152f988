package com.cdhdashboard.app.assistant;

import com.cdhdashboard.core.error.UserException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Where answers of all configurations come about: so many at once, and as many more wait. */
public final class AnswerThreads implements AutoCloseable {
    /** Answers at once; most of their time they wait for a model. */
    private static final int AT_ONCE = 8;

    private static final int WAITING = 32;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), AnswerThreads::thread);

    public AnswerThreads() {
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "answer");
        thread.setDaemon(true);
        return thread;
    }

    /** @throws UserException where too many wait already */
    void run(Runnable answer) {
        try {
            threads.execute(answer);
        } catch (RejectedExecutionException e) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "The server answers " + AT_ONCE + " questions at once, and " + WAITING
                            + " more wait already; ask again in a moment",
                    e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
