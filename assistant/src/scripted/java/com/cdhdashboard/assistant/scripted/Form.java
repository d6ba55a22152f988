package com.cdhdashboard.assistant.scripted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** How a provider writes answers. */
interface Form {
    boolean takes(String path);

    /** Whether a request wants its answer in pieces. */
    default boolean wantsPieces(Asked asked) {
        return asked.body().path("stream").asBoolean();
    }

    default String contentTypeOfPieces() {
        return "text/event-stream";
    }

    /** The answer in one piece. */
    JsonNode whole(Reply.Says reply, Asked asked);

    /** The pieces of the answer as they are written. */
    List<String> pieces(Reply.Says reply, Asked asked);

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String event(JsonNode data) {
        return "data: " + data + "\n\n";
    }

    static String event(String name, JsonNode data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    /** A text in parts of so many letters. */
    static List<String> parts(String text, int letters) {
        List<String> parts = new ArrayList<>();
        for (int start = 0; start < text.length(); start += letters) {
            parts.add(text.substring(start, Math.min(text.length(), start + letters)));
        }
        return parts;
    }

    /** Arguments of a call in those forms that have them as JSON and not as a text; what is no JSON is none there. */
    static JsonNode parsed(String arguments) {
        try {
            return new JsonMapper().readTree(arguments);
        } catch (JsonProcessingException e) {
            return object();
        }
    }
}
