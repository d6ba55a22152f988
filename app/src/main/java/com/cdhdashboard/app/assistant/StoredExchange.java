package com.cdhdashboard.app.assistant;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.chat.Exchange;

/** A question with its answer, and what its reader thinks of that. */
public record StoredExchange(Exchange exchange, Rating rating) {
    /** What a reader says of an answer. */
    public enum Rating {
        NONE,
        UP,
        DOWN
    }

    public StoredExchange {
        requireNonNull(exchange, "exchange");
        requireNonNull(rating, "rating");
    }

    StoredExchange rated(Rating other) {
        return new StoredExchange(exchange, other);
    }
}
