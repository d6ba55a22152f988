package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.provider.http.ExchangeBuilder;
import com.cdhdashboard.assistant.settings.ApiKey;
import com.cdhdashboard.assistant.settings.ModelOptions;
import com.cdhdashboard.assistant.settings.ModelSettings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiResponsesChatModel;
import dev.langchain4j.model.openai.OpenAiResponsesChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiResponsesStreamingChatModel;
import java.util.Optional;

/** The Responses interface of OpenAI; nothing is stored there. */
record ResponsesWire(ModelSettings settings, Optional<ApiKey> key) implements Wire {
    @Override
    public ChatModel whole(ExchangeBuilder exchange) {
        return OpenAiResponsesChatModel.builder()
                .httpClientBuilder(exchange)
                .baseUrl(settings.base().toString())
                .apiKey(key.map(ApiKey::value).orElse("none"))
                .defaultRequestParameters(parameters())
                .build();
    }

    @Override
    public StreamingChatModel pieces(ExchangeBuilder exchange) {
        return OpenAiResponsesStreamingChatModel.builder()
                .httpClientBuilder(exchange)
                .baseUrl(settings.base().toString())
                .apiKey(key.map(ApiKey::value).orElse("none"))
                .defaultRequestParameters(parameters())
                .build();
    }

    private OpenAiResponsesChatRequestParameters parameters() {
        ModelOptions options = settings.options();
        OpenAiResponsesChatRequestParameters.Builder builder = OpenAiResponsesChatRequestParameters.builder();
        builder.modelName(settings.model().model());
        options.temperature().ifPresent(builder::temperature);
        options.maxTokens().ifPresent(builder::maxOutputTokens);
        options.reasoningEffort().ifPresent(builder::reasoningEffort);
        options.verbosity().ifPresent(builder::textVerbosity);
        return builder.store(false).strictTools(false).strictJsonSchema(false).build();
    }

    @Override
    public ObjectNode added(Optional<ObjectNode> schema) {
        return settings.options().extra();
    }
}
