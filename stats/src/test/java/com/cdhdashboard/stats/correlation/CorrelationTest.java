package com.cdhdashboard.stats.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.cdhdashboard.stats.correlation.Correlation.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CorrelationTest {
    private static final double[] X = {1, 2, 3, 4, 5};
    private static final double[] Y = {2, 1, 4, 3, 5};
    private static final double[] TIED = {1, 1, 2, 2, 3};

    /**
     * By hand. X and Y: deviations −2…2 and −1, −2, 1, 0, 2 give r = 8/10, the same for ranks; 8 pairs in order and 2
     * against give τ = 0.6. X and TIED: r = 5/√(10·2.8); ranks 1.5, 1.5, 3.5, 3.5, 5 give ρ = 9/√(10·9); 8 of 10 pairs in
     * order and 2 tied give τ_b = 8/√(10·8).
     */
    static Stream<Arguments> coefficients() {
        return Stream.of(
                arguments(Method.PEARSON, Y, 0.8),
                arguments(Method.SPEARMAN, Y, 0.8),
                arguments(Method.KENDALL, Y, 0.6),
                arguments(Method.PEARSON, TIED, 5 / Math.sqrt(28)),
                arguments(Method.SPEARMAN, TIED, 9 / Math.sqrt(90)),
                arguments(Method.KENDALL, TIED, 8 / Math.sqrt(80)));
    }

    @ParameterizedTest
    @MethodSource("coefficients")
    void coefficientsAreThoseWorkedOutByHand(Method method, double[] y, double expected) {
        Correlation found = Correlation.of(method, X, y);

        assertThat(found.coefficient()).isCloseTo(expected, within(1e-12));
        assertThat(found.pairs()).isEqualTo(5);
    }

    /** r = 0.8 of five pairs: t = 0.8 √(3/0.36) with 3 degrees of freedom, 2.3094, p = 0.10409. */
    @Test
    void thePValueIsThatOfStudentsDistribution() {
        assertThat(Correlation.of(Method.PEARSON, X, Y).pValue()).isCloseTo(0.10408803866182788, within(1e-9));
    }

    /** τ = 0.6 of five pairs: z = 0.6/√(2·15/180) = 1.4697, p = 0.14164. */
    @Test
    void thePValueOfTauIsNormal() {
        assertThat(Correlation.of(Method.KENDALL, X, Y).pValue()).isCloseTo(0.1416, within(1e-4));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void aStraightLineHasNoDoubt(Method method) {
        Correlation found = Correlation.of(method, X, new double[] {10, 8, 6, 4, 2});

        assertThat(found.coefficient()).isCloseTo(-1, within(1e-12));
        assertThat(found.pValue()).isLessThan(0.05);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void thereIsNoneWithoutVariationOrWithOnePair(Method method) {
        assertThat(Correlation.of(method, X, new double[] {7, 7, 7, 7, 7}).coefficient())
                .isNaN();
        assertThat(Correlation.of(method, new double[] {1}, new double[] {2}).coefficient())
                .isNaN();
        assertThat(Correlation.of(method, new double[0], new double[0]).pValue())
                .isNaN();
    }

    @Test
    void twoPairsHaveNoPValue() {
        Correlation found = Correlation.of(Method.PEARSON, new double[] {1, 2}, new double[] {5, 9});

        assertThat(found.coefficient()).isEqualTo(1);
        assertThat(found.pValue()).isNaN();
    }
}
