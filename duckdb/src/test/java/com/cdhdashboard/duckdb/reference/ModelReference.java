package com.cdhdashboard.duckdb.reference;

import static com.cdhdashboard.duckdb.reference.RollUpReference.available;

import com.cdhdashboard.core.metric.ModelScoresMetric;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/** The scores of models over the rows of a group. */
record ModelReference(ModelScoresMetric metric) {
    Map<String, @Nullable Object> scores(List<HistoryRow> rows) {
        Map<String, @Nullable Object> scores = new LinkedHashMap<>();
        long positives = rows.stream().filter(this::isPositive).count();
        scores.put("Count", (long) rows.size());
        scores.put("Positives", positives);
        scores.put("Negatives", rows.size() - positives);
        addCurves(scores, rows);
        List<Set<String>> lists = lists(rows);
        scores.put("Lists", (long) lists.size());
        scores.put("personalization", available(Definitions.personalization(lists)));
        scores.put("novelty", available(Definitions.novelty(lists)));
        return scores;
    }

    private boolean isPositive(HistoryRow row) {
        return RollUpReference.isOneOf(row, metric.config().responses().positive());
    }

    private double[] scoresOf(List<HistoryRow> rows, boolean positive) {
        return rows.stream()
                .filter(row -> isPositive(row) == positive)
                .flatMapToDouble(row -> row.number(metric.property()).stream())
                .toArray();
    }

    private void addCurves(Map<String, @Nullable Object> scores, List<HistoryRow> rows) {
        boolean exact = metric.config().useTDigest();
        double[] positives = scoresOf(rows, true);
        double[] negatives = scoresOf(rows, false);
        double area = exact ? Definitions.area(positives, negatives) : averaged(rows, Definitions::area);
        double precision = exact
                ? Definitions.averagePrecision(positives, negatives)
                : averaged(rows, Definitions::averagePrecision);
        double error = exact && positives.length >= 20 && negatives.length >= 20
                ? Definitions.areaError(positives, negatives)
                : Double.NaN;
        double half = error > 0 ? Definitions.Z_95 * error / (area * (1 - area)) : Double.NaN;
        scores.put("roc_auc", available(area));
        scores.put("roc_auc_Low", available(1 / (1 + Math.exp(half) * (1 - area) / area)));
        scores.put("roc_auc_High", available(1 / (1 + Math.exp(-half) * (1 - area) / area)));
        double logit = precision < 1 ? Math.log(precision / (1 - precision)) : Double.NaN;
        double spread =
                exact ? Definitions.Z_95 / Math.sqrt(positives.length * precision * (1 - precision)) : Double.NaN;
        scores.put("average_precision", available(precision));
        scores.put("average_precision_Low", available(1 / (1 + Math.exp(spread - logit))));
        scores.put("average_precision_High", available(1 / (1 + Math.exp(-spread - logit))));
    }

    /** The mean over cells that have the measure, weighted by their rows with a score. */
    private double averaged(List<HistoryRow> rows, ToDoubleBiFunction<double[], double[]> measure) {
        double sum = 0;
        double weights = 0;
        for (List<HistoryRow> cell : cells(rows)) {
            double[] positives = scoresOf(cell, true);
            double[] negatives = scoresOf(cell, false);
            double value = measure.applyAsDouble(positives, negatives);
            if (Double.isFinite(value)) {
                double weight = positives.length + negatives.length;
                sum += weight * value;
                weights += weight;
            }
        }
        return sum / weights;
    }

    private Collection<List<HistoryRow>> cells(List<HistoryRow> rows) {
        return RollUpReference.groups(rows, metric.grain()).values();
    }

    /** A list for each cell, day of decision and customer. */
    private List<Set<String>> lists(List<HistoryRow> rows) {
        Map<List<@Nullable Object>, Set<String>> lists = new LinkedHashMap<>();
        for (HistoryRow row : rows) {
            if (row.value("SubjectID") instanceof String customer
                    && !customer.isEmpty()
                    && row.value("Name") instanceof String item) {
                List<@Nullable Object> list = row.values(metric.grain());
                list.add(row.decided().toLocalDate());
                list.add(customer);
                lists.computeIfAbsent(list, none -> new TreeSet<>()).add(item);
            }
        }
        return new ArrayList<>(lists.values());
    }
}
