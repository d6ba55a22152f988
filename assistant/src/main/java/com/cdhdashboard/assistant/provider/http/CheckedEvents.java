package com.cdhdashboard.assistant.provider.http;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;

/** Passes events of an answer on as long as they are what a provider says when all is well. */
final class CheckedEvents implements ServerSentEventListener {
    private static final String DONE = "[DONE]";

    private final Exchange exchange;
    private final ServerSentEventListener listener;

    CheckedEvents(Exchange exchange, ServerSentEventListener listener) {
        this.exchange = exchange;
        this.listener = listener;
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        if (exchange.failure().isPresent()) {
            return;
        }
        String data = event.data() == null ? "" : event.data();
        if (data.equals(DONE)) {
            exchange.sayDone();
        }
        try {
            if (!data.isBlank() && !data.equals(DONE)) {
                Replies.checkEvent(data);
            }
            listener.onEvent(event, context);
        } catch (Failure e) {
            exchange.fail(e);
        } catch (RuntimeException e) {
            exchange.fail(Failure.of(Failure.Kind.NOT_AN_ANSWER, "", e));
        }
    }

    @Override
    public void onError(Throwable error) {
        exchange.fail(Failure.of(Failure.Kind.BROKEN, "", error));
    }
}
