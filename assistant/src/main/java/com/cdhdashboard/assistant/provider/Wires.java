package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.settings.ApiKey;
import com.cdhdashboard.assistant.settings.ModelSettings;
import java.util.Optional;

/** Which provider is asked in which form. */
final class Wires {
    private Wires() {}

    static Wire of(ModelSettings settings, Optional<ApiKey> key) {
        return switch (settings.model().provider().wire()) {
            case OPENAI ->
                settings.model().responses() ? new ResponsesWire(settings, key) : OpenAiWire.of(settings, key);
            case AZURE -> OpenAiWire.ofAzure(settings, key);
            case ANTHROPIC -> new AnthropicWire(settings, key);
            case GEMINI -> new GeminiWire(settings, key);
            case OLLAMA -> new OllamaWire(settings, key);
        };
    }
}
