package com.cdhdashboard.core.report;

import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.ItemLists;
import com.cdhdashboard.core.cube.Summary.Moments;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.stats.binary.ScoreDistribution;
import com.cdhdashboard.testdata.Definitions;
import com.cdhdashboard.testdata.ShownLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The rows that a summary of a cell in memory stands for; summed up anew for each question. */
public final class SummarizedRows {
    private final double[] values;
    private final boolean[] positive;
    private final ShownLists lists;

    private SummarizedRows(double[] values, boolean[] positive, ShownLists lists) {
        this.values = values;
        this.positive = positive;
        this.lists = lists;
    }

    public static SummarizedRows of(double... values) {
        return new SummarizedRows(values, new boolean[values.length], ShownLists.NONE);
    }

    /** Scored rows, the positives first. */
    public static SummarizedRows scored(double[] positives, double[] negatives) {
        boolean[] positive = new boolean[positives.length + negatives.length];
        Arrays.fill(positive, 0, positives.length, true);
        double[] values = DoubleStream.concat(Arrays.stream(positives), Arrays.stream(negatives))
                .toArray();
        return new SummarizedRows(values, positive, ShownLists.NONE);
    }

    public static SummarizedRows shown(List<List<String>> lists) {
        return new SummarizedRows(new double[0], new boolean[0], ShownLists.of(lists));
    }

    public SummarizedRows plus(SummarizedRows other) {
        boolean[] both = Arrays.copyOf(positive, positive.length + other.positive.length);
        System.arraycopy(other.positive, 0, both, positive.length, other.positive.length);
        return new SummarizedRows(
                DoubleStream.concat(Arrays.stream(values), Arrays.stream(other.values))
                        .toArray(),
                both,
                lists.plus(other.lists));
    }

    public ScoreDistribution distribution() {
        return ScoreDistribution.ofRows(values, positive);
    }

    /** The columns of the summary. */
    public List<@Nullable Object> answer(Summary summary) {
        if (summary instanceof ScoreCounts) {
            ScoreDistribution scores = distribution();
            List<@Nullable Object> cells = new ArrayList<>(List.of(scores.totalPositives(), scores.totalNegatives()));
            cells.addAll(finite(scores.auc(), scores.aucStandardError(), scores.averagePrecision()));
            return cells;
        }
        if (summary instanceof ItemLists) {
            return Arrays.asList((long) lists.lists().size(), lists.squares(), lists.surprise());
        }
        double[] ascending = Arrays.stream(values).sorted().toArray();
        return summary instanceof Moments ? moments(ascending) : quantiles(ascending);
    }

    private static List<@Nullable Object> moments(double[] ascending) {
        int n = ascending.length;
        List<@Nullable Object> cells = new ArrayList<>(List.of((long) n));
        cells.addAll(finite(
                n == 0 ? Double.NaN : Arrays.stream(ascending).sum(),
                n == 0 ? Double.NaN : Definitions.mean(ascending),
                n == 0 ? Double.NaN : Definitions.squares(ascending),
                n == 0 ? Double.NaN : ascending[0],
                n == 0 ? Double.NaN : ascending[n - 1]));
        return cells;
    }

    private static List<@Nullable Object> quantiles(double[] ascending) {
        return finite(Quantiles.PARTS.stream()
                .mapToDouble(part ->
                        ascending.length == 0 ? Double.NaN : Definitions.quantile(ascending, Quantiles.share(part)))
                .toArray());
    }

    /** How many values lie in each bin. */
    public long[] histogram(double[] edges) {
        long[] counts = new long[edges.length - 1];
        for (double value : values) {
            for (int bin = 0; bin < counts.length; bin++) {
                boolean last = bin == counts.length - 1;
                if (value >= edges[bin] && (value < edges[bin + 1] || (last && value == edges[bin + 1]))) {
                    counts[bin]++;
                }
            }
        }
        return counts;
    }

    private static List<@Nullable Object> finite(double... values) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (double value : values) {
            cells.add(Double.isFinite(value) ? value : null);
        }
        return cells;
    }
}
