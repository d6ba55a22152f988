package com.cdhdashboard.app.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.plotly.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawnTracesTest {
    @Test
    void theLibraryDrawsAllThatFiguresHoldAndNothingElse() {
        assertThat(Arrays.stream(Part.values()).flatMap(part -> part.types().stream()))
                .containsExactlyInAnyOrderElementsOf(Figure.TRACES);
    }

    @Test
    void aFigureHoldsNoTraceThatTheLibraryLacks() {
        assertThatThrownBy(() -> new Figure(List.of(Map.of("type", "sankey")), Map.of()))
                .hasMessage("no trace is of type sankey");
    }
}
