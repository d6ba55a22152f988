package com.cdhdashboard.core.report.fit;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.error.UserException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelFitsTest {
    private final ModelFits fits = new ModelFits();

    @AfterEach
    void close() {
        fits.close();
    }

    @Test
    void aResultIsComputedOnceAndRemembered() {
        AtomicInteger computed = new AtomicInteger();

        assertThat(fits.await("key", progress -> computed.incrementAndGet())).isEqualTo(new FitState.Ready(1));
        assertThat(fits.state("key", progress -> computed.incrementAndGet())).isEqualTo(new FitState.Ready(1));
        assertThat(fits.await("other", progress -> computed.incrementAndGet())).isEqualTo(new FitState.Ready(2));
    }

    @Test
    void aRunningComputationTellsItsStepAndCanBeCancelledAndStartedAgain() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        ModelFits.Computation<String> endless = progress -> {
            progress.report("Fitting", 3);
            begun.countDown();
            await(cancelled);
            progress.report("Fitting", 4);
            return "never";
        };
        fits.state("key", endless);
        begun.await();
        FitState.Running running = (FitState.Running) fits.state("key", endless);
        fits.cancel(running.number());
        cancelled.countDown();

        assertThat(running.step()).isEqualTo("Fitting");
        assertThat(running.passes()).isEqualTo(3);
        assertThat(fits.await("key", endless)).isEqualTo(new FitState.Failed("The computation was cancelled.", true));
        fits.startAgain();
        assertThat(fits.await("key", progress -> "done")).isEqualTo(new FitState.Ready("done"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aReasonIsToldAndNotTriedAgain() {
        AtomicInteger computed = new AtomicInteger();
        ModelFits.Computation<String> refused = progress -> {
            computed.incrementAndGet();
            throw new UserException("q is 1 or less");
        };

        assertThat(fits.await("key", refused)).isEqualTo(new FitState.Failed("q is 1 or less", false));
        assertThat(fits.await("key", refused)).isEqualTo(new FitState.Failed("q is 1 or less", false));
        assertThat(computed).hasValue(1);
    }

    @Test
    void whatOneComputationNeedsOfAnotherIsRemembered() {
        AtomicInteger computed = new AtomicInteger();
        ModelFits.Computation<Integer> outer =
                progress -> fits.within("inner", each -> computed.incrementAndGet(), progress) * 10;

        assertThat(fits.await("outer", outer)).isEqualTo(new FitState.Ready(10));
        assertThat(fits.await("inner", progress -> computed.incrementAndGet())).isEqualTo(new FitState.Ready(1));
    }
}
