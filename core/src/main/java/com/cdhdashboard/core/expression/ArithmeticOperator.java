package com.cdhdashboard.core.expression;

import java.util.Optional;

/** What is done with two numbers; {@code +} also joins texts and {@code -} measures the time between two moments. */
public enum ArithmeticOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    /** Always a number with decimals; division by zero is infinite, zero by zero is NaN. */
    DIVIDE("/"),
    /** The quotient rounded down; null for whole numbers divided by zero. */
    FLOOR_DIVIDE("//"),
    /** What remains of {@link #FLOOR_DIVIDE}; has the sign of the divisor, null for whole numbers divided by zero. */
    MODULO("%");

    private final String symbol;

    ArithmeticOperator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    public static Optional<ArithmeticOperator> find(String symbol) {
        for (ArithmeticOperator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    public boolean binds() {
        return this != ADD && this != SUBTRACT;
    }
}
