package com.cdhdashboard.duckdb.sample;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.type.ExpressionTypes;
import com.cdhdashboard.core.sample.ColumnEffect;
import com.cdhdashboard.core.sample.SampledRow;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tries calculated columns on the sample. */
record ColumnTrial(Session session, SampleStages stages) {
    private static final int EXAMPLES = 5;

    Parsed<ColumnEffect> of(List<NamedExpression> columns) {
        Parsed<Map<String, ValueType>> checked = ExpressionTypes.checkColumns(columns, stages.derived());
        if (checked.value().isEmpty()) {
            return Parsed.refused(checked.problems());
        }
        List<ColumnEffect.Calculated> calculated = new ArrayList<>();
        for (NamedExpression column : columns) {
            ValueType type = Optional.ofNullable(checked.value().get().get(column.name()))
                    .orElseThrow();
            calculated.add(calculated(column, type));
        }
        return Parsed.of(new ColumnEffect(calculated));
    }

    private record Counts(long rows, long failed) {}

    private ColumnEffect.Calculated calculated(NamedExpression column, ValueType type) {
        List<String> inputs = column.body().columnNames().stream().distinct().toList();
        String value = SampleStages.tried(column.body(), stages.derived());
        String fails = inputs.stream()
                .map(name -> Sql.name(name) + " IS NOT NULL")
                .collect(Collectors.joining(" AND ", "(" + value + ") IS NULL AND ", ""));
        String failing = inputs.isEmpty() ? "false" : fails;
        Counts counts = session.first(
                        all("count(*), count_if(" + failing + ")"), row -> new Counts(row.getLong(1), row.getLong(2)))
                .orElseThrow();
        RowTexts texts = new RowTexts(inputs);
        Optional<SampledRow> first = counts.failed() == 0
                ? Optional.empty()
                : session.first(rows(texts.selected(), "WHERE " + failing, 1), texts::row);
        List<ColumnEffect.Example> examples = session.list(
                rows(texts.selected() + ", CAST(" + value + " AS VARCHAR)", "", EXAMPLES),
                row -> new ColumnEffect.Example(texts.row(row), Optional.ofNullable(row.getString(inputs.size() + 2))));
        return new ColumnEffect.Calculated(column.name(), type, counts.rows(), counts.failed(), first, examples);
    }

    private String all(String selected) {
        return stages.with(Optional.empty(), "SELECT " + selected + " FROM " + SampleStages.DERIVED);
    }

    private String rows(String selected, String where, int most) {
        String query = SqlTemplate.of("""
                SELECT ${selected}
                FROM ${stage}
                ${where}
                ORDER BY ${place}
                LIMIT ${most}
                """)
                .with("selected", selected)
                .with("stage", SampleStages.DERIVED)
                .with("where", where)
                .with("place", SampleStages.PLACE)
                .with("most", Integer.toString(most))
                .sql();
        return stages.with(Optional.empty(), query);
    }
}
