package com.cdhdashboard.assistant.provider;

/** The forms in which providers are asked, each with answers in pieces and in one. */
enum ProviderForm {
    OPENAI("openai/scripted", "/v1", true),
    OPENAI_WHOLE("openai/scripted", "/v1", false),
    RESPONSES("openai/responses/scripted", "/v1", true),
    RESPONSES_WHOLE("openai/responses/scripted", "/v1", false),
    AZURE("azure/scripted", "", true),
    AZURE_WHOLE("azure/scripted", "", false),
    ANTHROPIC("anthropic/scripted", "", true),
    ANTHROPIC_WHOLE("anthropic/scripted", "", false),
    GEMINI("gemini/scripted", "", true),
    GEMINI_WHOLE("gemini/scripted", "", false),
    OLLAMA("ollama_chat/scripted", "", true),
    OLLAMA_WHOLE("ollama_chat/scripted", "", false);

    private final String model;
    private final String path;
    private final boolean inPieces;

    ProviderForm(String model, String path, boolean inPieces) {
        this.model = model;
        this.path = path;
        this.inPieces = inPieces;
    }

    String model() {
        return model;
    }

    String path() {
        return path;
    }

    boolean inPieces() {
        return inPieces;
    }

    /** Whether calls of tools have ids there. */
    boolean hasIds() {
        return this != GEMINI && this != GEMINI_WHOLE && this != OLLAMA && this != OLLAMA_WHOLE;
    }
}
