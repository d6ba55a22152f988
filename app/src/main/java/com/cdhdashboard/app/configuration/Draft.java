package com.cdhdashboard.app.configuration;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A configuration that is being edited.
 *
 * @param id names it in addresses; random, so that nobody guesses it
 * @param base the text that editing began with, against which others' changes are told
 * @param revision grows with every change of the text
 */
public record Draft(String id, String base, String text, long revision, Instant created, Instant changed) {
    public Draft {
        requireNonNull(id, "id");
        requireNonNull(base, "base");
        requireNonNull(text, "text");
        requireNonNull(created, "created");
        requireNonNull(changed, "changed");
    }

    /** Of the text that editing began with. */
    public String baseHash() {
        return TextHash.of(base);
    }
}
