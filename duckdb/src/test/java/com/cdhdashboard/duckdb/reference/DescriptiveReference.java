package com.cdhdashboard.duckdb.reference;

import static com.cdhdashboard.duckdb.reference.RollUpReference.available;

import com.cdhdashboard.core.metric.DescriptiveMetric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** What the values of columns look like over the rows of a group. */
record DescriptiveReference(DescriptiveMetric metric) {
    Map<String, @Nullable Object> scores(List<HistoryRow> rows) {
        Map<String, @Nullable Object> scores = new LinkedHashMap<>();
        scores.put("Count", (long) rows.size());
        for (String column : metric.config().columns()) {
            scores.put(
                    column + "_Count",
                    rows.stream().filter(row -> row.value(column) != null).count());
            if (!column.equals("Outcome")) {
                addMoments(scores, column, values(rows, column));
                addQuantiles(scores, column, rows);
            }
        }
        return scores;
    }

    private static double[] values(List<HistoryRow> rows, String column) {
        return rows.stream().flatMapToDouble(row -> row.number(column).stream()).toArray();
    }

    private static void addMoments(Map<String, @Nullable Object> scores, String column, double[] values) {
        double sum = values.length == 0 ? Double.NaN : DoubleStream.of(values).sum();
        scores.put(column + "_Sum", available(sum));
        scores.put(column + "_Mean", available(Definitions.mean(values)));
        scores.put(column + "_Var", available(Definitions.variance(values)));
        scores.put(column + "_Std", available(Math.sqrt(Definitions.variance(values))));
        scores.put(column + "_Min", available(DoubleStream.of(values).min().orElse(Double.NaN)));
        scores.put(column + "_Max", available(DoubleStream.of(values).max().orElse(Double.NaN)));
    }

    private void addQuantiles(Map<String, @Nullable Object> scores, String column, List<HistoryRow> rows) {
        double first = quantile(rows, column, 0.25);
        double median = quantile(rows, column, 0.5);
        double third = quantile(rows, column, 0.75);
        scores.put(column + "_p25", available(first));
        scores.put(column + "_Median", available(median));
        scores.put(column + "_p75", available(third));
        scores.put(column + "_p90", available(quantile(rows, column, 0.9)));
        scores.put(column + "_p95", available(quantile(rows, column, 0.95)));
        scores.put(column + "_Skew", available((third + first - 2 * median) / (third - first)));
    }

    /** Of all values, or the mean over cells weighted by their values. */
    private double quantile(List<HistoryRow> rows, String column, double share) {
        if (metric.config().useTDigest()) {
            return Definitions.quantile(values(rows, column), share);
        }
        double sum = 0;
        double weights = 0;
        for (List<HistoryRow> cell :
                RollUpReference.groups(rows, metric.grain()).values()) {
            double[] values = values(cell, column);
            if (values.length > 0) {
                sum += values.length * Definitions.quantile(values, share);
                weights += values.length;
            }
        }
        return sum / weights;
    }
}
