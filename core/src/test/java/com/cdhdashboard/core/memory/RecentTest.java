package com.cdhdashboard.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {
    private final List<String> made = new ArrayList<>();
    private final Recent<String, String> recent = new Recent<>(16, String::length);

    private String ask(String question) {
        return recent.answer(question, asked -> {
            made.add(asked);
            return asked;
        });
    }

    @Test
    void makesAnAnswerOnce() {
        assertThat(List.of(ask("ab"), ask("ab"))).containsExactly("ab", "ab");
        assertThat(made).containsExactly("ab");
    }

    @Test
    void dropsTheLongestUnusedWhereTheWeightIsReached() {
        for (int i = 1; i <= 8; i++) {
            ask("a" + i);
        }
        ask("a1");
        ask("a9");
        assertThat(recent.weight()).isEqualTo(16);
        made.clear();
        ask("a1");
        ask("a2");
        assertThat(made).containsExactly("a2");
    }

    @Test
    void keepsNothingThatWouldDriveOutManyOthers() {
        ask("abc");
        assertThat(recent.weight()).isZero();
    }
}
