package com.cdhdashboard.core.expression.builder;

import static java.util.Objects.requireNonNull;

/**
 * A part that stays text.
 *
 * @param reason why no form shows it
 */
public record Passage(String text, String reason) implements Condition, Formula {
    public Passage {
        requireNonNull(text, "text");
        requireNonNull(reason, "reason");
    }
}
