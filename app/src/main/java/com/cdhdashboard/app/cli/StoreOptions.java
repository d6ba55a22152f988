package com.cdhdashboard.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that works on a store. */
final class StoreOptions {
    static final String DEFAULT_DATA = "cdhdashboard-data";

    @Option(
            names = "--config",
            paramLabel = "F",
            description = "Configuration file (TOML); \"demo\" is the one of the demo export."
                    + " Default: the one that comes with the program.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DEFAULT_DATA,
            description = "Folder of the imported data. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of(DEFAULT_DATA);

    ConfigurationSource configuration() {
        return ConfigurationSource.of(config);
    }

    /** Whether a configuration was named. */
    boolean isConfigured() {
        return config.isPresent();
    }

    Path data() {
        return data;
    }
}
