package com.cdhdashboard.app.configuration;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;

/**
 * What the page of the configuration works on.
 *
 * @param applied the text of the configuration that the server shows
 */
public record Authoring(Supplier<String> applied, Drafts drafts) {
    public Authoring {
        requireNonNull(applied, "applied");
        requireNonNull(drafts, "drafts");
    }
}
