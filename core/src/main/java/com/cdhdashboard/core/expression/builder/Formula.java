package com.cdhdashboard.core.expression.builder;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.expression.ArithmeticOperator;

/** What a calculated column holds. */
public sealed interface Formula permits Formula.Plain, Formula.Calculation, Choice, Passage {
    /** A value, or a field as it is. */
    record Plain(Value value) implements Formula {
        public Plain {
            requireNonNull(value, "value");
        }
    }

    /** Two values and what is done with them. */
    record Calculation(Value left, ArithmeticOperator operator, Value right) implements Formula {
        public Calculation {
            requireNonNull(left, "left");
            requireNonNull(operator, "operator");
            requireNonNull(right, "right");
        }
    }
}
