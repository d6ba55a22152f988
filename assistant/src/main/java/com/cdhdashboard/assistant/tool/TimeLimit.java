package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.core.error.UserException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Answers few questions at a time, and gives up on one that takes too long. */
final class TimeLimit {
    /** Each may take memory and a processor of its own. */
    private static final int AT_ONCE = 4;

    private static final int MOST_WAITING = 64;
    private static final long IDLE_SECONDS = 10;

    private final Duration longest;
    private final ThreadPoolExecutor pool;

    TimeLimit(Duration longest) {
        this.longest = longest;
        this.pool = new ThreadPoolExecutor(
                AT_ONCE, AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                    Thread thread = new Thread(work, "tool");
                    thread.setDaemon(true);
                    return thread;
                });
        // Whoever drops the catalogue leaves no thread behind
        pool.allowCoreThreadTimeOut(true);
    }

    <T> T answer(String tool, Supplier<T> question) {
        try {
            return within(tool, pool.submit(question::get));
        } catch (RejectedExecutionException e) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "too many questions wait for an answer already; ask " + tool + " again in a while",
                    e);
        }
    }

    private <T> T within(String tool, Future<T> answer) {
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    tool + " took longer than " + longest.toSeconds()
                            + " s; group by fewer dimensions, filter, or choose a shorter period",
                    e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new UserException(UserException.Kind.RESOURCES, tool + " was cancelled", e);
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    private static RuntimeException rethrown(ExecutionException e) {
        if (e.getCause() instanceof UserException user) {
            return new UserException(user.kind(), String.valueOf(user.getMessage()), user);
        }
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("a tool failed", e.getCause());
    }
}
