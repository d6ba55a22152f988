package com.cdhdashboard.core.expression.builder;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What is asked of one field; as many values as the operator takes. */
public record FieldTest(Field field, Operator operator, List<Value> values) implements Condition {
    public FieldTest {
        requireNonNull(field, "field");
        requireNonNull(operator, "operator");
        values = List.copyOf(values);
        if (!operator.takes().accepts(values.size())) {
            throw new IllegalArgumentException(operator + " does not take " + values.size() + " values");
        }
    }
}
