package com.cdhdashboard.duckdb.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.answer.MetricQueries;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reference sets as interactions of one import: lists of recommendations, values, and tables of experiments. A group for
 * each set; its parts are channels.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenSetsImportTest {
    private static final String CONFIGURATION = TestingMetrics.configuration(
            30,
            List.of("Group"),
            TestingMetrics.metric(
                    "model_ml_scores",
                    List.of("Channel"),
                    of("lists"),
                    "use_t_digest = true",
                    TestingMetrics.RESPONSES),
            TestingMetrics.metric(
                    "descriptive", List.of("Channel"), of("values"), "use_t_digest = true", "columns = [\"Amount\"]"),
            TestingMetrics.metric(
                    "descriptive_of_sets",
                    List.of("Group"),
                    of("values"),
                    "use_t_digest = false",
                    "columns = [\"Amount\"]"),
            TestingMetrics.metric(
                    "experiment",
                    List.of("Channel"),
                    of("tables"),
                    "experiment_name = \"Group\"",
                    "experiment_group = \"Arm\"",
                    TestingMetrics.RESPONSES));
    private static final List<String> LISTS =
            List.of("recmetrics_test", "identical", "disjoint", "zipf_50x5", "unequal_with_repeats");
    private static final double EXACT = 1e-12;
    private static final double RELATIVE = 1e-9;
    /** Larger tables have no more to tell, only more rows. */
    private static final int MOST_INTERACTIONS = 5_000;

    private final TestingExport export = new TestingExport();
    private TestingStore store;

    private static String of(String issue) {
        return "filter = \"pl.col('Issue') == '" + issue + "'\"";
    }

    @BeforeAll
    void importTheSets(@TempDir Path temp) throws IOException {
        for (String set : LISTS) {
            for (String[] line : TestData.csv("recsys/" + set + ".csv")) {
                String part = line[0].hashCode() % 2 == 0 ? "even" : "odd";
                add("lists", set, part, Map.of("pySubjectID", line[0], "pxRank", line[1], "pyName", line[2]), false);
            }
        }
        valueSets().forEach((set, parts) -> {
            for (int part = 0; part < parts.size(); part++) {
                for (JsonNode value : parts.get(part)) {
                    add("values", set, "part " + part, Map.of("Amount", value.doubleValue()), false);
                }
            }
        });
        tables().forEach((name, table) -> addTable(name, table.get("table")));
        export.writeTo(temp.resolve("export"));
        store = new TestingStore(temp.resolve("store"), CONFIGURATION);
        assertThat(store.add(temp.resolve("export")).complete()).isTrue();
    }

    /** Every row has the columns that any has: the import looks for them at the beginning of a file. */
    private void add(String issue, String set, String part, Map<String, Object> columns, boolean positive) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("pyPropensity", 0.5);
        row.put("Arm", "");
        row.putAll(columns);
        row.put("pyIssue", issue);
        row.put("pyGroup", set);
        row.put("pyChannel", part);
        export.add(1, positive ? "Clicked" : "Impression", row);
    }

    private void addTable(String name, JsonNode counts) {
        for (int arm = 0; arm < counts.size(); arm++) {
            long positives = counts.get(arm).get(0).asLong();
            long all = positives + counts.get(arm).get(1).asLong();
            for (long row = 0; row < all; row++) {
                add("tables", name, row % 3 == 0 ? "Web" : "App", Map.of("Arm", arm(arm, counts)), row < positives);
            }
        }
    }

    /** Of two arms the first is the treatment, the second the control. */
    private static String arm(int arm, JsonNode counts) {
        return counts.size() == 2 && arm == 1 ? "Control" : "arm " + (char) ('a' + arm);
    }

    /** The values of each set by its parts. */
    private static Map<String, List<JsonNode>> valueSets() throws IOException {
        Map<String, List<JsonNode>> sets = new LinkedHashMap<>();
        JsonNode golden = TestData.json("stats/descriptive_golden.json");
        golden.get("bowley").properties().stream()
                .filter(set -> set.getValue().has("values"))
                .forEach(set -> sets.put(set.getKey(), List.of(set.getValue().get("values"))));
        golden.get("pooled_variance").properties().forEach(set -> {
            List<JsonNode> parts = new ArrayList<>();
            set.getValue().get("groups").forEach(parts::add);
            sets.put(set.getKey(), parts);
        });
        return sets;
    }

    /** The tables that have no empty arm, which rows cannot tell of. */
    private static Map<String, JsonNode> tables() throws IOException {
        Map<String, JsonNode> tables = new LinkedHashMap<>();
        for (String kind : List.of("two_by_two", "r_by_two")) {
            for (JsonNode table : TestData.json("stats/golden.json").get(kind)) {
                List<Long> arms = StreamSupport.stream(table.get("table").spliterator(), false)
                        .map(arm -> arm.get(0).asLong() + arm.get(1).asLong())
                        .toList();
                if (!arms.contains(0L) && arms.stream().mapToLong(n -> n).sum() <= MOST_INTERACTIONS) {
                    tables.put(table.get("name").asText(), table);
                }
            }
        }
        assertThat(tables.keySet()).hasSize(19);
        return tables;
    }

    @AfterAll
    void close() {
        store.close();
    }

    private TestingAnswer answer(String name, String... groupBy) {
        Metric metric = MetricQueries.of(store.configuration()).metric(name);
        return TestingAnswer.of(store, metric, List.of(groupBy));
    }

    @Test
    void listsAreAsPersonalAndNovelAsTheirDefinitionsSay() throws IOException {
        TestingAnswer answer = answer("model_ml_scores", "Group");
        for (String set : LISTS) {
            JsonNode golden = TestData.json("recsys/golden.json").get("sets").get(set);
            TestingAnswer.Group group = answer.group(set);
            group.assertCount("Count", golden.get("recommendations").asLong());
            group.assertCount("Lists", golden.get("users").asLong());
            group.assertNear(
                    "personalization", golden.get("personalization_binary").asDouble(), EXACT);
            group.assertNear("novelty", novelty(set), EXACT);
            if (!set.equals("unequal_with_repeats")) {
                // The reference counts an item again that is twice in a list
                JsonNode ofUsers = golden.get("novelty_share_of_users");
                group.assertNear("novelty", ofUsers.get("mean_over_users").asDouble(), EXACT);
            }
            group.assertNear("roc_auc", Double.NaN, 0);
        }
    }

    private static double novelty(String set) throws IOException {
        Map<String, Set<String>> lists = TestData.csv("recsys/" + set + ".csv").stream()
                .collect(Collectors.groupingBy(
                        line -> line[0], Collectors.mapping(line -> line[2], Collectors.toCollection(TreeSet::new))));
        double sum = 0;
        for (Set<String> list : lists.values()) {
            for (String item : list) {
                double having = lists.values().stream()
                        .filter(other -> other.contains(item))
                        .count();
                sum -= Math.log(having / lists.size()) / Math.log(2) / list.size();
            }
        }
        return sum / lists.size();
    }

    @Test
    void quartilesAndSkewnessAreExact() throws IOException {
        for (String metric : List.of("descriptive", "descriptive_of_sets")) {
            TestingAnswer answer = answer(metric, "Group");
            TestData.json("stats/descriptive_golden.json").get("bowley").properties().stream()
                    .filter(set -> set.getValue().has("values"))
                    .forEach(set -> {
                        TestingAnswer.Group group = answer.group(set.getKey());
                        assertNear(group, "Amount_p25", set.getValue().get("q1"), EXACT);
                        assertNear(group, "Amount_Median", set.getValue().get("median"), EXACT);
                        assertNear(group, "Amount_p75", set.getValue().get("q3"), EXACT);
                        assertNear(group, "Amount_Skew", set.getValue().get("bowley"), EXACT);
                    });
        }
    }

    @Test
    void variancesOfPartsAreMergedNotAveraged() throws IOException {
        TestingAnswer whole = answer("descriptive", "Group");
        TestingAnswer parts = answer("descriptive", "Group", "Channel");
        TestData.json("stats/descriptive_golden.json")
                .get("pooled_variance")
                .properties()
                .forEach(set -> {
                    JsonNode golden = set.getValue();
                    TestingAnswer.Group group = whole.group(set.getKey());
                    assertNear(group, "Amount_Mean", golden.get("grand_mean"), EXACT);
                    assertNear(group, "Amount_Var", golden.get("combined_variance_sample"), EXACT);
                    for (int part = 0; part < golden.get("groups").size(); part++) {
                        TestingAnswer.Group alone = parts.group(set.getKey(), "part " + part);
                        assertNear(alone, "Amount_Mean", golden.get("mean").get(part), EXACT);
                        assertNear(
                                alone,
                                "Amount_Var",
                                golden.get("variance_sample").get(part),
                                EXACT);
                    }
                });
    }

    @Test
    void experimentsAreTestedAsTheirTablesAre() throws IOException {
        TestingAnswer answer = answer("experiment");
        tables().forEach((name, table) -> {
            TestingAnswer.Group group = answer.group(name);
            JsonNode exact = table.get("exact");
            assertArms(group, table.get("table"));
            for (String test : List.of("chi2", "g")) {
                assertNear(group, test + "_stat", exact.get(test), RELATIVE);
                assertNear(group, test + "_p_val", exact.get(test + "_p"), RELATIVE);
            }
            if (table.get("table").size() == 2) {
                assertNear(group, "z_score", exact.get("z_pooled"), RELATIVE);
                assertNear(group, "z_p_val", exact.get("z_p_two_sided"), RELATIVE);
                assertNear(group, "g_odds_ratio_stat", exact.get("odds_ratio"), RELATIVE);
                @Nullable JsonNode interval = exact.get("or_ci95");
                assertNear(group, "g_odds_ratio_ci_low", interval == null ? null : interval.get(0), RELATIVE);
                assertNear(group, "g_odds_ratio_ci_high", interval == null ? null : interval.get(1), RELATIVE);
            }
        });
    }

    private static void assertArms(TestingAnswer.Group group, JsonNode counts) {
        Table arms = (Table) requireNonNull(group.value("arms"));
        for (int arm = 0; arm < counts.size(); arm++) {
            TestingAnswer.Group row = new TestingAnswer(arms).group(arm(arm, counts));
            row.assertCount("Positives", counts.get(arm).get(0).asLong());
            row.assertCount("Negatives", counts.get(arm).get(1).asLong());
        }
    }

    /** What has no number in the reference is not available. */
    private static void assertNear(TestingAnswer.Group group, String score, @Nullable JsonNode expected, double error) {
        double number = expected == null || !expected.isNumber() ? Double.NaN : expected.asDouble();
        group.assertNear(score, number, error * Math.max(error == RELATIVE ? 0 : 1, Math.abs(number)));
    }
}
