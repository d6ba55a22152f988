package com.cdhdashboard.stats.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
    @Test
    void valuesAreMultipliedByTheNumberOfThoseNotYetPassed() {
        // R 4: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
        assertThat(Holm.adjust(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    }

    @Test
    void noAdjustedValueExceedsOne() {
        assertThat(Holm.adjust(0.7, 0.8)).containsExactly(1, 1);
    }

    @Test
    void whatCouldNotBeTestedStaysAndDoesNotCount() {
        assertThat(Holm.adjust(0.02, Double.NaN, 0.03)).containsExactly(0.04, Double.NaN, 0.04);
    }

    @Test
    void oneValueStaysAsItIs() {
        assertThat(Holm.adjust(0.2)).containsExactly(0.2);
        assertThat(Holm.adjust()).isEmpty();
    }

    @Test
    void whatIsNoPValueIsRefused() {
        assertThatThrownBy(() -> Holm.adjust(0.1, 1.5)).hasMessage("not a p-value: 1.5");
    }
}
