package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.provider.http.ExchangeBuilder;
import com.cdhdashboard.assistant.settings.ApiKey;
import com.cdhdashboard.assistant.settings.ModelSettings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import java.util.Map;
import java.util.Optional;

/** Ollama. It needs no key; a proxy before it may. */
record OllamaWire(ModelSettings settings, Optional<ApiKey> key) implements Wire {
    @Override
    public ChatModel whole(ExchangeBuilder exchange) {
        return OllamaChatModel.builder()
                .maxRetries(0)
                .httpClientBuilder(exchange)
                .baseUrl(settings.base().toString())
                .customHeaders(headers())
                .modelName(settings.model().model())
                .numPredict(settings.options().maxTokens().orElse(null))
                .temperature(settings.options().temperature().orElse(null))
                .build();
    }

    @Override
    public StreamingChatModel pieces(ExchangeBuilder exchange) {
        return OllamaStreamingChatModel.builder()
                .httpClientBuilder(new ExchangeBuilder(new NumberedCalls(exchange.build())))
                .baseUrl(settings.base().toString())
                .customHeaders(headers())
                .modelName(settings.model().model())
                .numPredict(settings.options().maxTokens().orElse(null))
                .temperature(settings.options().temperature().orElse(null))
                .build();
    }

    private Map<String, String> headers() {
        return key.map(each -> Map.of("Authorization", "Bearer " + each.value()))
                .orElse(Map.of());
    }

    @Override
    public ObjectNode added(Optional<ObjectNode> schema) {
        return settings.options().extra();
    }
}
