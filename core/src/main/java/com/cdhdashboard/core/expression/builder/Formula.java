package com.cdhdashboard.core.expression.builder;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.expression.ArithmeticOperator;
import java.util.List;

/** What a calculated column holds. */
public sealed interface Formula permits Formula.Plain, Formula.Calculation, Choice, Passage {
    /** A value, or a field as it is. */
    record Plain(Value value) implements Formula {
        public Plain {
            requireNonNull(value, "value");
        }
    }

    /** Values and what is done with them, one after another: {@code (first + a) * b}. */
    record Calculation(Value first, List<Term> terms) implements Formula {
        public Calculation {
            requireNonNull(first, "first");
            terms = List.copyOf(terms);
            if (terms.isEmpty()) {
                throw new IllegalArgumentException("a calculation of one value");
            }
        }

        /** Whether, read as text without parentheses, another operator would come first than in this order. */
        public boolean ordered() {
            return terms.stream().anyMatch(term -> term.operator().binds())
                    && terms.stream().anyMatch(term -> !term.operator().binds());
        }
    }

    /** What is done with all before it, and with which value. */
    record Term(ArithmeticOperator operator, Value value) {
        public Term {
            requireNonNull(operator, "operator");
            requireNonNull(value, "value");
        }
    }
}
