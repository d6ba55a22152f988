package com.cdhdashboard.stats.binary;

import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** Score sets with values computed exactly (seeded NumPy data; AUC as a fraction of whole numbers). */
public final class GoldenScores {
    private GoldenScores() {}

    public static Stream<String> sets() {
        return Stream.of(
                "normal_d1",
                "click_calibrated",
                "imbalance_0_1pct",
                "ties_5_levels",
                "constant_score",
                "perfect",
                "lognormal_tail",
                "spike_cold_start",
                "sklearn_doc");
    }

    public static JsonNode golden(String set) {
        return TestData.json("curves/golden.json").get("sets").get(set);
    }

    public static double[] scores(String set) {
        return rows(set).stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray();
    }

    public static boolean[] labels(String set) {
        List<String[]> rows = rows(set);
        boolean[] labels = new boolean[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rows.get(i)[1].equals("1");
        }
        return labels;
    }

    public static ScoreDistribution distribution(String set) {
        return ScoreDistribution.ofRows(scores(set), labels(set));
    }

    private static List<String[]> rows(String set) {
        return TestData.csv("curves/" + set + ".csv");
    }
}
