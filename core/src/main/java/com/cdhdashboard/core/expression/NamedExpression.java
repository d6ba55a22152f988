package com.cdhdashboard.core.expression;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.Position;

/** A calculated column: the name it gets, what it holds, and where it is written. */
public record NamedExpression(String name, Expression body, Position position) {
    public NamedExpression {
        requireNonNull(name, "name");
        requireNonNull(body, "body");
        requireNonNull(position, "position");
    }
}
