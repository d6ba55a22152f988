package com.cdhdashboard.assistant.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** One entry of a conversation as a model is told it. */
public sealed interface Message {
    /** What a person asked, or what the program says to the model on its own account. */
    record Question(String text) implements Message {
        public Question {
            requireNonNull(text, "text");
        }
    }

    /** What the model answered before: text, calls of tools, or both. */
    record Answer(String text, List<ToolCall> calls) implements Message {
        public Answer {
            requireNonNull(text, "text");
            calls = List.copyOf(calls);
        }
    }

    /** What a tool answered to a call; {@code refused} where it told what is wrong with the call. */
    record ToolResult(ToolCall call, String json, boolean refused) implements Message {
        public ToolResult {
            requireNonNull(call, "call");
            requireNonNull(json, "json");
        }
    }
}
