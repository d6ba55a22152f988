package com.cdhdashboard.assistant.settings;

import static com.cdhdashboard.core.config.read.Found.quote;

import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.UserException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Makes the settings of one purpose of what its tables say. */
final class SettingsReader {
    /** The oldest version of Azure's interface that binds answers to a schema. */
    private static final String AZURE_VERSION = "2024-10-21";

    private final Purpose purpose;
    private final Layers said;
    private final Path folder;

    /** @param folder in which relative paths begin */
    SettingsReader(Purpose purpose, Layers said, Path folder) {
        this.purpose = purpose;
        this.said = said;
        this.folder = folder;
    }

    /** The settings; empty where something that they need was complained about. */
    Optional<ModelSettings> read() {
        ModelLimits limits = limits();
        Optional<ModelName> model = model();
        Optional<URI> base = model.flatMap(this::base);
        if (model.isEmpty() || base.isEmpty()) {
            return Optional.empty();
        }
        tellUnsent(model.get());
        return Optional.of(new ModelSettings(
                purpose,
                model.get(),
                base.get(),
                version(model.get()),
                key(model.get()),
                options(model.get()),
                limits));
    }

    private Optional<ModelName> model() {
        Optional<String> name = said.text("model");
        if (name.isEmpty()) {
            said.error("model", "is empty; name a model as \"provider/model\", such as \"openai/gpt-5.5\"");
            return Optional.empty();
        }
        String custom = said.text("custom_llm_provider").orElse("");
        Optional<ModelName> model =
                ModelName.parse(name.get(), custom, said.text("api_base").isPresent());
        if (model.isEmpty()) {
            unknownProvider(name.get(), custom);
        } else if (model.get().model().isBlank()) {
            said.error("model", quote(name.get()) + " names no model; write it behind the slash");
            return Optional.empty();
        }
        return model;
    }

    private void unknownProvider(String name, String custom) {
        int slash = name.indexOf('/');
        String word = custom.isEmpty() ? name.substring(0, Math.max(slash, 0)) : custom;
        String hint = DidYouMean.hint(word, Provider.notations());
        String known = hint.isEmpty() ? "; known are " + String.join(", ", Provider.notations()) : hint;
        String key = custom.isEmpty() ? "model" : "custom_llm_provider";
        String found = word.isEmpty() ? quote(name) + " names no provider" : quote(word) + " is not a provider";
        said.error(
                key,
                found + known + (known.endsWith("?") ? " " : ". ")
                        + "Any other that speaks as OpenAI does is asked with its api_base");
    }

    private Optional<URI> base(ModelName model) {
        Optional<String> text = said.text("api_base").or(model.provider()::base);
        if (text.isEmpty()) {
            said.error(
                    "model",
                    quote(model.toString()) + " needs api_base, the address of your "
                            + model.provider().title() + ", such as "
                            + (model.provider() == Provider.AZURE
                                    ? "\"https://example.openai.azure.com\""
                                    : "\"http://localhost:8000/v1\""));
            return Optional.empty();
        }
        Optional<String> wrong = BaseAddress.wrong(text.get());
        wrong.ifPresent(sentence -> said.error("api_base", quote(BaseAddress.shown(text.get())) + " " + sentence));
        return wrong.isPresent()
                ? Optional.empty()
                : Optional.of(URI.create(text.get().replaceAll("/+$", "")));
    }

    private Optional<String> version(ModelName model) {
        Optional<String> version = said.text("api_version");
        return model.provider() == Provider.AZURE ? version.or(() -> Optional.of(AZURE_VERSION)) : version;
    }

    private KeySource key(ModelName model) {
        Provider provider = model.provider();
        Optional<String> variable = said.has("api_key_env_var") ? said.text("api_key_env_var") : provider.keyVariable();
        boolean required = said.said("api_key_required", Boolean.class)
                .orElse(provider.keyVariable().isPresent());
        String where = variable.map(name -> "Set the environment variable " + name + " and start the program again")
                .orElse("Name its environment variable with api_key_env_var");
        return new KeySource(
                variable,
                said.text("api_key_file").map(folder::resolve),
                fallback(),
                required,
                said.text("api_key_label").orElse("Key for " + provider.title()),
                said.text("missing_key_message")
                        .orElse("No key for " + provider.title() + " is there. " + where + ", or enter a key for your"
                                + " session."),
                said.said("missing_key_stops_page", Boolean.class).orElse(purpose == Purpose.CHAT));
    }

    private Optional<ApiKey> fallback() {
        try {
            return said.text("api_key_fallback").map(ApiKey::of);
        } catch (UserException e) {
            said.error("api_key_fallback", "is not a key: a key is one line without spaces; correct it");
            return Optional.empty();
        }
    }

    private ModelOptions options(ModelName model) {
        boolean freely = !model.thinks();
        return new ModelOptions(
                said.text("reasoning_effort").filter(effort -> model.thinks()),
                verbosity().filter(wish -> model.takesVerbosity()),
                number("temperature").filter(temperature -> freely),
                number("max_tokens").map(Double::intValue),
                Duration.ofMillis(Math.round(number("timeout").orElse(120.0) * 1_000)),
                number("num_retries").map(Double::intValue).orElse(0),
                said.said("streaming", Boolean.class).orElse(true),
                SchemaAnswers.of(said.text("schema_answers").orElse("json_schema")),
                extra());
    }

    /** What has a key of its own wins over the same parameter. */
    private ObjectNode extra() {
        ObjectNode extra = said.extra().deepCopy();
        ModelKeys.TABLE.names().stream().filter(said::has).forEach(extra::remove);
        return extra;
    }

    private Optional<String> verbosity() {
        return said.has("verbosity") ? said.text("verbosity") : Optional.of(purpose == Purpose.CHAT ? "low" : "medium");
    }

    /** Says of what stands in the file that it is not sent. */
    private void tellUnsent(ModelName model) {
        tellUnsent("reasoning_effort", model, model.thinks());
        tellUnsent("verbosity", model, model.takesVerbosity());
        tellUnsent("temperature", model, !model.thinks());
    }

    private void tellUnsent(String key, ModelName model, boolean sent) {
        if (!sent && said.has(key) && said.said(key, Object.class).isPresent()) {
            said.warning(
                    key,
                    "is not sent to " + quote(model.toString())
                            + ", which is not known to take it; write it in extra_params if it does");
        }
    }

    private Optional<Double> number(String key) {
        return said.said(key, Number.class).map(Number::doubleValue);
    }

    private ModelLimits limits() {
        Optional<ModelLimits.Prices> prices = number("price_per_million_tokens_sent")
                .flatMap(sent -> number("price_per_million_tokens_received")
                        .map(received -> new ModelLimits.Prices(sent, received)));
        for (String key : new String[] {"cost_per_question", "cost_per_day"}) {
            if (number(key).isPresent() && prices.isEmpty()) {
                said.error(
                        key,
                        "needs both price_per_million_tokens_sent and price_per_million_tokens_received; add them, or"
                                + " limit tokens instead");
            }
        }
        return new ModelLimits(
                number("tokens_per_question").map(Double::longValue),
                number("tokens_per_day").map(Double::longValue),
                prices,
                number("cost_per_question"),
                number("cost_per_day"));
    }
}
