package com.cdhdashboard.app.page.configuration.studio;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.privacy.SentLog;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The model that can be asked.
 *
 * @param name as pages name it; empty where none is configured
 * @param address of its machine
 * @param missing why it cannot be asked; empty where it can
 * @param model for one request
 */
public record StudioModel(
        String name, String address, Supplier<Optional<String>> missing, Supplier<LanguageModel> model, SentLog sent) {
    public StudioModel {
        requireNonNull(name, "name");
        requireNonNull(address, "address");
        requireNonNull(missing, "missing");
        requireNonNull(model, "model");
        requireNonNull(sent, "sent");
    }
}
