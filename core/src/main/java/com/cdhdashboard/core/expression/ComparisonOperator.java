package com.cdhdashboard.core.expression;

import java.util.Optional;

/** How two values are compared; null where one of them is null. */
public enum ComparisonOperator {
    EQUAL("==", "="),
    NOT_EQUAL("!=", "<>"),
    GREATER(">", ">"),
    GREATER_OR_EQUAL(">=", ">="),
    LESS("<", "<"),
    LESS_OR_EQUAL("<=", "<=");

    private final String symbol;
    private final String sql;

    ComparisonOperator(String symbol, String sql) {
        this.symbol = symbol;
        this.sql = sql;
    }

    public String symbol() {
        return symbol;
    }

    public String sql() {
        return sql;
    }

    public static Optional<ComparisonOperator> find(String symbol) {
        for (ComparisonOperator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}
