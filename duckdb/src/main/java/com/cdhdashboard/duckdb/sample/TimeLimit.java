package com.cdhdashboard.duckdb.sample;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Ends questions that take too long: a form waits for them. */
final class TimeLimit {
    private static final long SECONDS = 3;

    private TimeLimit() {}

    private enum State {
        RUNNING,
        TOO_LONG,
        ENDED
    }

    static <T> T within(Session session, Supplier<T> question) {
        AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> {
                    if (state.compareAndSet(State.RUNNING, State.TOO_LONG)) {
                        session.cancel();
                    }
                },
                CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS));
        try {
            return question.get();
        } catch (DuckDbException e) {
            if (state.get() == State.TOO_LONG) {
                throw new UserException(
                        UserException.Kind.RESOURCES,
                        "to try this on the sample took longer than " + SECONDS + " seconds; write it more simply",
                        e);
            }
            throw e;
        } finally {
            state.compareAndSet(State.RUNNING, State.ENDED);
            end.cancel(false);
        }
    }
}
