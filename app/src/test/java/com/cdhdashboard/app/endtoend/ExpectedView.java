package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * One question to a metric with the answer worked out by brute force from the rows of an export.
 *
 * @param filters allowed values by dimension
 * @param rows the answer: an array of objects, in any order
 */
record ExpectedView(String metric, List<String> groupBy, Map<String, List<String>> filters, JsonNode rows) {
    private static final double RELATIVE = 1e-9;

    /** The views of some metrics in a file of expected values, in its order. */
    static List<ExpectedView> read(Path file, List<String> metrics) throws IOException {
        List<ExpectedView> views = new ArrayList<>();
        for (JsonNode view : new ObjectMapper().readTree(file.toFile()).get("views")) {
            if (metrics.contains(view.get("metric").asText())) {
                Map<String, List<String>> filters = new LinkedHashMap<>();
                view.get("filters").properties().forEach(entry -> filters.put(entry.getKey(), texts(entry.getValue())));
                views.add(new ExpectedView(
                        view.get("metric").asText(), texts(view.get("group_by")), filters, view.get("rows")));
            }
        }
        return views;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Every expected value must be there: whole numbers exactly, others within 1e-9 of their size, nulls as null. */
    void assertAnswered(JsonNode answer) {
        assertThat(answer.isArray()).as(toString()).isTrue();
        assertThat(answer).as(toString()).hasSameSizeAs(rows);
        for (JsonNode expected : rows) {
            JsonNode row = rowOf(expected, answer);
            expected.properties().forEach(entry -> assertExpected(entry.getKey(), entry.getValue(), row));
        }
    }

    /** Arms stand in a table of their own, and an odds ratio is answered under the name of either test. */
    private void assertExpected(String name, JsonNode expected, JsonNode row) {
        if (name.equals("arms")) {
            assertArms(expected, row.get(name));
        } else if (name.startsWith("odds_ratio_")) {
            assertSame("g_" + name, expected, row);
            assertSame("chi2_" + name, expected, row);
        } else {
            assertSame(name, expected, row);
        }
    }

    private void assertArms(JsonNode expected, JsonNode arms) {
        assertThat(arms).as(toString()).hasSameSizeAs(expected);
        for (JsonNode arm : arms) {
            JsonNode counts = expected.get(arm.get("arm").asText());
            assertThat(arm.get("Positives").asLong()).isEqualTo(counts.get(0).asLong());
            assertThat(arm.get("Negatives").asLong()).isEqualTo(counts.get(1).asLong());
        }
    }

    private JsonNode rowOf(JsonNode expected, JsonNode answer) {
        return StreamSupport.stream(answer.spliterator(), false)
                .filter(row -> groupBy.stream().allMatch(name -> sameGroup(expected.get(name), row.get(name))))
                .findFirst()
                .orElseThrow(() -> new AssertionError(this + ": no row for " + expected));
    }

    /** Years are numbers in the one and may be so in the other; a missing value equals only a missing one. */
    private static boolean sameGroup(JsonNode expected, JsonNode actual) {
        return expected.isNull() == actual.isNull() && expected.asText().equals(actual.asText());
    }

    private void assertSame(String name, JsonNode expected, JsonNode row) {
        String what = this + ", " + name + " of " + row;
        assertThat(row.has(name)).as(what).isTrue();
        JsonNode actual = row.get(name);
        assertThat(actual.isNull()).as(what).isEqualTo(expected.isNull());
        if (expected.isIntegralNumber()) {
            assertThat(actual.isIntegralNumber()).as(what).isTrue();
            assertThat(actual.asLong()).as(what).isEqualTo(expected.asLong());
        } else if (expected.isNumber()) {
            double number = expected.asDouble();
            assertThat(actual.isNumber()).as(what).isTrue();
            assertThat(actual.asDouble())
                    .as(what)
                    .isCloseTo(number, within(Math.abs(number) * RELATIVE + Double.MIN_NORMAL));
        } else {
            assertThat(actual.asText()).as(what).isEqualTo(expected.asText());
        }
    }

    @Override
    public String toString() {
        return metric + " by " + groupBy + (filters.isEmpty() ? "" : " where " + filters);
    }
}
