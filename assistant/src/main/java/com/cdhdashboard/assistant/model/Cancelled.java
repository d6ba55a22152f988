package com.cdhdashboard.assistant.model;

import java.util.ArrayList;
import java.util.List;

/** Whether somebody wants no answer any more; whoever waits is told once. Safe for use by many threads. */
public final class Cancelled {
    private final List<Runnable> told = new ArrayList<>();
    private boolean cancelled;

    /** Cancels; a second time does nothing. */
    public void cancel() {
        List<Runnable> waiting;
        synchronized (this) {
            cancelled = true;
            waiting = List.copyOf(told);
            told.clear();
        }
        waiting.forEach(Runnable::run);
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Runs this when it is cancelled, or now where it is already. */
    public void whenCancelled(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                told.add(action);
                return;
            }
        }
        action.run();
    }
}
