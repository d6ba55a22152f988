package com.cdhdashboard.duckdb.sample;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.core.expression.type.ExpressionTypes;
import com.cdhdashboard.core.sample.FilterEffect;
import com.cdhdashboard.core.sample.SampledRow;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries filters on the sample. */
record FilterTrial(Session session, SampleStages stages) {
    Parsed<FilterEffect> ofSource(Expression filter) {
        return effect(filter, stages.defaulted(), SampleStages.DEFAULTED, Optional.empty());
    }

    /** @param before the filter of the source; one that cannot be used keeps all rows here, and is told of where it stands */
    Parsed<FilterEffect> ofMetric(Expression filter, Optional<SourceText> before) {
        return effect(filter, stages.calculated(), SampleStages.CALCULATED, ofSource(stages, before));
    }

    /** The source's filter as SQL, where it can be used. */
    static Optional<String> ofSource(SampleStages stages, Optional<SourceText> filter) {
        return filter.flatMap(text -> Expressions.filter(text).value())
                .filter(expression -> ExpressionTypes.checkFilter(expression, stages.defaulted())
                        .problems()
                        .isEmpty())
                .map(expression -> SampleStages.tried(expression, stages.defaulted()));
    }

    private Parsed<FilterEffect> effect(
            Expression filter, Map<String, ValueType> types, String stage, Optional<String> before) {
        Parsed<ValueType> checked = ExpressionTypes.checkFilter(filter, types);
        if (!checked.problems().isEmpty()) {
            return Parsed.refused(checked.problems());
        }
        String condition = SampleStages.tried(filter, types);
        String counts = SqlTemplate.of("""
                SELECT count(*), count_if(passes), count_if(NOT passes), count_if(passes IS NULL)
                FROM (SELECT ${condition} AS passes FROM ${stage})
                """)
                .with("condition", condition)
                .with("stage", stage)
                .sql();
        List<String> names = filter.columnNames().stream().distinct().toList();
        return Parsed.of(session.first(
                        stages.with(before, counts),
                        row -> new FilterEffect(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), Optional.empty()))
                .map(effect -> effect.unknown() == 0
                        ? effect
                        : new FilterEffect(
                                effect.rows(),
                                effect.kept(),
                                effect.dropped(),
                                effect.unknown(),
                                firstUnknown(condition, names, stage, before)))
                .orElseThrow());
    }

    private Optional<SampledRow> firstUnknown(
            String condition, List<String> names, String stage, Optional<String> before) {
        RowTexts texts = new RowTexts(names);
        String query = SqlTemplate.of("""
                SELECT ${columns}
                FROM ${stage}
                WHERE ${condition} IS NULL
                ORDER BY ${place}
                LIMIT 1
                """)
                .with("columns", texts.selected())
                .with("stage", stage)
                .with("condition", condition)
                .with("place", SampleStages.PLACE)
                .sql();
        return session.first(stages.with(before, query), texts::row);
    }
}
