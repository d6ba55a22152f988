package com.cdhdashboard.stats.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SampleMeanTest {
    private static SampleMean of(double... values) {
        return SampleMean.ofSums(
                values.length,
                DoubleStream.of(values).sum(),
                DoubleStream.of(values).map(value -> value * value).sum());
    }

    /** t of 0.975 with 4 degrees of freedom is 2.776445 in every table; s² is 2.5. */
    @Test
    void intervalIsOfStudentsT() {
        Interval interval = of(1, 2, 3, 4, 5).interval();
        assertThat(interval.low()).isCloseTo(3 - 2.776445105 * Math.sqrt(0.5), within(1e-8));
        assertThat(interval.high()).isCloseTo(3 + 2.776445105 * Math.sqrt(0.5), within(1e-8));
        double half = SampleMean.ofSums(1e6, 0, 1e6).interval().high();
        assertThat(half).isCloseTo(1.959963985e-3, within(1e-8));
    }

    /** Equal variances and numbers: Welch's degrees of freedom are 2n − 2 = 8, t 2.306004. */
    @Test
    void differenceIsAfterWelch() {
        Interval interval = of(1, 2, 3, 4, 5).differenceTo(of(11, 12, 13, 14, 15));
        assertThat(interval.low()).isCloseTo(-10 - 2.306004135, within(1e-8));
        assertThat(interval.high()).isCloseTo(-10 + 2.306004135, within(1e-8));
    }

    @Test
    void oneValueHasNoIntervalAndEqualOnesHaveNoWidth() {
        assertThat(of(7).interval().isDefined()).isFalse();
        assertThat(of(7).differenceTo(of(1, 2, 3)).isDefined()).isFalse();
        assertThat(of(1, 2, 3).differenceTo(of(7)).isDefined()).isFalse();
        assertThat(of(7, 7, 7).interval()).isEqualTo(new Interval(7, 7));
        assertThat(of(7, 7, 7).differenceTo(of(5, 5))).isEqualTo(new Interval(2, 2));
        assertThat(of(7, 7, 7).differenceTo(of(4, 6)).low()).isCloseTo(2 - 12.706204736, within(1e-8));
    }

    @Test
    void fewAreFewerThanThirty() {
        assertThat(new SampleMean(29, 0, 1).isOfFew()).isTrue();
        assertThat(new SampleMean(30, 0, 1).isOfFew()).isFalse();
    }

    @Test
    void fiveNormalValuesAreCoveredAsPromisedAndSkewedOnesNearly() {
        Random random = new Random(41);
        int normal = 0;
        int skewed = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            normal += covers(random.doubles(5).map(u -> random.nextGaussian()).toArray(), 0);
            double[] logNormal =
                    random.doubles(5).map(u -> Math.exp(random.nextGaussian())).toArray();
            skewed += covers(logNormal, Math.exp(0.5));
        }
        assertThat(normal / 20_000.0).isCloseTo(0.95, within(0.005));
        assertThat(skewed / 20_000.0).isBetween(0.80, 0.86);
    }

    private static int covers(double[] values, double mean) {
        Interval interval = of(values).interval();
        return interval.low() <= mean && mean <= interval.high() ? 1 : 0;
    }
}
