package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One question to a metric with the answer worked out by brute force from the rows of an export.
 *
 * @param property the one whose scores are asked for, where the metric has several
 * @param filters allowed values by dimension
 * @param rows the answer: objects in any order, with the names of the answer
 */
record ExpectedView(
        String metric,
        Optional<String> property,
        List<String> groupBy,
        Map<String, List<String>> filters,
        List<JsonNode> rows) {
    private static final double RELATIVE = 1e-9;
    private static final String FINAL = "_final";

    /** The views in a file of expected values, in its order; scores of a second property make a view of their own. */
    static List<ExpectedView> read(Path file) throws IOException {
        List<ExpectedView> views = new ArrayList<>();
        for (JsonNode view : new ObjectMapper().readTree(file.toFile()).get("views")) {
            views.add(of(view, Optional.empty()));
            if (view.get("rows").get(0).has("roc_auc" + FINAL)) {
                views.add(of(view, Optional.of("FinalPropensity")));
            }
        }
        return views;
    }

    private static ExpectedView of(JsonNode view, Optional<String> property) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        view.get("filters").properties().forEach(entry -> filters.put(entry.getKey(), texts(entry.getValue())));
        List<JsonNode> rows = StreamSupport.stream(view.get("rows").spliterator(), false)
                .map(row -> answered(row, property.isPresent()))
                .toList();
        return new ExpectedView(view.get("metric").asText(), property, texts(view.get("group_by")), filters, rows);
    }

    private static JsonNode answered(JsonNode row, boolean ofFinal) {
        ObjectNode answered = JsonNodeFactory.instance.objectNode();
        row.properties().stream()
                .filter(entry -> !entry.getKey().endsWith(FINAL))
                .forEach(entry -> answered.set(entry.getKey().replaceFirst("^lists$", "Lists"), entry.getValue()));
        row.properties().stream()
                .filter(entry -> ofFinal && entry.getKey().endsWith(FINAL))
                .forEach(entry -> answered.set(entry.getKey().replace(FINAL, ""), entry.getValue()));
        return answered;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /**
     * Every expected value must be there: whole numbers exactly, areas within 0.001 and average precision within 0.002,
     * others within 1e-9 of their size, nulls as null.
     */
    void assertAnswered(JsonNode answer) {
        assertThat(answer.isArray()).as(toString()).isTrue();
        assertThat(answer).as(toString()).hasSameSizeAs(rows);
        for (JsonNode expected : rows) {
            JsonNode row = rowOf(expected, answer);
            expected.properties().forEach(entry -> assertExpected(entry.getKey(), expected, row));
        }
    }

    /** Arms stand in a table of their own, and an odds ratio is answered under the name of either test. */
    private void assertExpected(String name, JsonNode expected, JsonNode row) {
        if (name.equals("arms")) {
            assertArms(expected.get(name), row.get(name));
        } else if (name.startsWith("odds_ratio_")) {
            assertSame("g_" + name, expected.get(name), row, tolerance(name, expected));
            assertSame("chi2_" + name, expected.get(name), row, tolerance(name, expected));
        } else {
            assertSame(name, expected.get(name), row, tolerance(name, expected));
        }
    }

    /** The spread of a constant is 0, where the expected one may hold the rounding error of the mean. */
    private static double tolerance(String name, JsonNode expected) {
        double relative = Math.abs(expected.get(name).asDouble()) * RELATIVE + Double.MIN_NORMAL;
        double rounding =
                Math.abs(expected.path(name.replaceAll("_[^_]+$", "_Max")).asDouble()) * 1e-15;
        return switch (name.substring(name.lastIndexOf('_') + 1)) {
            case "auc" -> 0.001;
            case "precision" -> 0.002;
            case "Std" -> relative + rounding;
            case "Var" -> relative + rounding * rounding;
            default -> relative;
        };
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

    private void assertSame(String name, JsonNode expected, JsonNode row, double tolerance) {
        String what = this + ", " + name + " of " + row;
        assertThat(row.has(name)).as(what).isTrue();
        JsonNode actual = row.get(name);
        assertThat(actual.isNull()).as(what).isEqualTo(expected.isNull());
        if (expected.isIntegralNumber()) {
            assertThat(actual.isIntegralNumber()).as(what).isTrue();
            assertThat(actual.asLong()).as(what).isEqualTo(expected.asLong());
        } else if (expected.isNumber()) {
            assertThat(actual.isNumber()).as(what).isTrue();
            assertThat(actual.asDouble()).as(what).isCloseTo(expected.asDouble(), within(tolerance));
        } else {
            assertThat(actual.asText()).as(what).isEqualTo(expected.asText());
        }
    }

    @Override
    public String toString() {
        return metric + property.map(" of "::concat).orElse("") + " by " + groupBy
                + (filters.isEmpty() ? "" : " where " + filters);
    }
}
