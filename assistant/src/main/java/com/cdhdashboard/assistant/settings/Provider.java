package com.cdhdashboard.assistant.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who answers, by what stands before the first slash of a model's name. */
public enum Provider {
    OPENAI("openai", "OpenAI", Wire.OPENAI, "https://api.openai.com/v1", "OPENAI_API_KEY"),
    AZURE("azure", "Azure OpenAI", Wire.AZURE, "", "AZURE_API_KEY"),
    ANTHROPIC("anthropic", "Anthropic", Wire.ANTHROPIC, "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY"),
    GEMINI(
            "gemini",
            "Google Gemini",
            Wire.GEMINI,
            "https://generativelanguage.googleapis.com/v1beta",
            "GEMINI_API_KEY"),
    OLLAMA("ollama", "Ollama", Wire.OLLAMA, "http://localhost:11434", ""),
    OLLAMA_CHAT("ollama_chat", "Ollama", Wire.OLLAMA, "http://localhost:11434", ""),
    LM_STUDIO("lm_studio", "LM Studio", Wire.OPENAI, "http://localhost:1234/v1", ""),
    HOSTED_VLLM("hosted_vllm", "vLLM", Wire.OPENAI, "", ""),
    LLAMAFILE("llamafile", "llamafile", Wire.OPENAI, "http://localhost:8080/v1", ""),
    LITELLM_PROXY("litellm_proxy", "LiteLLM proxy", Wire.OPENAI, "", "LITELLM_PROXY_API_KEY"),
    OPENROUTER("openrouter", "OpenRouter", Wire.OPENAI, "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY"),
    MISTRAL("mistral", "Mistral", Wire.OPENAI, "https://api.mistral.ai/v1", "MISTRAL_API_KEY"),
    GROQ("groq", "Groq", Wire.OPENAI, "https://api.groq.com/openai/v1", "GROQ_API_KEY"),
    DEEPSEEK("deepseek", "DeepSeek", Wire.OPENAI, "https://api.deepseek.com/v1", "DEEPSEEK_API_KEY"),
    XAI("xai", "xAI", Wire.OPENAI, "https://api.x.ai/v1", "XAI_API_KEY"),
    TOGETHER_AI("together_ai", "Together AI", Wire.OPENAI, "https://api.together.xyz/v1", "TOGETHERAI_API_KEY"),
    FIREWORKS_AI(
            "fireworks_ai",
            "Fireworks AI",
            Wire.OPENAI,
            "https://api.fireworks.ai/inference/v1",
            "FIREWORKS_AI_API_KEY"),
    /** Any other server that speaks as OpenAI does, at an address of the file. */
    COMPATIBLE("openai_like", "OpenAI-compatible server", Wire.OPENAI, "", "OPENAI_API_KEY");

    /** The form in which requests are written. */
    public enum Wire {
        OPENAI,
        AZURE,
        ANTHROPIC,
        GEMINI,
        OLLAMA
    }

    private final String notation;
    private final String title;
    private final Wire wire;
    private final String base;
    private final String keyVariable;

    Provider(String notation, String title, Wire wire, String base, String keyVariable) {
        this.notation = notation;
        this.title = title;
        this.wire = wire;
        this.base = base;
        this.keyVariable = keyVariable;
    }

    /** The one of this notation. */
    public static Optional<Provider> of(String notation) {
        return Stream.of(values())
                .filter(each -> each.notation.equals(notation))
                .findFirst();
    }

    /** All notations, as messages name them. */
    public static List<String> notations() {
        return Stream.of(values()).map(Provider::notation).toList();
    }

    /** What stands before the slash. */
    public String notation() {
        return notation;
    }

    /** As people are told it. */
    public String title() {
        return title;
    }

    public Wire wire() {
        return wire;
    }

    /** Its address, where it has one that everybody uses. */
    public Optional<String> base() {
        return Optional.of(base).filter(text -> !text.isEmpty());
    }

    /** The environment variable that holds its key by custom; none where it usually needs no key. */
    public Optional<String> keyVariable() {
        return Optional.of(keyVariable).filter(text -> !text.isEmpty());
    }
}
