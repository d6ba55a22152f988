package com.cdhdashboard.assistant.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Everything that goes to a model for one turn; nothing else does.
 *
 * @param instructions the system message
 * @param answerSchema JSON Schema that the text of the answer has to fit, where it is data and not prose
 */
public record Prompt(
        String instructions, List<Message> messages, List<ToolOffer> tools, Optional<ObjectNode> answerSchema) {
    public Prompt {
        requireNonNull(instructions, "instructions");
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        requireNonNull(answerSchema, "answerSchema");
    }
}
