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
    private static final long AGAIN_MILLIS = 20;

    private TimeLimit() {}

    private enum State {
        RUNNING,
        TOO_LONG,
        ENDED
    }

    static <T> T within(Session session, Supplier<T> question) {
        AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
        cancelLater(session, state, TimeUnit.SECONDS.toMillis(SECONDS));
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
            synchronized (state) {
                state.set(State.ENDED);
            }
        }
    }

    /** A question may be many statements, and between two of them there is none to cancel: it is tried until the end. */
    private static void cancelLater(Session session, AtomicReference<State> state, long millis) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> {
            synchronized (state) {
                if (state.get() == State.ENDED) {
                    return;
                }
                state.set(State.TOO_LONG);
                try {
                    session.cancel();
                } finally {
                    cancelLater(session, state, AGAIN_MILLIS);
                }
            }
        });
    }
}
