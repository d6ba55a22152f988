package com.cdhdashboard.core.expression.builder;

import com.cdhdashboard.core.expression.ComparisonOperator;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.Method;
import com.cdhdashboard.core.expression.Parameter;
import com.cdhdashboard.core.expression.write.ExpressionText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tests of fields as expressions, and expressions as tests of fields. */
final class TestForm {
    private TestForm() {}

    static Expression expression(FieldTest test) {
        return test.operator()
                .opposite()
                .<Expression>map(operator ->
                        new Expression.Not(asked(new FieldTest(test.field(), operator, test.values())), Nowhere.PLACE))
                .orElseGet(() -> asked(test));
    }

    private static Expression asked(FieldTest test) {
        Expression field = test.field().expression();
        List<Expression> values = test.values().stream().map(Value::expression).toList();
        return switch (test.operator()) {
            case EQUAL, NOT_EQUAL, GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL ->
                new Expression.Comparison(
                        ComparisonOperator.valueOf(test.operator().name()), field, values.get(0), Nowhere.PLACE);
            case IN -> new Expression.In(field, values, Nowhere.PLACE);
            case BETWEEN -> call(Method.IS_BETWEEN, field, values);
            case CONTAINS -> {
                List<Expression> arguments = new ArrayList<>(values);
                arguments.add(new Expression.Literal(true, Nowhere.PLACE));
                yield call(Method.CONTAINS, field, arguments);
            }
            case MATCHES -> call(Method.CONTAINS, field, values);
            case STARTS_WITH -> call(Method.STARTS_WITH, field, values);
            case ENDS_WITH -> call(Method.ENDS_WITH, field, values);
            case IS_TRUE -> field;
            case IS_NULL -> call(Method.IS_NULL, field, values);
            case IS_NOT_NULL -> call(Method.IS_NOT_NULL, field, values);
            case NOT_IN, NOT_BETWEEN, NOT_CONTAINS, NOT_STARTS_WITH, NOT_ENDS_WITH, NOT_MATCHES, IS_FALSE ->
                throw new IllegalArgumentException(test.operator() + " is written as an opposite");
        };
    }

    private static Expression call(Method method, Expression receiver, List<Expression> values) {
        Map<String, Expression> arguments = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            arguments.put(method.parameters().get(i).name(), values.get(i));
        }
        return new Expression.Call(method, receiver, arguments, Nowhere.PLACE);
    }

    /** The test that is written exactly like this. */
    static Optional<FieldTest> read(Expression expression) {
        Expression asked = expression instanceof Expression.Not not ? not.operand() : expression;
        List<Value> values = new ArrayList<>();
        for (Expression value : values(asked)) {
            Value.read(value).ifPresent(values::add);
        }
        Optional<Field> field = Field.read(subject(asked));
        for (Operator operator : Operator.values()) {
            if (field.isPresent() && operator.takes().accepts(values.size())) {
                FieldTest test = new FieldTest(field.get(), operator, values);
                if (ExpressionText.same(expression(test), expression)) {
                    return Optional.of(test);
                }
            }
        }
        return Optional.empty();
    }

    private static Expression subject(Expression asked) {
        boolean isField = Field.read(asked).isPresent();
        return isField || asked.children().isEmpty() ? asked : asked.children().get(0);
    }

    private static List<Expression> values(Expression asked) {
        if (asked instanceof Expression.Comparison comparison) {
            return List.of(comparison.right());
        }
        if (asked instanceof Expression.In in) {
            return in.values();
        }
        return asked instanceof Expression.Call call
                ? call.method().parameters().stream()
                        .filter(Parameter::required)
                        .flatMap(parameter -> call.argument(parameter.name()).stream())
                        .toList()
                : List.of();
    }
}
