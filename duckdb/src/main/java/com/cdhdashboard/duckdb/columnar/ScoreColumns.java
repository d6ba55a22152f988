package com.cdhdashboard.duckdb.columnar;

import static com.cdhdashboard.duckdb.columnar.SummaryColumns.available;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.duckdb.summary.ScoreTable;
import com.cdhdashboard.stats.binary.AscendingScores;
import com.cdhdashboard.stats.binary.ScoreDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** The scores of all cells in ascending order, with the positives and negatives at each. */
final class ScoreColumns implements SummaryColumns {
    private final ScoreCounts counts;
    private final SummaryTableRows rows;
    private final double[] scores;
    private final Weights positives;
    private final Weights negatives;

    /** Keeps the array, which is not to be changed any more. */
    ScoreColumns(ScoreCounts counts, SummaryTableRows rows, double[] scores, Weights positives, Weights negatives) {
        this.counts = counts;
        this.rows = rows;
        this.scores = scores;
        this.positives = positives;
        this.negatives = negatives;
    }

    @Override
    public List<Column> columns() {
        return counts.columns();
    }

    @Override
    public long bytes() {
        return rows.bytes() + (long) Double.BYTES * scores.length + positives.bytes() + negatives.bytes();
    }

    @Override
    public Answers of(Members members) {
        IntFunction<ScoreDistribution> distributions = distributions(members);
        return group -> {
            ScoreDistribution scored = distributions.apply(group);
            return scored.size() == 0
                    ? nothing()
                    : Arrays.asList(
                            scored.totalPositives(),
                            scored.totalNegatives(),
                            available(scored.auc()),
                            available(scored.aucStandardError()),
                            available(scored.averagePrecision()));
        };
    }

    /** The answer of {@code CubeReader.scoreCounts}. */
    Table table(GroupedCells grouped) {
        IntFunction<ScoreDistribution> distributions = distributions(grouped.members());
        ScoreTable table = new ScoreTable(grouped.dimensions());
        for (int group : grouped.ascending()) {
            table.add(grouped.values(group), distributions.apply(group));
        }
        return table.table();
    }

    /** The scores of each group, to be asked by one thread. */
    private IntFunction<ScoreDistribution> distributions(Members members) {
        SummaryTableRows.Parts parts = rows.parts(members);
        double[] score = parts.of(scores);
        Weights positive = positives.of(parts);
        Weights negative = negatives.of(parts);
        AscendingScores merged = new AscendingScores(parts.most());
        return group -> {
            merged.clear();
            for (int place = parts.from(group); place < parts.to(group); place++) {
                merged.add(score[place], (long) positive.at(place), (long) negative.at(place));
            }
            return merged.distribution();
        };
    }
}
