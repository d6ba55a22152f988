package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.stats.binary.ScoreDistribution;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assertions;

/**
 * Sets of scores with exact measures (seeded NumPy data) as interactions: a group for each set, its rows spread over
 * channels and days.
 */
final class ScoreSets {
    static final List<String> CHANNELS = List.of("App", "Mail", "Web");
    private static final int DAYS = 3;

    private final JsonNode golden;
    private final List<Row> rows = new ArrayList<>();

    record Row(String set, String channel, double score, boolean positive) {
        boolean isOf(String name) {
            return set.equals(name);
        }

        boolean isIn(String name) {
            return channel.equals(name);
        }
    }

    private ScoreSets(JsonNode golden) {
        this.golden = golden;
    }

    static ScoreSets read() throws IOException {
        ScoreSets sets = new ScoreSets(TestData.json("curves/golden.json").get("sets"));
        Random random = new Random(17);
        for (String set : sets.names()) {
            for (String[] line : TestData.csv("curves/" + set + ".csv")) {
                String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
                sets.rows.add(new Row(set, channel, Double.parseDouble(line[0]), line[1].equals("1")));
            }
        }
        return sets;
    }

    /** The final propensity is the propensity turned round: what the one ranks high the other ranks low. */
    List<Path> writeTo(Path folder) throws IOException {
        TestingExport export = new TestingExport();
        Random random = new Random(18);
        for (Row row : rows) {
            export.add(
                    1 + random.nextInt(DAYS),
                    row.positive() ? "Clicked" : "Impression",
                    Map.of(
                            "pyGroup", row.set(),
                            "pyChannel", row.channel(),
                            "pyPropensity", row.score(),
                            "FinalPropensity", -row.score()));
        }
        return export.writeTo(folder);
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        golden.fieldNames().forEachRemaining(names::add);
        Assertions.assertEquals(9, names.size());
        return names;
    }

    JsonNode golden(String set) {
        return golden.get(set);
    }

    double golden(String set, String measure) {
        return golden.get(set).get(measure).asDouble();
    }

    List<Row> rows(Predicate<Row> condition) {
        return rows.stream().filter(condition).toList();
    }

    /** The rows that meet a condition, exactly. */
    ScoreDistribution distribution(Predicate<Row> condition) {
        List<Row> chosen = rows(condition);
        boolean[] positive = new boolean[chosen.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = chosen.get(i).positive();
        }
        return ScoreDistribution.ofRows(chosen.stream().mapToDouble(Row::score).toArray(), positive);
    }
}
