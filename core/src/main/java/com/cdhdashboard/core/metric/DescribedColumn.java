package com.cdhdashboard.core.metric;

import com.cdhdashboard.core.cube.Summary.Moments;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Scoring;
import com.cdhdashboard.stats.moments.Quartiles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scores of one described column: of its moments, its quantiles, both or neither, as a rolled-up table has them. */
record DescribedColumn(Scoring scoring, Moments moments, Quantiles quantiles) {
    /** Whether the files had the column. */
    boolean isKnown() {
        return scoring.has(DescriptiveScores.name(moments.column(), DescriptiveScores.COUNT));
    }

    /** The scores whose parts the table has, in the order of {@link #values}. */
    List<Score> scores() {
        List<String> names = new ArrayList<>(List.of(DescriptiveScores.COUNT));
        if (hasMoments()) {
            names.addAll(DescriptiveScores.OF_MOMENTS);
        }
        if (hasQuantiles()) {
            names.addAll(DescriptiveScores.OF_QUANTILES);
        }
        return names.stream()
                .map(name -> DescriptiveScores.of(moments.column(), name))
                .toList();
    }

    List<@Nullable Object> values(List<@Nullable Object> row) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(
                Scoring.count(row, scoring.place(DescriptiveScores.name(moments.column(), DescriptiveScores.COUNT))));
        if (hasMoments()) {
            values.addAll(ofMoments(row));
        }
        if (hasQuantiles()) {
            values.addAll(ofQuantiles(row));
        }
        return values;
    }

    private boolean hasMoments() {
        return scoring.has(moments.part(Moments.MEAN));
    }

    private boolean hasQuantiles() {
        return scoring.has(quantiles.part("p50"));
    }

    private List<@Nullable Object> ofMoments(List<@Nullable Object> row) {
        double n = scoring.number(row, moments.part(Moments.COUNT));
        double variance = n > 1 ? scoring.number(row, moments.part(Moments.SQUARES)) / (n - 1) : Double.NaN;
        return Scoring.available(
                scoring.number(row, moments.part(Moments.SUM)),
                scoring.number(row, moments.part(Moments.MEAN)),
                variance,
                Math.sqrt(variance),
                scoring.number(row, moments.part(Moments.MIN)),
                scoring.number(row, moments.part(Moments.MAX)));
    }

    private List<@Nullable Object> ofQuantiles(List<@Nullable Object> row) {
        double first = scoring.number(row, quantiles.part("p25"));
        double median = scoring.number(row, quantiles.part("p50"));
        double third = scoring.number(row, quantiles.part("p75"));
        return Scoring.available(
                median,
                first,
                third,
                scoring.number(row, quantiles.part("p90")),
                scoring.number(row, quantiles.part("p95")),
                Quartiles.bowley(first, median, third));
    }
}
