package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.duckdb.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Connections to one instance, each used by one thread at a time; grows to the number of threads that ask at once. */
public final class SessionPool implements AutoCloseable {
    private final Session first;
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private boolean closed;

    SessionPool(Session first) {
        this.first = first;
    }

    public <T> T with(Function<Session, T> work) {
        Session session = borrow();
        try {
            return work.apply(session);
        } finally {
            giveBack(session);
        }
    }

    private Session borrow() {
        @Nullable Session session = idle.pollFirst();
        if (session != null) {
            return session;
        }
        synchronized (this) {
            return first.duplicate();
        }
    }

    private synchronized void giveBack(Session session) {
        if (closed) {
            session.close();
        } else {
            idle.addFirst(session);
        }
    }

    /** Closes the instance; connections in use close as they are given back. */
    @Override
    public synchronized void close() {
        closed = true;
        List<Session> sessions = new ArrayList<>(idle);
        idle.clear();
        sessions.forEach(Session::close);
        first.close();
    }
}
