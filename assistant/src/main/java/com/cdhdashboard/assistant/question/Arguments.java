package com.cdhdashboard.assistant.question;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arguments that are checked, by name. */
public record Arguments(ObjectNode json) {
    public Arguments {
        requireNonNull(json, "json");
    }

    /** A text that says something; an empty one says as much as none. */
    public Optional<String> text(String name) {
        return Optional.of(json.path(name).asText()).filter(text -> !text.isEmpty());
    }

    /** A text that the check has found to be there. */
    public String required(String name) {
        return json.path(name).asText();
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        json.path(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    public int whole(String name, int otherwise) {
        return json.path(name).asInt(otherwise);
    }

    public Optional<Arguments> object(String name) {
        return json.path(name) instanceof ObjectNode object ? Optional.of(new Arguments(object)) : Optional.empty();
    }

    public List<Arguments> objects(String name) {
        List<Arguments> objects = new ArrayList<>();
        for (JsonNode each : json.path(name)) {
            if (each instanceof ObjectNode object) {
                objects.add(new Arguments(object));
            }
        }
        return objects;
    }
}
