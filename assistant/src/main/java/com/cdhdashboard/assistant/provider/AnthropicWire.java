package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.provider.http.ExchangeBuilder;
import com.cdhdashboard.assistant.settings.ApiKey;
import com.cdhdashboard.assistant.settings.ModelSettings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.util.Optional;

/** Messages of Anthropic. */
record AnthropicWire(ModelSettings settings, Optional<ApiKey> key) implements Wire {
    /** They do not answer without a longest length; every newer model can write this much. */
    private static final int MOST_TOKENS = 8_192;

    @Override
    public ChatModel whole(ExchangeBuilder exchange) {
        return AnthropicChatModel.builder()
                .httpClientBuilder(exchange)
                .baseUrl(base())
                .apiKey(key.map(ApiKey::value).orElse("none"))
                .modelName(settings.model().model())
                .maxTokens(settings.options().maxTokens().orElse(MOST_TOKENS))
                .temperature(settings.options().temperature().orElse(null))
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel pieces(ExchangeBuilder exchange) {
        return AnthropicStreamingChatModel.builder()
                .httpClientBuilder(exchange)
                .baseUrl(base())
                .apiKey(key.map(ApiKey::value).orElse("none"))
                .modelName(settings.model().model())
                .maxTokens(settings.options().maxTokens().orElse(MOST_TOKENS))
                .temperature(settings.options().temperature().orElse(null))
                .build();
    }

    /** Files say the address with or without the version. */
    private String base() {
        String base = settings.base().toString();
        return base.endsWith("/v1") ? base : base + "/v1";
    }

    @Override
    public ObjectNode added(Optional<ObjectNode> schema) {
        return settings.options().extra();
    }
}
