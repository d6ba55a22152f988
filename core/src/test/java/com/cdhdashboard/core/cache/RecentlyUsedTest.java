package com.cdhdashboard.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecentlyUsedTest {
    private final List<String> made = Collections.synchronizedList(new ArrayList<>());
    private final RecentlyUsed<String, String> recent = new RecentlyUsed<>(16, String::length);

    private String ask(String question) {
        return recent.answer(question, () -> {
            made.add(question);
            return question.repeat(1);
        });
    }

    @Test
    void makesAnAnswerOnce() {
        assertThat(ask("ab")).isSameAs(ask("ab"));
        assertThat(made).containsExactly("ab");
        assertThat(recent.find("ab")).contains("ab");
        assertThat(recent.find("cd")).isEmpty();
    }

    @Test
    void letsTheLongestUnusedGoOnlyPastItsCapacity() {
        for (int i = 1; i <= 8; i++) {
            ask("a" + i);
        }
        ask("a1");
        assertThat(made).hasSize(8);
        ask("a9");
        made.clear();
        ask("a1");
        ask("a9");
        assertThat(made).isEmpty();
        ask("a2");
        assertThat(made).containsExactly("a2");
    }

    @Test
    void holdsWhatFillsItButNothingLarger() {
        ask("a".repeat(16));
        ask("b".repeat(17));
        assertThat(recent.find("a".repeat(16))).isPresent();
        assertThat(recent.find("b".repeat(17))).isEmpty();
    }

    @Test
    void anAnswerTakesThePlaceAndTheWeightOfTheOneBefore() {
        for (int i = 0; i < 20; i++) {
            recent.hold("q", "answer" + i % 10);
        }
        ask("other ones");
        recent.drop("q");
        ask("more");
        assertThat(recent.find("q")).isEmpty();
        assertThat(recent.find("other ones")).isPresent();
        assertThat(recent.find("more")).isPresent();
    }

    @Test
    void aFailureIsThrownAndNotHeld() {
        for (int i = 0; i < 2; i++) {
            String message = "failed " + i;
            assertThatThrownBy(() -> recent.answer("q", () -> {
                        throw new IllegalStateException(message);
                    }))
                    .hasMessage(message);
        }
        assertThat(ask("q")).isEqualTo("q");
    }

    @Test
    void othersWaitForTheSameAnswerAndMakeItWhereThatFailed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> recent.answer("q", () -> {
            begun.countDown();
            await(go);
            throw new IllegalStateException("the first one failed");
        }));
        await(begun);
        List<CompletableFuture<String>> waiting =
                List.of(CompletableFuture.supplyAsync(() -> ask("q")), CompletableFuture.supplyAsync(() -> ask("q")));
        assertThat(ask("another")).isEqualTo("another");
        go.countDown();

        assertThatThrownBy(first::join).hasMessageContaining("the first one failed");
        assertThat(waiting.get(0).get()).isSameAs(waiting.get(1).get());
        assertThat(made).containsExactly("another", "q");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
