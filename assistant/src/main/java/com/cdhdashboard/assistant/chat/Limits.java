package com.cdhdashboard.assistant.chat;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What one question may take.
 *
 * @param turns of the model
 * @param calls of tools
 * @param corrections of numbers that no tool answered
 * @param question characters of the person's question
 * @param result characters of one tool's answer as the model is told it
 * @param exchanges before this one that the model is told of
 */
public record Limits(int turns, int calls, int corrections, Duration time, int question, int result, int exchanges) {
    public static final Limits DEFAULT = new Limits(12, 30, 2, Duration.ofMinutes(5), 4_000, 60_000, 10);

    public Limits {
        requireNonNull(time, "time");
    }
}
