package com.cdhdashboard.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {
    private final List<Record> made = new ArrayList<>();
    private final RecentAnswers recent = new RecentAnswers(100);

    private record Rows(int count) {}

    private record Values(String of) {}

    private Table ask(int rows) {
        Rows question = new Rows(rows);
        return recent.table(question, () -> {
            made.add(question);
            return new Table(List.of(Column.measure("n", ValueType.INTEGER)), Collections.nCopies(rows, List.of(1L)));
        });
    }

    @Test
    void makesAnAnswerOnce() {
        assertThat(ask(3).rows()).hasSize(3);
        assertThat(ask(3)).isSameAs(ask(3));
        assertThat(made).containsExactly(new Rows(3));
    }

    @Test
    void questionsOfDifferentKindsAreAskedApart() {
        List<ValueCount> counts = List.of(new ValueCount("a", 1));
        assertThat(recent.values(new Values("x"), () -> counts)).isEqualTo(counts);
        assertThat(recent.answer(new Values("y"), Long.class, () -> 7L)).isEqualTo(7);
        assertThat(recent.values(new Values("x"), List::of)).isEqualTo(counts);
    }

    @Test
    void othersAreAnsweredWhileOneIsMade() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        CompletableFuture<Boolean> slow =
                CompletableFuture.supplyAsync(() -> recent.answer(new Values("slow"), Boolean.class, () -> {
                    asked.countDown();
                    try {
                        return others.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }));
        asked.await();
        for (int rows = 0; rows < 60; rows++) {
            ask(rows);
        }
        others.countDown();
        assertThat(slow.get()).isTrue();
    }

    @Test
    void doesNotHoldWhatIsLargerThanAllItMayHold() throws InterruptedException {
        ask(200);
        for (int tries = 0; tries < 100 && made.size() == 1; tries++) {
            Thread.sleep(20);
            ask(200);
        }
        assertThat(made).hasSizeGreaterThan(1).containsOnly(new Rows(200));
    }
}
