package com.cdhdashboard.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the process, told to end by a signal, waits for. */
final class ProcessEnd {
    private static final int SECONDS = 10;

    private ProcessEnd() {}

    /**
     * Does work to its end, for which the process waits some time.
     *
     * @param told is run when the process is told to end meanwhile
     */
    static <T> T waitsFor(Runnable told, Supplier<T> work) {
        CountDownLatch done = new CountDownLatch(1);
        Thread ending = new Thread(() -> {
            told.run();
            awaitQuietly(done);
        });
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            return work.get();
        } finally {
            done.countDown();
            remove(ending);
        }
    }

    private static void awaitQuietly(CountDownLatch done) {
        try {
            boolean ended = done.await(SECONDS, TimeUnit.SECONDS);
            assert ended : "what is left half done is mended at the next start";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook has done its work.
            Thread.currentThread().interrupt();
        }
    }
}
