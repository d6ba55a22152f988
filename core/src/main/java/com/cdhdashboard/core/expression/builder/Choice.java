package com.cdhdashboard.core.expression.builder;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** The result of the first condition that is true, or else {@code otherwise}; missing where that is absent. */
public record Choice(List<Branch> branches, Optional<Formula> otherwise) implements Formula {
    /** One condition and its result. */
    public record Branch(Group condition, Formula result) {
        public Branch {
            requireNonNull(condition, "condition");
            requireNonNull(result, "result");
        }
    }

    public Choice {
        branches = List.copyOf(branches);
        requireNonNull(otherwise, "otherwise");
        if (branches.isEmpty()) {
            throw new IllegalArgumentException("a choice without conditions");
        }
    }
}
