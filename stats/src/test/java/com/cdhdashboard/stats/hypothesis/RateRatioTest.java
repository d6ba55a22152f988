package com.cdhdashboard.stats.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateRatioTest {
    @Test
    void theIntervalOfTheAspirinTrialIsThePublishedOne() {
        // Relative risk of the placebo arm, Physicians' Health Study: 1.82 (1.43, 2.31)
        RateRatio ratio = new RateRatio(new Proportion(189, 10845), new Proportion(104, 10933));

        assertThat(ratio.ratio()).isCloseTo(1.8178, within(5e-5));
        assertThat(ratio.katz().low()).isCloseTo(1.433, within(5e-4));
        assertThat(ratio.katz().high()).isCloseTo(2.306, within(5e-4));
    }

    @Test
    void liftIsTheRatioMinusOne() {
        RateRatio ratio = new RateRatio(new Proportion(30, 970), new Proportion(20, 980));

        assertThat(ratio.lift()).isCloseTo(0.5, within(1e-15));
        assertThat(ratio.liftInterval().low()).isEqualTo(ratio.katz().low() - 1);
        assertThat(ratio.liftInterval().high()).isEqualTo(ratio.katz().high() - 1);
    }

    @ParameterizedTest(name = "{0}/{1} against {2}/{3}")
    @CsvSource({"0, 0, 1, 2", "1, 2, 0, 0", "1, 2, 0, 9", "0, 0, 0, 0"})
    void anEmptyGroupOrAControlWithoutSuccessHasNoRatio(long s1, long f1, long s2, long f2) {
        RateRatio ratio = new RateRatio(new Proportion(s1, f1), new Proportion(s2, f2));

        assertThat(ratio.lift()).isNaN();
        assertThat(ratio.liftInterval().isDefined()).isFalse();
    }

    @Test
    void aTreatmentWithoutSuccessHasALiftOfMinusOneButNoInterval() {
        RateRatio ratio = new RateRatio(new Proportion(0, 5), new Proportion(1, 9));

        assertThat(ratio.lift()).isEqualTo(-1);
        assertThat(ratio.katz().isDefined()).isFalse();
    }

    @Test
    void groupsWithoutFailureHaveAnIntervalOfNoWidth() {
        assertThat(new RateRatio(new Proportion(5, 0), new Proportion(9, 0)).katz())
                .isEqualTo(new Interval(1, 1));
    }
}
