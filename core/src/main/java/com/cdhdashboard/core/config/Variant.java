package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** The {@code [variants]} section: which data set this configuration stands for. */
public record Variant(String name, String description, boolean demoMode) {
    /** Where the section is left out. */
    public static final Variant DEFAULT = new Variant("default", "", false);

    public Variant {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
    }

    /** Letters and digits of the name, as a folder and a part of addresses that is the same on every system. */
    public String slug() {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "store" : slug;
    }
}
