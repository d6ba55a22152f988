package com.cdhdashboard.core.expression;

/** How conditions are joined, in three-valued logic. */
public enum LogicOperator {
    AND("&"),
    OR("|");

    private final String symbol;

    LogicOperator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
