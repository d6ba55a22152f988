package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** The {@code [copyright]} section: the name and version that pages show. */
public record Branding(String name, String version, Optional<String> versionDate) {
    /** Where the section is left out. */
    public static final Branding DEFAULT = new Branding("CDH Dashboard", "1.0", Optional.empty());

    public Branding {
        requireNonNull(name, "name");
        requireNonNull(version, "version");
        requireNonNull(versionDate, "versionDate");
    }
}
