package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.sql.SqlCompiler;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.core.expression.type.ExpressionTypes;
import com.cdhdashboard.duckdb.DuckDbDialect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A filter as SQL, and the columns it reads. */
public record CompiledFilter(String sql, Set<String> columns) {
    public CompiledFilter {
        columns = new LinkedHashSet<>(columns);
    }

    /** Compiles the filter that every row must pass; without it nothing can be imported. */
    public static CompiledFilter require(SourceText text, Map<String, ValueType> types, String section) {
        Parsed<CompiledFilter> compiled = compile(text, types);
        return compiled.value()
                .orElseThrow(() -> new UserException(
                        "the filter of [" + section + ".extensions] cannot be used: " + describe(compiled.problems())));
    }

    /**
     * The clause that lets rows pass. The engine would skip rows of parquet by what the file says of their values, true or
     * not, were this a comparison it knows.
     */
    static String where(String sql) {
        return "WHERE CASE WHEN " + sql + " THEN true ELSE false END";
    }

    /** Compiles the filter of a metric; empty, with a note, where it cannot be used. */
    public static Optional<CompiledFilter> ofMetric(
            String metric, SourceText text, Map<String, ValueType> types, List<String> notes) {
        Parsed<CompiledFilter> compiled = compile(text, types);
        if (compiled.value().isEmpty()) {
            notes.add("metric " + metric + " is off: its filter cannot be used: " + describe(compiled.problems()));
        }
        return compiled.value();
    }

    private static Parsed<CompiledFilter> compile(SourceText text, Map<String, ValueType> types) {
        Parsed<Expression> parsed = Expressions.filter(text);
        if (parsed.value().isEmpty()) {
            return new Parsed<>(Optional.empty(), parsed.problems());
        }
        Expression expression = parsed.value().get();
        List<Problem> problems = ExpressionTypes.checkFilter(expression, types).problems();
        if (!problems.isEmpty()) {
            return new Parsed<>(Optional.empty(), problems);
        }
        String sql = SqlCompiler.compile(expression, types, new DuckDbDialect());
        return new Parsed<>(Optional.of(new CompiledFilter(sql, Set.copyOf(expression.columnNames()))), List.of());
    }

    static String describe(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    }
}
