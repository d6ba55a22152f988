package com.cdhdashboard.app.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ResultCacheTest {
    private final AtomicInteger made = new AtomicInteger();
    private final ResultCache<String> cache = new ResultCache<>(10, String::length);

    private String answer(String version, String request) {
        return cache.answer(version, request, () -> {
            made.incrementAndGet();
            return request;
        });
    }

    @Test
    void aQuestionIsAnsweredOnceForEachVersionOfTheData() {
        answer("v1", "abc");
        answer("v1", "abc");
        assertThat(made).hasValue(1);
        answer("v2", "abc");
        assertThat(made).hasValue(2);
    }

    @Test
    void theLongestUnusedGoFirst() {
        answer("v", "aaaa");
        answer("v", "bbbb");
        answer("v", "aaaa");
        answer("v", "cccc");
        assertThat(cache.weight()).isEqualTo(8);
        made.set(0);
        answer("v", "aaaa");
        assertThat(made).hasValue(0);
        answer("v", "bbbb");
        assertThat(made).hasValue(1);
    }

    @Test
    void anAnswerTooHeavyToKeepIsGivenAllTheSame() {
        assertThat(answer("v", "x".repeat(50))).hasSize(50);
        assertThat(cache.weight()).isZero();
    }

    @Test
    void aFailureIsThrownAndForgotten() {
        assertThatThrownBy(() -> cache.answer("v", "q", () -> {
                    throw new IllegalStateException("once");
                }))
                .hasMessage("once");
        assertThat(answer("v", "q")).isEqualTo("q");
    }

    @Test
    void whoAsksMeanwhileWaitsForTheSameAnswer() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Future<String> first = threads.submit(() -> cache.answer("v", "slow", () -> {
                asked.countDown();
                pause();
                made.incrementAndGet();
                return "done";
            }));
            asked.await();
            Future<String> second = threads.submit(() -> answer("v", "slow"));
            assertThat(second.get()).isEqualTo("done");
            assertThat(first.get()).isEqualTo("done");
            assertThat(made).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
