package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outcomes that come late, in whatever order of files, and rows whose day is wrong. */
class LateOutcomesTest {
    private static final String IMPRESSION = "1-impression.json";
    private static final String LATE_NOTE = "Note: 1 row came more than 30 days after the decision, the first in"
            + " \"3-click-40-days.json\" on 2024-02-10: such a row is an interaction of its own";

    @TempDir
    Path temporary;

    private CaseStore store(String name) {
        return CaseStore.in(temporary.resolve("data"), TestData.path("cases", name, "c.toml"));
    }

    /** Imports one file after the other, and gives what was said. */
    private static String importing(CaseStore store, List<Path> files) {
        StringBuilder said = new StringBuilder();
        for (Path file : files) {
            InstalledProgram.Outcome outcome = store.importing(file);
            assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
            said.append(outcome.err());
        }
        return said.toString();
    }

    private static List<Path> files(String name, String order) {
        return List.of(order.split(" ")).stream()
                .map(file -> TestData.path("cases", name, "in", file))
                .toList();
    }

    private static String countOfA(CaseStore store) {
        JsonNode total = store.total("engagement", "--filter", "Name=A");
        return total.get("Count").asText() + ", " + total.get("Positives").asText();
    }

    @ParameterizedTest
    @CsvSource({
        IMPRESSION + " 2-click-7-days.json 3-other-day-45.json",
        "3-other-day-45.json 2-click-7-days.json " + IMPRESSION,
        IMPRESSION + " 3-other-day-45.json 2-click-7-days.json"
    })
    void aClickInTimeTakesThePlaceOfItsImpressionInAnyOrder(String order) {
        CaseStore store = store("54-late-order");
        importing(store, files("54-late-order", order));
        assertThat(countOfA(store)).isEqualTo("1, 1");
    }

    @Test
    void aClickInTimeTakesThePlaceOfItsImpressionInOneRun() {
        CaseStore store = store("54-late-order");
        importing(store, List.of(TestData.path("cases", "54-late-order", "in")));
        assertThat(countOfA(store)).isEqualTo("1, 1");
    }

    @ParameterizedTest
    @CsvSource({
        IMPRESSION + " 2-other-day-35.json 3-click-40-days.json",
        "3-click-40-days.json 2-other-day-35.json " + IMPRESSION
    })
    void aClickTooLateIsAnInteractionOfItsOwnInAnyOrder(String order) {
        CaseStore store = store("55-late-40-days");
        assertThat(importing(store, files("55-late-40-days", order))).contains(LATE_NOTE);
        assertThat(countOfA(store)).isEqualTo("2, 1");
    }

    @Test
    void aClickTooLateIsAnInteractionOfItsOwnInOneRun() {
        CaseStore store = store("55-late-40-days");
        assertThat(importing(store, List.of(TestData.path("cases", "55-late-40-days", "in"))))
                .contains(LATE_NOTE);
        assertThat(countOfA(store)).isEqualTo("2, 1");
    }

    @Test
    void aRowOfAFarDayMakesNothingFinal() {
        CaseStore store = store("54-late-order");
        importing(store, files("54-late-order", IMPRESSION));
        InstalledProgram.Outcome future = store.importing(TestData.path("hostile", "11-future-row", "a-future.json"));
        assertThat(future.out() + future.err()).contains("2999");
        importing(store, files("54-late-order", "2-click-7-days.json"));
        assertThat(countOfA(store)).isEqualTo("1, 1");
    }
}
