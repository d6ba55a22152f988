package com.cdhdashboard.assistant.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A tool that a model may ask for.
 *
 * @param parameters JSON Schema of an object
 */
public record ToolOffer(String name, String description, ObjectNode parameters) {
    public ToolOffer {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(parameters, "parameters");
    }
}
