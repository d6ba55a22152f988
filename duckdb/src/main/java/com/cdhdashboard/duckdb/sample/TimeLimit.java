package com.cdhdashboard.duckdb.sample;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Ends questions that take too long: a form waits for them. */
final class TimeLimit {
    private static final long SECONDS = 3;

    private TimeLimit() {}

    static <T> T within(Session session, Supplier<T> question) {
        AtomicBoolean running = new AtomicBoolean(true);
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> {
                    if (running.get()) {
                        session.cancel();
                    }
                },
                CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS));
        try {
            return question.get();
        } catch (DuckDbException e) {
            if (end.isDone()) {
                throw new UserException(
                        UserException.Kind.RESOURCES,
                        "to try this on the sample took longer than " + SECONDS + " seconds; write it more simply",
                        e);
            }
            throw e;
        } finally {
            running.set(false);
            end.cancel(false);
        }
    }
}
