package com.cdhdashboard.assistant.provider;

/** Tokens, and what they cost as far as prices are known. */
record Spent(long tokens, double cost) {
    static final Spent NOTHING = new Spent(0, 0);

    Spent plus(Spent other) {
        return new Spent(tokens + other.tokens, cost + other.cost);
    }
}
