package com.cdhdashboard.core.expression.builder;

import static java.util.Objects.requireNonNull;

/** A column that is calculated, and its name. */
public record CalculatedColumn(String name, Formula formula) {
    public CalculatedColumn {
        requireNonNull(name, "name");
        requireNonNull(formula, "formula");
    }
}
