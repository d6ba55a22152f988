package com.cdhdashboard.duckdb.sample;

import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.sql.SqlCompiler;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.core.expression.type.ExpressionTypes;
import com.cdhdashboard.core.sample.CellEstimate;
import com.cdhdashboard.duckdb.DuckDbDialect;
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
                ? Parsed.of(parsed.value()
                        .map(expression -> SqlCompiler.compile(expression, stages.calculated(), new DuckDbDialect())))
                : Parsed.refused(problems);
    }

    private CellEstimate estimate(List<String> grain, Optional<String> before, Optional<String> filter) {
        long passed = session.number(stages.with(before, "SELECT count(*) FROM " + SampleStages.CALCULATED));
        String rows = "FROM " + SampleStages.CALCULATED
                + filter.map(sql -> " WHERE " + sql).orElse("");
        long sampled = session.number(stages.with(before, "SELECT count(*) " + rows));
        long all = session.number("SELECT row_count FROM info");
        long counted = Math.max(sampled, passed == 0 ? 0 : Math.round((double) all * sampled / passed));
        String columns = grain.isEmpty() ? "1" : grain.stream().map(Sql::name).collect(Collectors.joining(", "));
        String groups =
                SqlTemplate.of("""
                SELECT count_if(n = 1), count_if(n > 1)
                FROM (SELECT count(*) AS n ${rows} GROUP BY ${columns})
                """).with("rows", rows).with("columns", columns).sql();
        long cells = session.first(
                        stages.with(before, groups),
                        row -> CellEstimate.different(sampled, counted, row.getLong(1), row.getLong(2)))
                .orElseThrow();
        return new CellEstimate(sampled, counted, cells, nearlyUnique(grain, before, rows, sampled));
    }

    private List<String> nearlyUnique(List<String> grain, Optional<String> before, String rows, long sampled) {
        if (sampled < FEWEST) {
            return List.of();
        }
        return grain.stream()
                .filter(name ->
                        session.number(stages.with(before, "SELECT count(DISTINCT " + Sql.name(name) + ") " + rows))
                                > sampled / 2)
                .toList();
    }
}
