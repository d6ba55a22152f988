package com.cdhdashboard.assistant.settings;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a key comes from, and what is said where there is none.
 *
 * @param variable the environment variable; empty where the provider needs no key and the file names none
 * @param fallback where neither variable nor file has one
 * @param label of the field in which a user enters one
 * @param stopsPage whether the page shows nothing else where it is missing
 */
public record KeySource(
        Optional<String> variable,
        Optional<Path> file,
        Optional<ApiKey> fallback,
        boolean required,
        String label,
        String missingMessage,
        boolean stopsPage) {
    public KeySource {
        requireNonNull(variable, "variable");
        requireNonNull(file, "file");
        requireNonNull(fallback, "fallback");
        requireNonNull(label, "label");
        requireNonNull(missingMessage, "missingMessage");
    }
}
