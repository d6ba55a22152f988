package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

/** The {@code [variants]} section: which data set this configuration stands for. */
public record Variant(String name, String description, boolean demoMode) {
    /** Where the section is left out. */
    public static final Variant DEFAULT = new Variant("default", "", false);

    public Variant {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
    }
}
