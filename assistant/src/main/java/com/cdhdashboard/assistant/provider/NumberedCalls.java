package com.cdhdashboard.assistant.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;

/**
 * Numbers the calls of tools in answers of Ollama. Older ones do not, and send each call in a piece of its own; the library
 * would take them all for parts of one.
 */
record NumberedCalls(HttpClient client) implements HttpClient {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        return client.execute(request);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        client.execute(request, parser, new Numbering(listener));
    }

    private static final class Numbering implements ServerSentEventListener {
        private final ServerSentEventListener listener;
        private int next;

        Numbering(ServerSentEventListener listener) {
            this.listener = listener;
        }

        @Override
        public void onOpen(SuccessfulHttpResponse response) {
            listener.onOpen(response);
        }

        @Override
        public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
            boolean calls = event.data().contains("\"tool_calls\"");
            listener.onEvent(calls ? new ServerSentEvent(event.event(), numbered(event.data())) : event, context);
        }

        private String numbered(String data) {
            try {
                JsonNode json = JSON.readTree(data);
                for (JsonNode call : json.path("message").path("tool_calls")) {
                    if (call.path("function") instanceof ObjectNode function) {
                        function.put("index", next++);
                    }
                }
                return JSON.writeValueAsString(json);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("checked before", e);
            }
        }

        @Override
        public void onError(Throwable error) {
            listener.onError(error);
        }

        @Override
        public void onClose() {
            listener.onClose();
        }
    }
}
