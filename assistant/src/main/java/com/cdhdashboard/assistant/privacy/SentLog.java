package com.cdhdashboard.assistant.privacy;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.model.Prompt;
import java.time.Instant;

/** Keeps what was sent to models, for people to read. Safe for use by many threads. */
public interface SentLog {
    /** Keeps nothing. */
    SentLog NONE = sent -> {};

    /**
     * One prompt as it was sent, for one turn.
     *
     * @param purpose in a word or two, such as {@code chat}
     */
    record Sent(Instant at, String model, String purpose, Prompt prompt) {
        public Sent {
            requireNonNull(at, "at");
            requireNonNull(model, "model");
            requireNonNull(purpose, "purpose");
            requireNonNull(prompt, "prompt");
        }
    }

    /** Called before it is sent; what cannot be written down is not sent. */
    void add(Sent sent);
}
