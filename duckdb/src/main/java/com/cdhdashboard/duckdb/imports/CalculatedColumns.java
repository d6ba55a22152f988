package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.expression.ExpressionTypes;
import com.cdhdashboard.core.expression.Expressions;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.Parsed;
import com.cdhdashboard.core.expression.SourceText;
import com.cdhdashboard.core.expression.SqlCompiler;
import com.cdhdashboard.duckdb.DuckDbDialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configured calculated columns. */
final class CalculatedColumns {
    private CalculatedColumns() {}

    static List<NamedExpression> parse(Optional<SourceText> text, String section) {
        if (text.isEmpty()) {
            return List.of();
        }
        Parsed<List<NamedExpression>> parsed = Expressions.columns(text.get());
        return parsed.value()
                .orElseThrow(() -> new UserException("the columns of [" + section + ".extensions] cannot be used: "
                        + CompiledFilter.describe(parsed.problems())));
    }

    /** The column as SQL; empty, with a note, where it cannot be computed from the columns there are. */
    static Optional<ColumnSql> compile(NamedExpression named, Map<String, ValueType> types, List<String> notes) {
        Parsed<ValueType> type = ExpressionTypes.check(named.body(), types);
        if (type.value().isEmpty()) {
            notes.add("calculated column " + named.name() + " is off: " + CompiledFilter.describe(type.problems()));
            return Optional.empty();
        }
        String sql = SqlCompiler.compile(named.body(), types, new DuckDbDialect());
        return Optional.of(new ColumnSql(named.name(), type.value().get(), sql));
    }
}
