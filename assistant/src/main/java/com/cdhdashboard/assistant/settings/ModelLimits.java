package com.cdhdashboard.assistant.settings;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How much may be asked; what is empty has no limit.
 *
 * @param tokensPerDay of all purposes together, as is the cost
 * @param prices without which nothing is known of cost
 */
public record ModelLimits(
        Optional<Long> tokensPerQuestion,
        Optional<Long> tokensPerDay,
        Optional<Prices> prices,
        Optional<Double> costPerQuestion,
        Optional<Double> costPerDay) {
    public ModelLimits {
        requireNonNull(tokensPerQuestion, "tokensPerQuestion");
        requireNonNull(tokensPerDay, "tokensPerDay");
        requireNonNull(prices, "prices");
        requireNonNull(costPerQuestion, "costPerQuestion");
        requireNonNull(costPerDay, "costPerDay");
    }

    /** What a million tokens costs. */
    public record Prices(double sent, double received) {
        private static final double MILLION = 1e6;

        public double of(long tokensSent, long tokensReceived) {
            return (tokensSent * sent + tokensReceived * received) / MILLION;
        }
    }
}
