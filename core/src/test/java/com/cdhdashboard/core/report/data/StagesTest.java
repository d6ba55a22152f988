package com.cdhdashboard.core.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StagesTest {
    @Test
    void whereEveryOutcomeComesWithTheOnesBeforeTheLowerNumberIsTheCount() {
        Stages stages = Stages.of(new long[] {100, 20, 5});

        assertThat(stages.least()).containsExactly(100L, 20L, 5L);
        assertThat(stages.most(0)).isEqualTo(125);
        assertThat(stages.most(2)).isEqualTo(5);
    }

    @Test
    void aLaterStageNeverExceedsAnEarlierOne() {
        Stages stages = Stages.of(new long[] {10, 0, 40});

        assertThat(stages.least()).containsExactly(40L, 40L, 40L);
        assertThat(stages.outcomes(0)).isEqualTo(10);
        assertThat(stages.most(0)).isEqualTo(50);
    }

    @Test
    void ratesAreOfTheStageBeforeAndOfTheFirst() {
        Stages stages = Stages.of(new long[] {200, 50, 10});

        assertThat(stages.ofPrevious(0)).isNaN();
        assertThat(stages.ofPrevious(2)).isEqualTo(0.2);
        assertThat(stages.ofFirst(0)).isEqualTo(1);
        assertThat(stages.ofFirst(2)).isEqualTo(0.05);
    }

    @Test
    void afterAStageThatNothingReachedThereIsNoRate() {
        Stages stages = Stages.none(2);

        assertThat(stages.least()).containsExactly(0L, 0L);
        assertThat(stages.ofPrevious(1)).isNaN();
        assertThat(stages.ofFirst(0)).isNaN();
    }
}
