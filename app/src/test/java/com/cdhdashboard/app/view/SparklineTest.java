package com.cdhdashboard.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.figure.Figure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SparklineTest {
    private static Optional<Sparkline> of(@Nullable Object... values) {
        Map<String, Object> trace = new LinkedHashMap<>();
        trace.put("y", Arrays.asList(values));
        return Sparkline.of(new Figure(List.of(trace), Map.of()));
    }

    @Test
    void valuesFillTheDrawingFromLeastToGreatest() {
        assertThat(of(1, 3, 2))
                .contains(new Sparkline(
                        "M0.00 27.00L50.00 3.00L100.00 15.00",
                        "M0.00 27.00L50.00 3.00L100.00 15.00L100.00 30.00L0.00 30.00Z"));
    }

    @Test
    void aMissingValueIsAGap() {
        assertThat(of(1, 2, null, 2, 1).orElseThrow().line())
                .isEqualTo("M0.00 27.00L25.00 3.00M75.00 3.00L100.00 27.00");
    }

    @Test
    void equalValuesRunThroughTheMiddle() {
        assertThat(of(5, 5).orElseThrow().line()).isEqualTo("M0.00 15.00L100.00 15.00");
    }

    @Test
    void fewerThanTwoValuesAreNoCourse() {
        assertThat(of(1, null)).isEmpty();
        assertThat(of()).isEmpty();
        assertThat(Sparkline.of(new Figure(List.of(), Map.of()))).isEmpty();
    }
}
