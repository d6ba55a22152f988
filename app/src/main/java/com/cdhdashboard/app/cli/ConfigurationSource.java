package com.cdhdashboard.app.cli;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a configuration comes from: a file, or one that comes with the program. */
public sealed interface ConfigurationSource {
    /** The word that names the packaged demo configuration in place of a file. */
    String DEMO_NAME = "demo";

    record File(Path path) implements ConfigurationSource {
        public File {
            requireNonNull(path, "path");
        }
    }

    /** One of those that come with the program. */
    enum Packaged implements ConfigurationSource {
        DEFAULT,
        DEMO
    }

    /** What {@code --config} means; a file named {@code demo} wins over the packaged configuration. */
    static ConfigurationSource of(Optional<Path> option) {
        if (option.isEmpty()) {
            return Packaged.DEFAULT;
        }
        Path path = option.get();
        return path.toString().equals(DEMO_NAME) && !Files.exists(path) ? Packaged.DEMO : new File(path);
    }
}
