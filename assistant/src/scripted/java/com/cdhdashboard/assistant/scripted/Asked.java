package com.cdhdashboard.assistant.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that a scripted model got.
 *
 * @param path with the query
 * @param headers by name in small letters
 * @param text the body to the letter
 */
public record Asked(String path, Map<String, String> headers, String text, ObjectNode body) {
    public Asked {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The messages as OpenAI's chat completions have them; empty in other forms. */
    public List<JsonNode> messages() {
        List<JsonNode> messages = new ArrayList<>();
        body.path("messages").forEach(messages::add);
        return messages;
    }

    /** What the person asked last, in that form; an empty text where nobody did. */
    public String question() {
        return messages().stream()
                .filter(message -> message.path("role").asText().equals("user"))
                .reduce((first, second) -> second)
                .map(message -> message.path("content").asText())
                .orElse("");
    }

    /** What tools answered since, in that form. */
    public List<String> toolAnswers() {
        List<String> answers = new ArrayList<>();
        for (JsonNode message : messages()) {
            if (message.path("role").asText().equals("user")) {
                answers.clear();
            } else if (message.path("role").asText().equals("tool")) {
                answers.add(message.path("content").asText());
            }
        }
        return answers;
    }

    /** The names of the tools that may be called, in that form. */
    public List<String> tools() {
        List<String> names = new ArrayList<>();
        body.path("tools")
                .forEach(tool -> names.add(tool.path("function").path("name").asText()));
        return names;
    }
}
