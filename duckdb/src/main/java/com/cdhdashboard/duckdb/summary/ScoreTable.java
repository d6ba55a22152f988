package com.cdhdashboard.duckdb.summary;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.stats.binary.ScoreDistribution;
import com.cdhdashboard.stats.binary.ScoreRuns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The positives and negatives of groups at each score: the answer of {@code CubeReader.scoreCounts}. */
public final class ScoreTable {
    private final List<Column> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    public ScoreTable(List<Column> dimensions) {
        columns = columns(dimensions);
    }

    /** The dimensions and the columns after them. */
    public static List<Column> columns(List<Column> dimensions) {
        List<Column> columns = new ArrayList<>(dimensions);
        columns.add(Column.measure("score", ValueType.NUMBER));
        columns.add(Column.measure(ScoreCounts.POSITIVES, ValueType.INTEGER));
        columns.add(Column.measure(ScoreCounts.NEGATIVES, ValueType.INTEGER));
        return columns;
    }

    /** Adds the scores of a group, made fewer as {@link ScoreReduction} does. */
    public void add(List<@Nullable Object> group, ScoreDistribution scores) {
        ScoreDistribution fewer = ScoreRuns.of(scores);
        for (int i = 0; i < fewer.size(); i++) {
            List<@Nullable Object> row = new ArrayList<>(columns.size());
            row.addAll(group);
            row.add(fewer.score(i));
            row.add(fewer.positives(i));
            row.add(fewer.negatives(i));
            rows.add(row);
        }
    }

    public Table table() {
        return new Table(columns, rows);
    }
}
