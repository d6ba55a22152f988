package com.cdhdashboard.assistant.provider.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;

/** Makes the request that is sent of the one that the library wrote. */
final class Requests {
    private static final JsonMapper JSON = new JsonMapper();

    private Requests() {}

    static HttpRequest of(URI uri, dev.langchain4j.http.client.HttpRequest written, ObjectNode added) {
        HttpRequest.Builder builder = HttpRequest.newBuilder().uri(uri);
        written.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        String body = Optional.ofNullable(written.body()).orElse("");
        return builder.method(written.method().name(), HttpRequest.BodyPublishers.ofString(with(body, added)))
                .build();
    }

    private static String with(String body, ObjectNode added) {
        if (added.isEmpty()) {
            return body;
        }
        try {
            ObjectNode object = (ObjectNode) JSON.readTree(body);
            merge(object, added);
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the library wrote a body that is no JSON", e);
        }
    }

    private static void merge(ObjectNode into, ObjectNode added) {
        added.properties().forEach(field -> {
            JsonNode before = into.get(field.getKey());
            if (before instanceof ObjectNode table && field.getValue() instanceof ObjectNode other) {
                merge(table, other);
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }
}
