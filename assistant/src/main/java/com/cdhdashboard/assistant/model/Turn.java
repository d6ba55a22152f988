package com.cdhdashboard.assistant.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a model answered to a prompt.
 *
 * @param cut whether the answer ended at a limit of tokens
 */
public record Turn(String text, List<ToolCall> calls, Usage usage, boolean cut) {
    public Turn {
        requireNonNull(text, "text");
        calls = List.copyOf(calls);
        requireNonNull(usage, "usage");
    }

    /** Tokens as the provider counted them; 0 where it does not tell. */
    public record Usage(long sent, long received) {}
}
