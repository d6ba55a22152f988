package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.model.Cancelled;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits before a request is sent again; ends early when it is cancelled. */
@FunctionalInterface
interface Waiting {
    Waiting REALLY = (time, cancelled) -> {
        CountDownLatch end = new CountDownLatch(1);
        cancelled.whenCancelled(end::countDown);
        try {
            if (end.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancelled.cancel();
        }
    };

    void waitFor(Duration time, Cancelled cancelled);
}
