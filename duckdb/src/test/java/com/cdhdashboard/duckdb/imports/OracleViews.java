package com.cdhdashboard.duckdb.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.metric.ModelScoresMetric;
import com.cdhdashboard.core.metric.answer.Question;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Expected values of an export, computed by brute force from its rows, and the comparison with them. */
final class OracleViews {
    private static final double RELATIVE = 1e-9;
    private static final String FINAL = "_final";

    private final Path folder;
    private final JsonNode views;

    private OracleViews(Path folder) throws IOException {
        this.folder = folder;
        this.views = new ObjectMapper()
                .readTree(folder.resolve("expected.json").toFile())
                .get("views");
    }

    /** The export of the test data. */
    static OracleViews find() throws IOException {
        Path folder = TestData.path("ih/oracle");
        return new OracleViews(folder);
    }

    Path folder() {
        return folder;
    }

    /** The files of the export, oldest first. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
    }

    String configuration() throws IOException {
        return Files.readString(folder.resolve("oracle.toml"));
    }

    /**
     * Compares every view of a metric that is computed: counts exactly, scores within 1e-9, but areas within 0.001 and
     * average precision within 0.002. The cells of this export are small enough for exact quantiles.
     */
    void assertMatches(Configuration configuration, CubeReader cubes) {
        int compared = 0;
        List<Metric> metrics = Metrics.of(configuration);
        for (JsonNode view : views) {
            Optional<Metric> metric = metrics.stream()
                    .filter(candidate ->
                            candidate.name().equals(view.get("metric").asText()))
                    .findFirst();
            if (metric.isPresent()) {
                assertMatches(view, metric.get(), cubes);
                compared++;
            }
        }
        assertThat(compared).as("views compared").isEqualTo(29);
    }

    private static void assertMatches(JsonNode view, Metric metric, CubeReader cubes) {
        List<String> groupBy = new ArrayList<>();
        view.get("group_by").forEach(name -> groupBy.add(name.asText()));
        List<Filter> filters = new ArrayList<>();
        view.get("filters").properties().forEach(entry -> {
            List<Optional<String>> values = new ArrayList<>();
            entry.getValue().forEach(value -> values.add(Optional.of(value.asText())));
            filters.add(Filter.In.of(entry.getKey(), values));
        });
        assertMatches(view, groupBy, answer(metric, groupBy, filters, cubes), "");
        if (metric.family() == Family.MODEL_ML_SCORES) {
            Metric ofFinal = metric.onProperty(ModelScoresMetric.FINAL_PROPENSITY);
            assertMatches(view, groupBy, answer(ofFinal, groupBy, filters, cubes), FINAL);
        }
    }

    private static Table answer(Metric metric, List<String> groupBy, List<Filter> filters, CubeReader cubes) {
        return Question.ofAllScores(metric, groupBy, filters).answer(cubes);
    }

    private static void assertMatches(JsonNode view, List<String> groupBy, Table table, String ending) {
        String where = view.get("metric").asText() + " by " + groupBy;
        assertThat(table.rows()).as(where).hasSameSizeAs(view.get("rows"));
        for (JsonNode expected : view.get("rows")) {
            assertMatches(where, expected, table, rowOf(where, expected, groupBy, table), ending);
        }
    }

    private static List<@Nullable Object> rowOf(String where, JsonNode expected, List<String> groupBy, Table table) {
        return table.rows().stream()
                .filter(row -> groupBy.stream()
                        .allMatch(name -> text(value(table, row, name)).equals(text(expected.get(name)))))
                .findFirst()
                .orElseThrow(() -> new AssertionError(where + ": no row for " + expected));
    }

    private static void assertMatches(
            String where, JsonNode expected, Table table, List<@Nullable Object> row, String ending) {
        expected.properties().forEach(entry -> {
            if (ending.isEmpty()
                    ? entry.getKey().endsWith(FINAL)
                    : !entry.getKey().endsWith(ending)) {
                return;
            }
            // Arms stand in a table of their own; an odds ratio has the name of the test it stands beside.
            String name = entry.getKey()
                    .replaceFirst("^odds_ratio_", "g_odds_ratio_")
                    .replaceFirst("^lists$", "Lists")
                    .replace(FINAL, "");
            if (name.equals("arms")) {
                assertArms(entry.getValue(), (Table) requireNonNull(value(table, row, name), name));
                return;
            }
            Object actual = value(table, row, name);
            String what = where + " " + row + " " + name;
            if (entry.getValue().isNull()) {
                assertThat(actual).as(what).isNull();
            } else if (entry.getValue().isTextual()) {
                assertThat(text(actual)).as(what).isEqualTo(entry.getValue().asText());
            } else if (actual instanceof Long count) {
                assertThat(count).as(what).isEqualTo(entry.getValue().asLong());
            } else {
                double number = entry.getValue().asDouble();
                assertThat((Double) actual).as(what).isCloseTo(number, within(tolerance(name, number, expected)));
            }
        });
    }

    /** The spread of a constant is 0 here, where adding up in doubles leaves the rounding error of the mean. */
    private static double tolerance(String name, double number, JsonNode expected) {
        double relative = Math.abs(number) * RELATIVE;
        double largest =
                Math.abs(expected.path(name.replaceAll("_[^_]+$", "_Max")).asDouble()) * 1e-15;
        return switch (name.substring(name.lastIndexOf('_') + 1)) {
            case "auc" -> 0.001;
            case "precision" -> 0.002;
            case "Std" -> relative + largest;
            case "Var" -> relative + largest * largest;
            default -> relative + 1e-300;
        };
    }

    private static void assertArms(JsonNode expected, Table arms) {
        assertThat(arms.rows()).hasSize(expected.size());
        for (List<@Nullable Object> arm : arms.rows()) {
            JsonNode counts = expected.get(text(value(arms, arm, "arm")));
            assertThat(value(arms, arm, "Positives")).isEqualTo(counts.get(0).asLong());
            assertThat(value(arms, arm, "Negatives")).isEqualTo(counts.get(1).asLong());
        }
    }

    private static @Nullable Object value(Table table, List<@Nullable Object> row, String name) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        assertThat(names).contains(name);
        return row.get(names.indexOf(name));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof JsonNode node) {
            return node.isNull() ? "null" : node.asText();
        }
        return String.valueOf(value);
    }
}
