package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.ingest.ImportSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interactions older than the late-arrival buffer keeps become final; their numbers stay, whatever comes later. */
class FinalisationTest {
    private static final String CONFIGURATION = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*.json"
            ih_group_pattern = "(.*)"
            late_outcome_days = 3

            [ih.extensions]
            filter = ""
            columns = ""

            [metrics]
            global_filters = ["Channel"]

            [metrics.engagement]
            group_by = ["Day"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [metrics.conversion]
            group_by = ["Month"]
            scores = ["ConversionRate"]
            positive_model_response = ["Conversion"]
            negative_model_response = ["Impression", "Clicked"]
            """;

    @TempDir
    private Path temp;

    /** A row of interaction {@code id}, decided and answered on these days of March. */
    private static String row(String id, String outcome, int decided, int answered, String event) {
        return String.format(
                Locale.ROOT,
                "{\"pxInteractionID\":\"%s\",\"pySubjectID\":\"C-1\",\"pyChannel\":\"Web\",\"pyIssue\":\"Sales\","
                        + "\"pyGroup\":\"Cards\",\"pyName\":\"Gold\",\"pxRank\":1,\"pyOutcome\":\"%s\","
                        + "\"pxDecisionTime\":\"202403%02dT100000.000 GMT\",\"pxOutcomeTime\":\"202403%02dT100000.000 GMT\","
                        + "\"ModelControlGroup\":\"Test\",\"ConversionEventID\":\"%s\",\"Revenue\":10.5}%n",
                id,
                outcome,
                decided,
                answered,
                event);
    }

    private void write(String name, String... rows) throws IOException {
        Files.writeString(Files.createDirectories(temp.resolve("export")).resolve(name), String.join("", rows));
    }

    private List<List<Object>> engagement(TestingStore store) {
        return positivesAndNegatives(store, "engagement");
    }

    private static List<List<Object>> positivesAndNegatives(TestingStore store, String metric) {
        Table table = store.cubes().rollUp(new RollUp(metric, List.of(), List.of()));
        return List.of(table.rows().get(0).subList(0, 2).stream()
                .map(Object.class::cast)
                .toList());
    }

    private Object conversions(TestingStore store) {
        Table table = store.cubes().rollUp(new RollUp("conversion", List.of(), List.of()));
        return String.valueOf(table.rows().get(0).get(3));
    }

    private TestingStore store() {
        return new TestingStore(temp.resolve("store"), CONFIGURATION);
    }

    @Test
    void aLateClickWithinTheWindowTakesThePlaceOfItsImpression() throws IOException {
        try (TestingStore store = store()) {
            write("1.json", row("a", "Impression", 1, 1, ""), row("b", "Impression", 1, 1, ""));
            store.add(temp.resolve("export"));
            assertThat(engagement(store)).containsExactly(List.of(0L, 2L));
            write("2.json", row("a", "Clicked", 1, 4, ""));
            store.add(temp.resolve("export"));
            assertThat(engagement(store)).containsExactly(List.of(1L, 1L));
        }
    }

    @Test
    void aRowWaitsForALaterDecisionOfItsInteraction() throws IOException {
        try (TestingStore store = store()) {
            for (int day = 1; day <= 6; day++) {
                write(day + ".json", row("other" + day, "Impression", day, day, ""));
            }
            write("a.json", row("a", "Impression", 1, 1, ""), row("a", "Clicked", 3, 3, ""));
            store.add(temp.resolve("export"));
            assertThat(positivesAndNegatives(store, "conversion")).containsExactly(List.of(0L, 7L));
            write("b.json", row("a", "Conversion", 3, 6, ""));
            store.add(temp.resolve("export"));
            assertThat(positivesAndNegatives(store, "conversion")).containsExactly(List.of(1L, 6L));
        }
    }

    @Test
    void aClickAfterTheWindowIsAnInteractionOfItsOwnAndSaidSo() throws IOException {
        try (TestingStore store = store()) {
            write("1.json", row("a", "Impression", 1, 1, ""));
            write("2.json", row("c", "Impression", 10, 10, ""));
            store.add(temp.resolve("export"));
            write("3.json", row("a", "Clicked", 1, 11, ""));
            ImportSummary summary = store.add(temp.resolve("export"));
            assertThat(engagement(store)).containsExactly(List.of(1L, 2L));
            assertThat(summary.notes())
                    .containsExactly("1 row came more than 3 days after the decision, the first in \"3.json\" on"
                            + " 2024-03-11: such a row is an interaction of its own");
        }
    }

    @Test
    void conversionsOfAnEventSumToOneThoughItsTouchpointsBecomeFinalApart() throws IOException {
        try (TestingStore store = store()) {
            write("1.json", row("a", "Conversion", 1, 1, "E1"));
            write("2.json", row("b", "Conversion", 8, 8, "E1"));
            store.add(temp.resolve("export"));
            assertThat(conversions(store)).isEqualTo("1.0");
            write("3.json", row("c", "Conversion", 15, 15, "E1"), row("d", "Conversion", 15, 15, ""));
            store.add(temp.resolve("export"));
            assertThat(conversions(store)).isEqualTo("2.0");
        }
    }

    @Test
    void dayByDayEqualsOneRunWhereOutcomesComeWithinTheWindow() throws IOException {
        for (int day = 1; day <= 20; day++) {
            String[] rows = new String[6];
            for (int i = 0; i < 4; i++) {
                rows[i] = row("i" + day + "-" + i, "Impression", day, day, "");
            }
            int decided = Math.max(1, day - 3);
            rows[4] = row("i" + decided + "-0", "Clicked", decided, day, "");
            rows[5] = row("i" + decided + "-1", "Conversion", decided, day, "E" + decided % 4);
            write(String.format(Locale.ROOT, "%02d.json", day), rows);
        }
        List<Object> inOneRun;
        try (TestingStore store = new TestingStore(temp.resolve("one"), CONFIGURATION)) {
            store.add(temp.resolve("export"));
            inOneRun = allCells(store);
        }
        try (TestingStore store = store()) {
            for (int day = 1; day <= 20; day++) {
                store.add(temp.resolve("export").resolve(String.format(Locale.ROOT, "%02d.json", day)));
            }
            assertThat(allCells(store)).isEqualTo(inOneRun);
        }
    }

    private static List<Object> allCells(TestingStore store) {
        return List.of(
                store.cubes()
                        .rollUp(new RollUp("engagement", List.of("Day", "Channel"), List.of()))
                        .rows(),
                store.cubes()
                        .rollUp(new RollUp("conversion", List.of("Month", "Channel"), List.of()))
                        .rows());
    }
}
