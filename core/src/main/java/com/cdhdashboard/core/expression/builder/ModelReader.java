package com.cdhdashboard.core.expression.builder;

import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.LogicOperator;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.write.ExpressionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes models of expressions; what has none becomes a {@link Passage}. */
final class ModelReader {
    private static final String NO_TEST = "the form shows tests of one field against values";
    private static final String NEVER_TRUE =
            "a comparison with None is never true; ask whether the field is missing instead";
    private static final String NO_FORMULA = "the form shows a field, a value, several of them calculated, or a choice";

    private ModelReader() {}

    static Group group(Expression expression) {
        if (expression instanceof Expression.Literal literal && literal.value().equals(true)) {
            return Group.EMPTY;
        }
        Condition condition = condition(expression);
        return condition instanceof Group group ? group : new Group(LogicOperator.AND, false, List.of(condition));
    }

    private static Condition condition(Expression expression) {
        Optional<FieldTest> test = TestForm.read(expression);
        if (test.isPresent()) {
            return comparesWithNothing(test.get())
                    ? new Passage(ExpressionText.of(expression), NEVER_TRUE)
                    : test.get();
        }
        if (expression instanceof Expression.Not not) {
            return not.operand() instanceof Expression.Logic logic
                    ? group(logic, true)
                    : new Group(LogicOperator.AND, true, List.of(condition(not.operand())));
        }
        return expression instanceof Expression.Logic logic
                ? group(logic, false)
                : new Passage(ExpressionText.of(expression), NO_TEST);
    }

    private static boolean comparesWithNothing(FieldTest test) {
        return test.operator().takes() != Operator.Takes.LIST
                && test.values().stream().anyMatch(Value.Missing.class::isInstance);
    }

    private static Group group(Expression.Logic logic, boolean negated) {
        return new Group(
                logic.operator(),
                negated,
                logic.operands().stream().map(ModelReader::condition).toList());
    }

    static CalculatedColumn column(NamedExpression named) {
        return new CalculatedColumn(named.name(), formula(named.body()));
    }

    private static Formula formula(Expression expression) {
        if (expression instanceof Expression.When when) {
            return new Choice(
                    when.branches().stream()
                            .map(branch -> new Choice.Branch(group(branch.condition()), result(branch.result())))
                            .toList(),
                    when.otherwise().map(ModelReader::result));
        }
        return result(expression);
    }

    /** Of a choice within a choice, the inner one stays text. */
    private static Formula result(Expression expression) {
        Optional<Value> value = Value.read(expression);
        if (value.isPresent()) {
            return new Formula.Plain(value.get());
        }
        return calculation(expression)
                .<Formula>map(found -> found)
                .orElseGet(() -> new Passage(ExpressionText.of(expression), NO_FORMULA));
    }

    private static Optional<Formula.Calculation> calculation(Expression expression) {
        List<Formula.Term> terms = new ArrayList<>();
        Expression rest = expression;
        while (rest instanceof Expression.Arithmetic arithmetic) {
            Optional<Value> value = Value.read(arithmetic.right());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            terms.add(0, new Formula.Term(arithmetic.operator(), value.get()));
            rest = arithmetic.left();
        }
        return terms.isEmpty()
                ? Optional.empty()
                : Value.read(rest).map(first -> new Formula.Calculation(first, terms));
    }
}
