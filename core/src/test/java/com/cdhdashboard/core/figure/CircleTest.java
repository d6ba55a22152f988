package com.cdhdashboard.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircleTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 36})
    void noValueLiesWhereTheAxisIs(int values) {
        Circle circle = new Circle(values);
        double axis = (360 + 90 - circle.axisAngle()) % 360;

        assertThat(IntStream.range(0, values).mapToObj(circle::middle).toList())
                .doesNotHaveDuplicates()
                .allSatisfy(middle -> assertThat(Math.abs(middle - axis)).isGreaterThan(circle.width()));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 8, 36})
    void theAxisIsAtTheRightAndTheFirstValueAbove(int values) {
        Circle circle = new Circle(values);

        assertThat(circle.axisAngle()).isCloseTo(0, within(180.0 / (values + 1)));
        assertThat(circle.middle(0)).isZero();
    }
}
