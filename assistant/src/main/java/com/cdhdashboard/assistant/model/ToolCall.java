package com.cdhdashboard.assistant.model;

import static java.util.Objects.requireNonNull;

/**
 * A model asks for a tool. Nothing of it is checked.
 *
 * @param id by which the provider tells calls apart
 * @param arguments a text that should be a JSON object
 */
public record ToolCall(String id, String name, String arguments) {
    public ToolCall {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(arguments, "arguments");
    }
}
