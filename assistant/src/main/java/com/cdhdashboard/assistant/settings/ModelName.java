package com.cdhdashboard.assistant.settings;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A model and who answers for it, in the notation {@code provider/model}.
 *
 * @param model as the provider calls it
 * @param responses whether OpenAI is asked by its Responses interface, not by chat completions
 */
public record ModelName(Provider provider, String model, boolean responses) {
    private static final String RESPONSES = "responses/";

    public ModelName {
        requireNonNull(provider, "provider");
        requireNonNull(model, "model");
    }

    /**
     * Reads the notation; empty where it names no provider that is known.
     *
     * @param custom the provider where it is said apart, or an empty text
     * @param hasAddress whether the file says where the model is, so that any name will do
     */
    static Optional<ModelName> parse(String text, String custom, boolean hasAddress) {
        if (!custom.isEmpty()) {
            return Provider.of(custom).map(provider -> of(provider, after(text, custom + "/")));
        }
        int slash = text.indexOf('/');
        Optional<Provider> named = slash < 0 ? byCustom(text) : Provider.of(text.substring(0, slash));
        if (named.isEmpty()) {
            return hasAddress ? Optional.of(of(Provider.COMPATIBLE, text)) : Optional.empty();
        }
        return Optional.of(of(named.get(), after(text, named.get().notation() + "/")));
    }

    /** Whose a name without a provider is. */
    private static Optional<Provider> byCustom(String model) {
        if (model.matches("(gpt-|chatgpt-|o\\d).*")) {
            return Optional.of(Provider.OPENAI);
        }
        if (model.startsWith("claude-")) {
            return Optional.of(Provider.ANTHROPIC);
        }
        return model.startsWith("gemini-") ? Optional.of(Provider.GEMINI) : Optional.empty();
    }

    private static ModelName of(Provider provider, String model) {
        boolean openai = provider == Provider.OPENAI;
        boolean asked = openai && model.startsWith(RESPONSES);
        String plain = asked ? after(model, RESPONSES) : model;
        // Models that OpenAI offers by that interface alone
        boolean only = openai && plain.matches("(gpt-5|o1|o3).*-(pro|codex|deep-research).*");
        return new ModelName(provider, plain, asked || only);
    }

    private static String after(String text, String beginning) {
        return text.startsWith(beginning) ? text.substring(beginning.length()) : text;
    }

    /** Whether it is one of OpenAI's models that think first, which take other options than others. */
    public boolean thinks() {
        String name = model.substring(model.lastIndexOf('/') + 1);
        return provider.wire() != Provider.Wire.ANTHROPIC && name.matches("(gpt-5|o\\d).*") && !name.contains("-chat");
    }

    /** Whether it takes a wish for long or short answers. */
    public boolean takesVerbosity() {
        return thinks() && model.substring(model.lastIndexOf('/') + 1).startsWith("gpt-5");
    }

    /** The notation. */
    @Override
    public String toString() {
        return provider == Provider.COMPATIBLE ? model : provider.notation() + "/" + model;
    }
}
