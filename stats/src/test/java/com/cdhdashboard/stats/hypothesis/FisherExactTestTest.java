package com.cdhdashboard.stats.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FisherExactTestTest {
    // Fractions of whole numbers of tables: 34/70, 11/21, 7/22
    @ParameterizedTest(name = "{0}/{1} against {2}/{3}")
    @CsvSource({
        "3, 1, 1, 3, 0.4857142857142857",
        "2, 3, 4, 1, 0.5238095238095238",
        "1, 1, 9, 1, 0.3181818181818182",
        "5, 5, 5, 6, 1"
    })
    void smallTablesHaveThePValueCountedByHand(long s1, long f1, long s2, long f2, double expected) {
        assertThat(new FisherExactTest(new Proportion(s1, f1), new Proportion(s2, f2)).pValue())
                .isCloseTo(expected, within(1e-14));
    }

    @Test
    void theGroupsMayBeSwapped() {
        Proportion first = new Proportion(3, 17);
        Proportion second = new Proportion(9, 8);

        assertThat(new FisherExactTest(first, second).pValue())
                .isCloseTo(new FisherExactTest(second, first).pValue(), within(1e-15));
    }

    @Test
    void withoutTwoGroupsAndTwoOutcomesThereIsNothingToTest() {
        assertThat(new FisherExactTest(new Proportion(0, 0), new Proportion(1, 2)).pValue())
                .isNaN();
        assertThat(new FisherExactTest(new Proportion(3, 0), new Proportion(4, 0)).pValue())
                .isNaN();
    }

    @Test
    void hugeCountsThatCouldNotDifferMoreAreDoneAtOnce() {
        FisherExactTest test = new FisherExactTest(new Proportion(1_000_000_000, 1), new Proportion(1, 1_000_000_000));

        assertThat(Assertions.assertTimeout(Duration.ofSeconds(5), test::pValue))
                .isZero();
    }
}
