package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.provider.http.ExchangeBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.util.Optional;

/** The form in which a provider is asked. Models are made for one request each, and go through its exchange. */
interface Wire {
    /** One that answers in one piece. */
    ChatModel whole(ExchangeBuilder exchange);

    /** One that answers in pieces. */
    StreamingChatModel pieces(ExchangeBuilder exchange);

    /**
     * What the library knows no option for, as it stands in the body of requests.
     *
     * @param schema of the answer, where the provider is told it in the older way
     */
    ObjectNode added(Optional<ObjectNode> schema);
}
