package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.provider.http.ExchangeBuilder;
import com.cdhdashboard.assistant.settings.ApiKey;
import com.cdhdashboard.assistant.settings.ModelOptions;
import com.cdhdashboard.assistant.settings.ModelSettings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.Map;
import java.util.Optional;

/**
 * Chat completions, as OpenAI, Azure and the many servers that do as they do understand them.
 *
 * @param base before {@code /chat/completions}
 * @param bearer sent as they all expect a key; Azure has a header of its own
 */
record OpenAiWire(
        ModelSettings settings,
        String base,
        Optional<ApiKey> bearer,
        Map<String, String> headers,
        Map<String, String> query)
        implements Wire {
    private static final String OPENAI = "api.openai.com";

    static OpenAiWire of(ModelSettings settings, Optional<ApiKey> key) {
        return new OpenAiWire(settings, settings.base().toString(), key, Map.of(), Map.of());
    }

    /** Azure has models below the name of their deployment; its newest interface is that of OpenAI. */
    static OpenAiWire ofAzure(ModelSettings settings, Optional<ApiKey> key) {
        String base = settings.base().toString();
        Map<String, String> headers =
                key.map(each -> Map.of("api-key", each.value())).orElse(Map.of());
        if (base.endsWith("/openai/v1")) {
            return new OpenAiWire(settings, base, Optional.empty(), headers, Map.of());
        }
        String deployment = base.contains("/openai/deployments/")
                ? base
                : base + "/openai/deployments/" + settings.model().model();
        Map<String, String> version =
                Map.of("api-version", settings.apiVersion().orElseThrow());
        return new OpenAiWire(settings, deployment, Optional.empty(), headers, version);
    }

    @Override
    public ChatModel whole(ExchangeBuilder exchange) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(exchange)
                .baseUrl(base)
                .apiKey(bearer.map(ApiKey::value).orElse(null))
                .customHeaders(headers)
                .customQueryParams(query)
                .defaultRequestParameters(parameters())
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel pieces(ExchangeBuilder exchange) {
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(exchange)
                .baseUrl(base)
                .apiKey(bearer.map(ApiKey::value).orElse(null))
                .customHeaders(headers)
                .customQueryParams(query)
                .defaultRequestParameters(parameters())
                .build();
    }

    private OpenAiChatRequestParameters parameters() {
        ModelOptions options = settings.options();
        OpenAiChatRequestParameters.Builder builder = OpenAiChatRequestParameters.builder()
                .modelName(settings.model().model())
                .temperature(options.temperature().orElse(null))
                .reasoningEffort(options.reasoningEffort().orElse(null));
        // The old name is refused by newer models of OpenAI, the new one unknown to others
        boolean newer =
                settings.model().thinks() || OPENAI.equals(settings.base().getHost());
        options.maxTokens().ifPresent(most -> {
            if (newer) {
                builder.maxCompletionTokens(most);
            } else {
                builder.maxOutputTokens(most);
            }
        });
        return builder.build();
    }

    @Override
    public ObjectNode added(Optional<ObjectNode> schema) {
        ObjectNode added = settings.options().extra().deepCopy();
        schema.ifPresent(each ->
                added.putObject("response_format").put("type", "json_object").set("schema", each));
        settings.options().verbosity().ifPresent(wish -> added.put("verbosity", wish));
        return added;
    }
}
