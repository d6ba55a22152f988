package com.cdhdashboard.stats.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoProportionTestTest {
    private static final Percentage PRECISION = Percentage.withPercentage(1e-10);

    // mpmath, 80 digits, rounded to double
    @ParameterizedTest(name = "{0}/{1} against {2}/{3}")
    @CsvSource({
        "189, 10845, 104, 10933, 5.001388204008377, 5.691896973740856e-07, -6.244742969469829",
        "344, 126, 367, 1364, 21.374614762854552, 2.3021511783550803e-101, -100.6378661603893",
        "4000000000, 4000000000, 4000000000, 4000000001, 7.90569414967979e-06, 0.9999936921686956, -2.739464968325142e-06",
        "2200000000, 3000000000, 2200050000, 2999950000, -0.9923938233188687, 0.3210054508482701, -0.4934875929744847",
        "20000, 180000, 27480, 172520, -36.5665811896933, 9.721400734895142e-293, -292.0122711540442",
    })
    void zAndPMatchExactValues(long s1, long f1, long s2, long f2, double z, double p, double log10P) {
        TwoProportionTest test = new TwoProportionTest(new Proportion(s1, f1), new Proportion(s2, f2));

        assertThat(test.z()).isCloseTo(z, PRECISION);
        assertThat(test.pValue()).isCloseTo(p, PRECISION);
        assertThat(test.log10PValue()).isCloseTo(log10P, within(1e-9));
    }

    @ParameterizedTest(name = "{0}/{1} against {2}/{3}")
    @CsvSource({"0, 0, 5, 10", "5, 10, 0, 0", "0, 10, 0, 10", "10, 0, 10, 0", "0, 0, 0, 0"})
    void withoutTwoGroupsAndTwoOutcomesThereIsNothingToTest(long s1, long f1, long s2, long f2) {
        TwoProportionTest test = new TwoProportionTest(new Proportion(s1, f1), new Proportion(s2, f2));

        assertThat(test.z()).isNaN();
        assertThat(test.pValue()).isNaN();
        assertThat(test.log10PValue()).isNaN();
    }

    @ParameterizedTest(name = "{0}/{1} against {2}/{3}")
    @CsvSource({"1, 1, 1, 1", "500, 49500, 10000000, 990000000"})
    void equalRatesGiveZeroAndOne(long s1, long f1, long s2, long f2) {
        TwoProportionTest test = new TwoProportionTest(new Proportion(s1, f1), new Proportion(s2, f2));

        assertThat(test.z()).isZero();
        assertThat(test.pValue()).isEqualTo(1);
        assertThat(test.log10PValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1000000000, 1, 1, 1000000000, 44721.35948291376"})
    void aPValueBelowTheSmallestDoubleStillHasALogarithm(long s1, long f1, long s2, long f2, double z) {
        TwoProportionTest test = new TwoProportionTest(new Proportion(s1, f1), new Proportion(s2, f2));

        assertThat(test.z()).isCloseTo(z, PRECISION);
        assertThat(test.pValue()).isZero();
        assertThat(test.log10PValue()).isLessThan(-4e8).isFinite();
    }
}
