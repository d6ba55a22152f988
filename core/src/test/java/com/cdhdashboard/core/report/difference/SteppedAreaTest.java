package com.cdhdashboard.core.report.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.stats.binary.ScoreDistribution;
import org.junit.jupiter.api.Test;

class SteppedAreaTest {
    @Test
    void scoresBetweenTwoThresholdsCannotBeToldApart() {
        ScoreDistribution scores =
                ScoreDistribution.of(new double[] {0.005, 0.006}, new long[] {0, 10}, new long[] {10, 0});

        assertThat(scores.auc()).isEqualTo(1);
        // From (0, 0) straight to (1, 1)
        assertThat(SteppedArea.of(scores)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void whatLiesRightOfTheFirstPointIsLost() {
        ScoreDistribution scores = ScoreDistribution.of(new double[] {0, 0.5}, new long[] {1, 3}, new long[] {2, 2});

        assertThat(scores.auc()).isEqualTo(0.625);
        // Through (0, 0), (0.25, 0.375), (0.5, 0.75) and (0.75, 0.875): 0.046875 + 0.140625 + 0.203125
        assertThat(SteppedArea.of(scores)).isCloseTo(0.390625, within(1e-12));
    }

    @Test
    void ofOneClassThereIsNone() {
        assertThat(SteppedArea.of(ScoreDistribution.of(new double[] {0.5}, new long[] {3}, new long[] {0})))
                .isNaN();
    }
}
