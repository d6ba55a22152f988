package com.cdhdashboard.stats.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AscendingScoresTest {
    @Test
    void countsEqualScoresTogether() {
        AscendingScores scores = new AscendingScores(2);
        scores.add(0.1, 1, 2);
        scores.add(0.1, 4_000_000_000L, 0);
        scores.add(0.2, 0, 5);
        assertThat(scores.distribution())
                .isEqualTo(ScoreDistribution.of(
                        new double[] {0.1, 0.2}, new long[] {4_000_000_001L, 0}, new long[] {2, 5}));
    }

    @Test
    void beginsAgainWithNothing() {
        AscendingScores scores = new AscendingScores(1);
        scores.add(0.9, 1, 1);
        ScoreDistribution before = scores.distribution();
        scores.clear();
        assertThat(scores.distribution()).isEqualTo(ScoreDistribution.EMPTY);
        scores.add(0.5, 2, 0);
        assertThat(scores.distribution())
                .isEqualTo(ScoreDistribution.of(new double[] {0.5}, new long[] {2}, new long[] {0}));
        assertThat(before.score(0)).isEqualTo(0.9);
    }

    @ParameterizedTest
    @CsvSource({"0.4, 1, 1", "NaN, 1, 1", "Infinity, 1, 1", "0.6, -1, 1", "0.6, 1, -1"})
    void refusesWhatIsNoCountOrNotAscending(double score, long positives, long negatives) {
        AscendingScores scores = new AscendingScores(2);
        scores.add(0.5, 1, 1);
        assertThatThrownBy(() -> scores.add(score, positives, negatives))
                .hasMessage("scores are finite and ascending, counts not negative; not so " + score + " with "
                        + positives + " and " + negatives);
    }
}
