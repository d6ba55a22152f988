package com.cdhdashboard.assistant.eval;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Data that questions are about.
 *
 * @param imported the folder of an export; empty for the demo export, which is made anew
 * @param configuration a file, or the word for the configuration of the demo export
 */
public record KnownData(Optional<Path> imported, String configuration) {
    /** The configuration that comes with the program for its demo export. */
    public static final String DEMO = "demo";

    public KnownData {
        requireNonNull(imported, "imported");
        requireNonNull(configuration, "configuration");
    }
}
