package com.cdhdashboard.stats.clv.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseHistoriesTest {
    @ParameterizedTest
    @CsvSource({
        "-1, 0, 5",
        "0, 1, 5",
        "2, 0, 5",
        "1, 6, 5",
        "1, -1, 5",
        "0, 0, -1",
        "1, NaN, 5",
        "1, 1, NaN",
        "1, 1, Infinity"
    })
    void refusesWhatCannotHaveHappened(int repeats, double lastRepeat, double observed) {
        assertThatThrownBy(() -> new PurchaseHistory(repeats, lastRepeat, observed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a purchase history: " + repeats + " repeats, the last at " + lastRepeat
                        + ", observed for " + observed
                        + "; the last lies between 0 and the end, and is 0 exactly where there is no repeat");
    }

    @Test
    void keepsEqualHistoriesOnceInAFixedOrder() {
        PurchaseHistories histories = PurchaseHistories.of(
                new int[] {2, 0, 2, 0, 2}, new double[] {9, 0, 3, -0.0, 9}, new double[] {20, 7, 20, 7, 20});

        assertThat(histories.groups()).isEqualTo(3);
        assertThat(histories.history(0)).isEqualTo(new PurchaseHistory(0, 0, 7));
        assertThat(histories.history(1)).isEqualTo(new PurchaseHistory(2, 3, 20));
        assertThat(histories.history(2)).isEqualTo(new PurchaseHistory(2, 9, 20));
        assertThat(new long[] {histories.customers(0), histories.customers(1), histories.customers(2)})
                .containsExactly(2, 1, 2);
        assertThat(histories.rows()).isEqualTo(5);
        assertThat(histories.groupOfRow(0)).isEqualTo(2);
        assertThat(histories.groupOfRow(2)).isEqualTo(1);
        assertThat(histories.groupOfRow(3)).isZero();
        assertThat(histories.customers()).isEqualTo(5);
        assertThat(histories.repeatBuyers()).isEqualTo(3);
        assertThat(histories.repeats()).isEqualTo(6);
        assertThat(histories.longestObserved()).isEqualTo(20);
    }

    @Test
    void refusesArraysOfDifferentLengthAndRowsOfNobody() {
        assertThatThrownBy(() -> PurchaseHistories.of(new int[2], new double[2], new double[1]))
                .hasMessage("arrays of one length are needed: 2, 2, 1, 2");
        assertThatThrownBy(() -> PurchaseHistories.of(new int[1], new double[1], new double[1], new long[1]))
                .hasMessage("row 0, PurchaseHistory[repeats=0, lastRepeat=0.0, observed=0.0], has 0 customers");
    }
}
