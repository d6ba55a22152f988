package com.cdhdashboard.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircleTest {
    /** What is least needed for the numbers below the axis. */
    private static final double ROOM = 10;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 12, 20, 24, 36, 100})
    void noBarLiesWhereTheAxisAndItsNumbersAre(int values) {
        Circle circle = new Circle(values);
        double axis = 90 - circle.axisAngle();

        assertThat(IntStream.range(0, values).mapToObj(circle::middle).toList())
                .doesNotHaveDuplicates()
                .noneMatch(
                        middle -> middle + circle.width() / 2 > axis - 1 && middle - circle.width() / 2 < axis + ROOM);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 12, 20, 24, 36, 100})
    void theAxisLiesLevelAtTheRightAndTheFirstValueAbove(int values) {
        Circle circle = new Circle(values);

        assertThat(circle.axisAngle()).isCloseTo(0, within(15.0));
        assertThat(circle.middle(0)).isZero();
    }

    @Test
    void barsOfNeighboursDoNotTouch() {
        Circle circle = new Circle(24);

        assertThat(circle.middle(1) - circle.middle(0)).isGreaterThan(circle.width());
        assertThat(360 - circle.middle(23)).isGreaterThan(circle.width());
    }
}
