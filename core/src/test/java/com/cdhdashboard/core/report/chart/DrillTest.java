package com.cdhdashboard.core.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.report.Drawing;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrillTest {
    private static final Table TABLE = new Table(
            List.of(
                    Column.dimension("Day", ValueType.DATE),
                    Column.dimension("Month", ValueType.TEXT),
                    Column.dimension("Channel", ValueType.TEXT)),
            List.of(
                    List.of(LocalDate.of(2024, 12, 24), "2024-12", "Web"),
                    Arrays.asList(LocalDate.of(2024, 12, 25), "2024-12", null)));

    private static Map<String, Object> marked(Drill drill, Map<String, Object> trace) {
        Drawing drawing = Drawing.of(TABLE, new Figure(List.of(trace), Map.of()), List.of());
        return drill.mark(drawing).figure().orElseThrow().data().get(0);
    }

    private static Map<String, Object> dimension(String name, String kind) {
        return Map.of("dimension", name, "title", name, "kind", kind);
    }

    private static Map<String, Object> channel(String label) {
        return Map.of("dimension", "Channel", "title", "Channel", "kind", "value", "label", label, "text", label);
    }

    @Test
    void aSeriesSaysItsColourAndWhatLiesAlongItsAxes() {
        Drill drill = new Drill(Optional.of("Day"), Optional.of("Month"), Optional.of("Channel"), List.of());
        assertThat(marked(drill, Map.of("type", "bar", "name", "Web")).get("meta"))
                .isEqualTo(Map.of(
                        "drill",
                        Map.of(
                                "x",
                                dimension("Day", "day"),
                                "y",
                                dimension("Month", "month"),
                                "is",
                                List.of(channel("Web")))));
    }

    @Test
    void aBandIsThatOfItsSeriesAndTheMissingValueIsOneToo() {
        Drill drill = Drill.ofColor("Channel");
        Map<String, Object> band = marked(drill, Map.of("type", "scatter", "legendgroup", "(missing)"));
        assertThat(band.get("meta")).isEqualTo(Map.of("drill", Map.of("is", List.of(channel("(missing)")))));
    }

    @Test
    void whatIsNoValueOfTheColourLeadsNowhere() {
        Map<String, Object> others = Map.of("type", "bar", "name", "other (3)");
        assertThat(marked(Drill.ofColor("Channel"), others)).isEqualTo(others);
        assertThat(marked(Drill.NONE, others)).isEqualTo(others);
    }

    @Test
    void areasSayTheirPathAndDialsTheirValues() {
        Drill drill = Drill.ofPath(List.of("Channel"));
        assertThat(marked(drill, Map.of("type", "treemap")).get("meta"))
                .isEqualTo(Map.of("drill", Map.of("is", List.of(), "path", List.of(dimension("Channel", "value")))));
        Map<String, Object> dial = Map.of("type", "indicator", "meta", "Web", "customdata", List.of("Web"));
        assertThat(marked(drill, dial))
                .containsEntry("meta", "Web")
                .containsEntry("customdata", List.of(Map.of("is", List.of(channel("Web")))));
    }
}
