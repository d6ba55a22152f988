package com.cdhdashboard.duckdb.sample;

import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.core.expression.type.ExpressionTypes;
import com.cdhdashboard.core.sample.CellEstimate;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts the cells that a metric would have in the sample, and estimates those in all rows. */
record CellTrial(Session session, SampleStages stages, Position position) {
    /** Of fewer rows nobody can tell whether values come again. */
    private static final long FEWEST = 100;

    Parsed<CellEstimate> of(List<String> grain, Optional<SourceText> before, Optional<SourceText> filter) {
        List<Problem> problems = new ArrayList<>();
        for (String name : grain) {
            if (!stages.calculated().containsKey(name)) {
                problems.add(new Problem(
                        Severity.WARNING,
                        Optional.of(position),
                        "",
                        "the data have no column \"" + name + "\""
                                + DidYouMean.hint(name, stages.calculated().keySet())));
            }
        }
        Parsed<Optional<String>> condition = condition(filter);
        problems.addAll(condition.problems());
        return problems.isEmpty()
                ? Parsed.of(estimate(
                        grain,
                        FilterTrial.ofSource(stages, before),
                        condition.value().orElseThrow()))
                : Parsed.refused(problems);
    }

    private Parsed<Optional<String>> condition(Optional<SourceText> filter) {
        if (filter.isEmpty()) {
            return Parsed.of(Optional.empty());
        }
        Parsed<Expression> parsed = Expressions.filter(filter.get());
        List<Problem> problems = parsed.value()
                .map(expression -> ExpressionTypes.checkFilter(expression, stages.calculated())
                        .problems())
                .orElse(parsed.problems());
        return problems.isEmpty()
                ? Parsed.of(parsed.value().map(expression -> SampleStages.tried(expression, stages.calculated())))
                : Parsed.refused(problems);
    }

    private CellEstimate estimate(List<String> grain, Optional<String> before, Optional<String> filter) {
        String condition = filter.orElse("true");
        Sampled sampled = sampled(grain, before, condition);
        long all = session.number("SELECT row_count FROM info");
        long rows = Math.max(
                sampled.counted(),
                sampled.passed() == 0 ? 0 : Math.round((double) all * sampled.counted() / sampled.passed()));
        String groups = SqlTemplate.of("""
                SELECT count_if(n = 1), count_if(n > 1)
                FROM (SELECT count(*) AS n FROM ${stage} WHERE ${condition} GROUP BY ${columns})
                """)
                .with("stage", SampleStages.CALCULATED)
                .with("condition", condition)
                .with(
                        "columns",
                        grain.isEmpty() ? "1" : grain.stream().map(Sql::name).collect(Collectors.joining(", ")))
                .sql();
        long cells = session.first(
                        stages.with(before, groups),
                        row -> CellEstimate.different(sampled.counted(), rows, row.getLong(1), row.getLong(2)))
                .orElseThrow();
        return new CellEstimate(sampled.counted(), rows, cells, sampled.nearlyUnique());
    }

    /**
     * What the sample has.
     *
     * @param passed rows that pass the filter of the source
     * @param counted those of them that the metric counts
     */
    private record Sampled(long passed, long counted, List<String> nearlyUnique) {}

    private Sampled sampled(List<String> grain, Optional<String> before, String condition) {
        String different = grain.stream()
                .map(name -> ", count(DISTINCT " + Sql.name(name) + ") FILTER (" + condition + ")")
                .collect(Collectors.joining());
        String query = SqlTemplate.of("SELECT count(*), count_if(${condition})${different} FROM ${stage}")
                .with("condition", condition)
                .with("different", different)
                .with("stage", SampleStages.CALCULATED)
                .sql();
        return session.first(stages.with(before, query), row -> {
                    long counted = row.getLong(2);
                    List<String> nearlyUnique = new ArrayList<>();
                    for (int i = 0; i < grain.size(); i++) {
                        if (counted >= FEWEST && row.getLong(i + 3) > counted / 2) {
                            nearlyUnique.add(grain.get(i));
                        }
                    }
                    return new Sampled(row.getLong(1), counted, nearlyUnique);
                })
                .orElseThrow();
    }
}
