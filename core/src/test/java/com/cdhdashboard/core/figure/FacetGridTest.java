package com.cdhdashboard.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacetGridTest {
    @ParameterizedTest
    @CsvSource({"1, a name of more let…strip has", "6, a name of …p has"})
    void namesOfColumnsAreAsShortAsTheirColumns(int columns, String text) {
        FacetGrid grid =
                new FacetGrid(Collections.nCopies(columns, "a name of more letters than a strip has"), List.of(""));

        assertThat(grid.strips().get(0).toMap()).containsEntry("text", text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, xaxis | yaxis",
        "2, 1, xaxis xaxis2 | yaxis",
        "3, 1, xaxis2 | yaxis",
        "4, 4, xaxis14 | yaxis5",
        "1, 12, xaxis12 | yaxis6",
    })
    void aTitleStandsOnceWhereThereAreMany(int columns, int rows, String titled) {
        Map<String, Object> layout = axes(columns, rows, "Day");

        assertThat(titled(layout, "xaxis") + " | " + titled(layout, "yaxis")).isEqualTo(titled);
    }

    private static Map<String, Object> axes(int columns, int rows, String xTitle) {
        Attributes layout = Attributes.none();
        new FacetGrid(Collections.nCopies(columns, "a"), Collections.nCopies(rows, "b"))
                .addAxes(layout, Attributes.none(), Attributes.none(), xTitle, "Rows of all");
        return layout.toMap();
    }

    private static String titled(Map<String, Object> layout, String letter) {
        return layout.entrySet().stream()
                .filter(axis -> axis.getKey().startsWith(letter))
                .filter(axis -> ((Map<?, ?>) axis.getValue()).containsKey("title"))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "1, xaxis, Odds ratio of the lift against the control group of all channels",
        "2, xaxis, Odds ratio of the lift against the control group<br>of all channels",
        "6, xaxis3, Odds ratio of the lift against the control group<br>of all channels",
    })
    void longTitlesAreKeptOffTheirNeighbours(int columns, String axis, String text) {
        assertThat(axes(columns, 1, "Odds ratio of the lift against the control group of all channels")
                        .get(axis))
                .extracting("title")
                .isEqualTo(Map.of("text", text, "standoff", 8));
    }

    @Test
    void onlyAxesThatAreFittedToTheDataAreMatched() {
        Attributes layout = Attributes.none();
        Attributes fixed = Attributes.of("range", List.of(0, 40));
        new FacetGrid(List.of("a", "b"), List.of("")).addAxes(layout, fixed, Attributes.none(), "x", "y");

        assertThat(layout.toMap().get("yaxis2")).extracting("matches").isEqualTo("y");
        assertThat(layout.toMap().get("xaxis2")).extracting("range").isEqualTo(List.of(0, 40));
        assertThat(layout.toMap().get("xaxis2")).asString().doesNotContain("matches");
    }
}
