package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

/** The {@code [holdings]} section: product holdings, from which customer lifetime value is computed. */
public record Holdings(FileSelection files, Preparation preparation) {
    public Holdings {
        requireNonNull(files, "files");
        requireNonNull(preparation, "preparation");
    }
}
