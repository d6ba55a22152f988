package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.stats.binary.ScoreDistribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the scores of both classes are distributed in each group, found by the group's values. */
public final class ScoreGroups {
    private final Map<List<@Nullable Object>, ScoreDistribution> distributions = new HashMap<>();

    /** Reads score counts, whose rows ascend by group and score. */
    public ScoreGroups(ScoredRows counts, List<String> dimensions) {
        List<@Nullable Object> group = List.of();
        int first = 0;
        for (int row = 0; row < counts.size(); row++) {
            List<@Nullable Object> key = new ArrayList<>();
            for (String dimension : dimensions) {
                key.add(counts.value(row, dimension));
            }
            if (row > 0 && !key.equals(group)) {
                distributions.put(group, distribution(counts, first, row));
                first = row;
            }
            group = key;
        }
        if (counts.size() > 0) {
            distributions.put(group, distribution(counts, first, counts.size()));
        }
    }

    private static ScoreDistribution distribution(ScoredRows counts, int from, int to) {
        double[] scores = new double[to - from];
        long[] positives = new long[to - from];
        long[] negatives = new long[to - from];
        Arrays.setAll(scores, i -> counts.number(from + i, "score"));
        Arrays.setAll(positives, i -> (long) counts.number(from + i, ScoreCounts.POSITIVES));
        Arrays.setAll(negatives, i -> (long) counts.number(from + i, ScoreCounts.NEGATIVES));
        return ScoreDistribution.of(scores, positives, negatives);
    }

    /** The distribution of a group; an empty one where no row of it has a score. */
    public ScoreDistribution of(List<@Nullable Object> group) {
        return distributions.getOrDefault(group, ScoreDistribution.EMPTY);
    }
}
