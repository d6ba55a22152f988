package com.cdhdashboard.duckdb.reference;

import static com.cdhdashboard.duckdb.reference.RollUpReference.available;

import com.cdhdashboard.core.metric.ExperimentMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Experiments whose arms are compared, over the rows that count. */
final class ExperimentReference {
    private final ExperimentMetric metric;
    private final List<HistoryRow> rows;

    ExperimentReference(ExperimentMetric metric, List<HistoryRow> rows) {
        this.metric = metric;
        this.rows = rows.stream()
                .filter(row -> isNamed(row, metric.config().experimentName())
                        && isNamed(row, metric.config().experimentGroup()))
                .toList();
    }

    private static boolean isNamed(HistoryRow row, String column) {
        return row.value(column) instanceof String name && !name.isEmpty() && !name.equals(RandomHistory.DEFAULT);
    }

    /** A group for the values asked and each experiment. */
    Map<List<@Nullable Object>, Map<String, @Nullable Object>> answer(List<String> groupBy) {
        List<String> columns = new ArrayList<>(groupBy);
        if (!columns.contains(metric.config().experimentName())) {
            columns.add(metric.config().experimentName());
        }
        Map<List<@Nullable Object>, Map<String, @Nullable Object>> answer = new LinkedHashMap<>();
        RollUpReference.groups(rows, columns).forEach((group, members) -> answer.put(group, scores(members)));
        return answer;
    }

    private String text(HistoryRow row, String column) {
        return String.valueOf(row.value(column));
    }

    private Map<String, @Nullable Object> scores(List<HistoryRow> members) {
        SortedMap<String, long[]> arms = new TreeMap<>();
        for (HistoryRow row : members) {
            boolean positive =
                    RollUpReference.isOneOf(row, metric.config().responses().positive());
            arms.computeIfAbsent(text(row, metric.config().experimentGroup()), none -> new long[2])[positive ? 0 : 1]++;
        }
        long positives = arms.values().stream().mapToLong(arm -> arm[0]).sum();
        long negatives = arms.values().stream().mapToLong(arm -> arm[1]).sum();
        Map<String, @Nullable Object> scores = new LinkedHashMap<>();
        scores.put("Count", positives + negatives);
        scores.put("Positives", positives);
        scores.put("Negatives", negatives);
        boolean testable = arms.size() > 1 && positives > 0 && negatives > 0;
        List<long[]> counts = List.copyOf(arms.values());
        addTest(scores, "chi2", testable ? Definitions.chiSquare(counts) : Double.NaN, arms.size() - 1);
        addTest(scores, "g", testable ? Definitions.likelihoodRatio(counts) : Double.NaN, arms.size() - 1);
        addSampleRatio(scores, counts);
        String control = control(members);
        scores.put("control", control);
        addPair(scores, arms, control);
        scores.put(
                "arms",
                arms.entrySet().stream()
                        .map(arm -> List.<Object>of(
                                arm.getKey(),
                                arm.getValue()[0] + arm.getValue()[1],
                                arm.getValue()[0],
                                arm.getValue()[1]))
                        .toList());
        return scores;
    }

    /** Against equally large arms. */
    private static void addSampleRatio(Map<String, @Nullable Object> scores, List<long[]> arms) {
        double equal = arms.stream().mapToLong(arm -> arm[0] + arm[1]).sum() / (double) arms.size();
        double value = arms.stream()
                .mapToDouble(arm -> Math.pow(arm[0] + arm[1] - equal, 2) / equal)
                .sum();
        boolean known = arms.size() > 1;
        scores.put("sample_ratio_stat", known ? (Double) value : null);
        scores.put("sample_ratio_p_val", known ? (Double) Definitions.chiSquareTail(value, arms.size() - 1) : null);
    }

    private static void addTest(Map<String, @Nullable Object> scores, String test, double value, int degrees) {
        boolean known = Double.isFinite(value);
        scores.put(test + "_stat", available(value));
        scores.put(test + "_p_val", known ? (Double) Definitions.chiSquareTail(value, degrees) : null);
        scores.put(test + "_dof", known ? (Long) (long) degrees : null);
    }

    /** The arm called control, else the first, of all arms that the experiment has in any group. */
    private String control(List<HistoryRow> members) {
        String experiment = text(members.get(0), metric.config().experimentName());
        Set<String> arms = new TreeSet<>();
        rows.stream()
                .filter(row -> text(row, metric.config().experimentName()).equals(experiment))
                .forEach(row -> arms.add(text(row, metric.config().experimentGroup())));
        return arms.stream()
                .filter("control"::equalsIgnoreCase)
                .findFirst()
                .orElseGet(() -> arms.iterator().next());
    }

    /** Of two arms, one of them the control. */
    private static void addPair(Map<String, @Nullable Object> scores, SortedMap<String, long[]> arms, String control) {
        double[] pair = {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        long[] against = arms.get(control);
        if (arms.size() == 2 && against != null) {
            String other = arms.firstKey().equals(control) ? arms.lastKey() : arms.firstKey();
            long[] treatment = arms.get(other);
            if (treatment != null) {
                pair = pair(treatment, against);
            }
        }
        scores.put("z_score", available(pair[0]));
        scores.put("z_p_val", available(pair[1]));
        for (String test : List.of("g", "chi2")) {
            scores.put(test + "_odds_ratio_stat", available(pair[2]));
            scores.put(test + "_odds_ratio_ci_low", available(pair[3]));
            scores.put(test + "_odds_ratio_ci_high", available(pair[4]));
        }
    }

    private static double[] pair(long[] treatment, long[] control) {
        double n1 = treatment[0] + treatment[1];
        double n2 = control[0] + control[1];
        double pooled = (treatment[0] + control[0]) / (n1 + n2);
        double z = (treatment[0] / n1 - control[0] / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
        double odds = (double) treatment[0] * control[1] / ((double) treatment[1] * control[0]);
        double half = Definitions.Z_95
                * Math.sqrt(1.0 / treatment[0] + 1.0 / treatment[1] + 1.0 / control[0] + 1.0 / control[1]);
        double low = Double.isFinite(half) ? odds * Math.exp(-half) : Double.NaN;
        return new double[] {z, Double.isNaN(z) ? z : Definitions.normalTails(z), odds, low, odds * Math.exp(half)};
    }
}
