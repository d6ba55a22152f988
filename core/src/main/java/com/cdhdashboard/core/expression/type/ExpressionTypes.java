package com.cdhdashboard.core.expression.type;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.Kind;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.text.Parsed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks expressions against the columns there are: every name, every type, every pattern and format. All problems are
 * found at once. What passes can be compiled and runs without error on any rows.
 */
public final class ExpressionTypes {
    private ExpressionTypes() {}

    /** The type of the expression's values; an expression that is always null is a text. */
    public static Parsed<ValueType> check(Expression expression, Map<String, ValueType> columns) {
        TypeChecker checker = TypeChecker.check(expression, columns);
        return checker.problems().isEmpty()
                ? Parsed.of(checker.kind(expression).valueType())
                : Parsed.refused(checker.problems());
    }

    /** As {@link #check}, and the expression must be true or false. */
    public static Parsed<ValueType> checkFilter(Expression expression, Map<String, ValueType> columns) {
        TypeChecker checker = TypeChecker.check(expression, columns);
        Kind kind = checker.kind(expression);
        if (!checker.problems().isEmpty()) {
            return Parsed.refused(checker.problems());
        }
        if (kind != Kind.BOOLEAN) {
            return Parsed.refused(List.of(expression
                    .place()
                    .error("a filter must be true or false for each row, but this is " + kind.label()
                            + "; compare it, for instance with ==")));
        }
        return Parsed.of(kind.valueType());
    }

    /** The names and types of calculated columns in order; each is computed from the same input columns. */
    public static Parsed<Map<String, ValueType>> checkColumns(
            List<NamedExpression> expressions, Map<String, ValueType> columns) {
        List<Problem> problems = new ArrayList<>();
        Map<String, ValueType> types = new LinkedHashMap<>();
        for (NamedExpression named : expressions) {
            Parsed<ValueType> checked = check(named.body(), columns);
            problems.addAll(checked.problems());
            checked.value().ifPresent(type -> types.put(named.name(), type));
        }
        return problems.isEmpty() ? Parsed.of(Collections.unmodifiableMap(types)) : Parsed.refused(problems);
    }
}
