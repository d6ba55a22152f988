package com.cdhdashboard.core.expression.builder;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.expression.LogicOperator;
import java.util.List;

/**
 * Conditions of which all or any must be true; one without conditions asks for nothing.
 *
 * @param negated whether the group must be false instead. Where a value is missing, the answer is missing either way
 */
public record Group(LogicOperator operator, boolean negated, List<Condition> members) implements Condition {
    public static final Group EMPTY = new Group(LogicOperator.AND, false, List.of());

    public Group {
        requireNonNull(operator, "operator");
        members = List.copyOf(members);
    }
}
