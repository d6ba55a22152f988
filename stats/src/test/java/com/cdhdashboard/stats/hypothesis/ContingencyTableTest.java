package com.cdhdashboard.stats.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContingencyTableTest {
    private static final Proportion EMPTY = new Proportion(0, 0);
    private static final Proportion LOW = new Proportion(100, 900);
    private static final Proportion HIGH = new Proportion(120, 880);

    @Test
    void ofTwoGroupsChiSquareIsTheSquareOfZ() {
        double z = new TwoProportionTest(LOW, HIGH).z();

        assertThat(ContingencyTable.of(LOW, HIGH).chiSquare().value()).isCloseTo(z * z, within(1e-14));
    }

    @Test
    void anEmptyGroupMakesNothingTestable() {
        ContingencyTable table = ContingencyTable.of(LOW, EMPTY, HIGH);

        assertThat(table.chiSquare().value()).isNaN();
        assertThat(table.chiSquare().pValue()).isNaN();
        assertThat(table.likelihoodRatio().log10PValue()).isNaN();
    }

    @Test
    void aTableWithoutGroupsCannotBeTested() {
        assertThat(ContingencyTable.of().isTestable()).isFalse();
        assertThat(ContingencyTable.of().likelihoodRatio().value()).isNaN();
    }

    @Test
    void countsAreSmallWhenAnExpectedOneIsBelowFive() {
        assertThat(ContingencyTable.of(new Proportion(1, 9), new Proportion(2, 8))
                        .hasSmallCounts())
                .isTrue();
        assertThat(ContingencyTable.of(LOW, HIGH).hasSmallCounts()).isFalse();
    }

    @Test
    void aNegativeStatisticIsRefused() {
        assertThatThrownBy(() -> new ChiSquareStatistic(-1, 1))
                .hasMessage("not a chi-square statistic: -1.0 with 1 degrees of freedom");
    }
}
