package com.cdhdashboard.assistant.settings;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * Which model is asked for one purpose, and how.
 *
 * @param base address of the provider, without a slash at its end
 */
public record ModelSettings(
        Purpose purpose,
        ModelName model,
        URI base,
        Optional<String> apiVersion,
        KeySource key,
        ModelOptions options,
        ModelLimits limits) {
    public ModelSettings {
        requireNonNull(purpose, "purpose");
        requireNonNull(model, "model");
        requireNonNull(base, "base");
        requireNonNull(apiVersion, "apiVersion");
        requireNonNull(key, "key");
        requireNonNull(options, "options");
        requireNonNull(limits, "limits");
    }

    /** Who answers, as people are told it. */
    public String title() {
        boolean other =
                model.provider() == Provider.OPENAI && !model.provider().base().equals(Optional.of(base.toString()));
        return other ? Provider.COMPATIBLE.title() : model.provider().title();
    }

    /** The machine that is asked, with the port where it is not the usual one. */
    public String address() {
        return base.getHost() + (base.getPort() < 0 ? "" : ":" + base.getPort());
    }
}
