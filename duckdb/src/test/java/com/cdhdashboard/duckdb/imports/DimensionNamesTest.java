package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dimensions may be called as columns that the program keeps beside them; those called as a number are refused. */
class DimensionNamesTest {
    private static final List<String> FREE = List.of(
            "N", "Event", "Cell", "Fine", "Finalised", "Role", "Key", "Place", "File", "At", "G", "Row", "Total_mean");

    /** Metrics, each with a dimension that it cannot be counted by. */
    private static final List<List<String>> TAKEN = List.of(
            List.of("engagement_1", "Positives"),
            List.of("engagement_2", "Count"),
            List.of("engagement_3", "CTR"),
            List.of("engagement_4", "TestPositives"),
            List.of("engagement_5", "File:id"),
            List.of("conversion_1", "CONVERSIONS"),
            List.of("conversion_2", "Key:"),
            List.of("descriptive_1", "Rows"),
            List.of("descriptive_2", "Propensity_Count"));

    private static final List<String> ROWS = List.of(
            "\"pyOutcome\":\"Impression\",\"Propensity\":0.1,\"X\":\"a\"",
            "\"pyOutcome\":\"Clicked\",\"Propensity\":0.3,\"X\":\"a\"",
            "\"pyOutcome\":\"Conversion\",\"ConversionEventID\":\"E\",\"Revenue\":1.5,\"X\":\"a\"",
            "\"pyOutcome\":\"Conversion\",\"ConversionEventID\":\"E\",\"Revenue\":2.5,\"X\":\"b\"",
            "\"pyOutcome\":\"Impression\",\"Propensity\":0.5,\"X\":\"b\"",
            "\"pyOutcome\":\"Impression\",\"Propensity\":\"high\",\"X\":\"b\"");

    @TempDir
    private Path temp;

    private static String configuration(List<String> names, String more) {
        return TestingInteractions.configuration("\"Propensity\"", "finalise_after_hours = 0\nlate_outcome_days = 0")
                        .replace("group_by = [\"Day\"]", "group_by = " + dimensions(names))
                + metric("model_ml_scores", dimensions(names))
                + more;
    }

    private static String dimensions(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", ", "[\"Day\", ", "]"));
    }

    private static String metric(String name, String dimensions) {
        return """

                [metrics.%s]
                group_by = %s
                scores = ["Count"]
                columns = ["Propensity"]
                positive_model_response = ["Clicked"]
                negative_model_response = ["Impression"]
                """.formatted(name, dimensions)
                .replaceFirst(name.startsWith("descriptive") ? "(?m)^(positive|negative).*$\n" : "columns.*\n", "")
                .replaceFirst(name.startsWith("descriptive") ? "(?m)^(positive|negative).*$\n" : "never", "");
    }

    private static TestingAnswer answer(TestingStore store, String metric, String dimension) {
        Metric found = Metrics.of(store.configuration()).stream()
                .filter(each -> each.name().equals(metric))
                .findFirst()
                .orElseThrow();
        return TestingAnswer.of(store, found, List.of(dimension));
    }

    /** Rows of a day in which columns of all these names hold the same. */
    private Path export(List<String> names, String day) throws IOException {
        String times = ",\"pxDecisionTime\":\"202403" + day + "T100000 GMT\",\"pxOutcomeTime\":\"202403" + day
                + "T100000 GMT\"";
        List<String> rows = new ArrayList<>();
        for (String row : ROWS) {
            String value = row.substring(row.length() - 3);
            String fields =
                    names.stream().map(name -> "\"" + name + "\":" + value).collect(Collectors.joining(","));
            rows.add(row.replace("\"X\":" + value, fields) + times);
        }
        return TestingInteractions.json(temp.resolve(day + ".json"), rows);
    }

    @Test
    void namesOfTheProgramsOwnColumnsAreFree() throws IOException {
        try (TestingStore store = new TestingStore(temp.resolve("store"), configuration(FREE, ""))) {
            for (String day : List.of("01", "02", "03")) {
                assertThat(store.add(export(FREE, day)).notes()).noneMatch(note -> note.contains(" is off"));
            }
            for (String name : FREE) {
                assertAddsUp(store, name);
            }
        }
    }

    private static void assertAddsUp(TestingStore store, String name) {
        TestingAnswer engagement = answer(store, "engagement", name);
        assertThat(engagement.groups()).hasSize(2);
        engagement.group("a").assertCount("Count", 6);
        engagement.group("a").assertCount("Positives", 3);
        engagement.group("b").assertCount("Count", 3);
        TestingAnswer conversion = answer(store, "conversion", name);
        conversion.group("a").assertNear("Conversions", 0.5, 1e-12);
        conversion.group("b").assertNear("Revenue", 7.5, 1e-12);
        TestingAnswer described = answer(store, "descriptive", name);
        assertThat(described.groups()).hasSize(2);
        described.group("a").assertNear("Propensity_Sum", 1.2, 1e-12);
        described.group("b").assertNear("Propensity_Median", 0.5, 1e-12);
        answer(store, "model_ml_scores", name).group("a").assertNear("roc_auc", 1, 0);
    }

    @Test
    void namesOfNumbersAreRefusedByMetric() throws IOException {
        List<String> names = TAKEN.stream().map(taken -> taken.get(1)).toList();
        String metrics = TAKEN.stream()
                .map(taken -> metric(taken.get(0), dimensions(List.of(taken.get(1)))))
                .collect(Collectors.joining());
        try (TestingStore store = new TestingStore(temp.resolve("store"), configuration(List.of("Name"), metrics))) {
            List<String> notes = store.add(export(names, "01")).notes();
            for (List<String> taken : TAKEN) {
                String name = taken.get(1);
                assertThat(notes)
                        .contains("metric " + taken.get(0) + " is off: it is counted by \"" + name
                                + "\", which is the name of a number of its own; give the column another name under"
                                + " [ih.extensions] columns, such as pl.col(\"" + name + "\").alias(\"Its" + name
                                + "\"), and count by that");
            }
            answer(store, "engagement", "Name").group("Gold").assertCount("Count", 3);
        }
    }
}
