package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.summary.HistogramTable;
import com.cdhdashboard.duckdb.summary.ScoreTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what is asked of summaries. */
final class SummaryReader {
    private final SessionPool sessions;
    private final CubeSchema schema;
    private final RollUp rollUp;
    private final SummaryQuestion question;

    SummaryReader(SessionPool sessions, CubeSchema schema, RollUp rollUp) {
        this.sessions = sessions;
        this.schema = schema;
        this.rollUp = rollUp;
        this.question = new SummaryQuestion(schema, rollUp);
    }

    /** The sums of a roll-up, with the columns of the summaries asked for after them. */
    Table addTo(Table sums) {
        Table table = sums;
        for (Summary summary : rollUp.summaries()) {
            if (schema.summaries().contains(summary)) {
                table = add(table, summary.columns(), question.columns(summary));
            }
        }
        return table;
    }

    private Table add(Table table, List<Column> added, String sql) {
        int keys = question.dimensions().size();
        List<Column> asked =
                Stream.concat(question.dimensions().stream(), added.stream()).toList();
        Map<List<@Nullable Object>, List<@Nullable Object>> answers = new HashMap<>();
        sessions.with(s -> s.list(sql, row -> RowValues.of(row, asked), question.values()))
                .forEach(row -> answers.put(row.subList(0, keys), row.subList(keys, row.size())));
        List<@Nullable Object> none = new ArrayList<>(Collections.nCopies(added.size(), null));
        List<List<@Nullable Object>> rows = new ArrayList<>(table.rows().size());
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> extended = new ArrayList<>(row);
            extended.addAll(answers.getOrDefault(row.subList(0, keys), none));
            rows.add(extended);
        }
        return new Table(Stream.concat(table.columns().stream(), added.stream()).toList(), rows);
    }

    Table scoreCounts() {
        String sql = question.scoreCounts(SummaryQuestion.only(schema, rollUp, ScoreCounts.class));
        List<Column> columns = ScoreTable.columns(question.dimensions());
        return new Table(
                columns, sessions.with(s -> s.list(sql, row -> RowValues.of(row, columns), question.values())));
    }

    Table histogram(double[] edges) {
        Quantiles quantiles = SummaryQuestion.only(schema, rollUp, Quantiles.class);
        List<Column> asked = new ArrayList<>(question.dimensions());
        for (int i = 0; i <= edges.length; i++) {
            asked.add(Column.measure("below", ValueType.NUMBER));
        }
        int keys = question.dimensions().size();
        HistogramTable table = new HistogramTable(question.dimensions());
        String sql = question.belowEdges(quantiles, edges);
        sessions.with(s -> s.list(sql, row -> RowValues.of(row, asked), question.values()))
                .forEach(row -> table.add(
                        row.subList(0, keys),
                        row.subList(keys, row.size()).stream()
                                .mapToDouble(SummaryReader::number)
                                .toArray()));
        return table.table();
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }
}
