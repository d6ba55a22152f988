package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.provider.http.ExchangeBuilder;
import com.cdhdashboard.assistant.settings.ApiKey;
import com.cdhdashboard.assistant.settings.ModelSettings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import java.util.Optional;

/** Gemini of Google; the key is in a header, never in the address. */
record GeminiWire(ModelSettings settings, Optional<ApiKey> key) implements Wire {
    @Override
    public ChatModel whole(ExchangeBuilder exchange) {
        return GoogleAiGeminiChatModel.builder()
                .maxRetries(0)
                .httpClientBuilder(exchange)
                .baseUrl(base())
                .apiKey(key.map(ApiKey::value).orElse("none"))
                .modelName(settings.model().model())
                .maxOutputTokens(settings.options().maxTokens().orElse(null))
                .temperature(settings.options().temperature().orElse(null))
                .build();
    }

    @Override
    public StreamingChatModel pieces(ExchangeBuilder exchange) {
        return GoogleAiGeminiStreamingChatModel.builder()
                .httpClientBuilder(exchange)
                .baseUrl(base())
                .apiKey(key.map(ApiKey::value).orElse("none"))
                .modelName(settings.model().model())
                .maxOutputTokens(settings.options().maxTokens().orElse(null))
                .temperature(settings.options().temperature().orElse(null))
                .build();
    }

    /** Files say the address with or without the version. */
    private String base() {
        String path = settings.base().getPath();
        return settings.base() + (path == null || path.isEmpty() ? "/v1beta" : "");
    }

    @Override
    public ObjectNode added(Optional<ObjectNode> schema) {
        return settings.options().extra();
    }
}
