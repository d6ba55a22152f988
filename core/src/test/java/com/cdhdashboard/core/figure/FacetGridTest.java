package com.cdhdashboard.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
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
        "1, Odds ratio against Control",
        "3, Odds ratio against Control",
        "4, Odds ratio against<br>Control",
        "6, Odds ratio<br>against Control"
    })
    void titlesOfNarrowColumnsAreKeptOffTheirNeighbours(int columns, String text) {
        FacetGrid grid = new FacetGrid(Collections.nCopies(columns, "a"), List.of(""));
        Attributes layout = Attributes.none();
        grid.addAxes(layout, Attributes.none(), Attributes.none(), "Odds ratio against Control", "Rows of all");

        assertThat(layout.toMap().get("xaxis")).extracting("title").isEqualTo(Map.of("text", text, "standoff", 8));
        assertThat(layout.toMap().get("yaxis"))
                .extracting("title")
                .isEqualTo(Map.of("text", "Rows of all", "standoff", 8));
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
