package com.cdhdashboard.app.cli;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a configuration comes from: a file, or one that comes with the program. */
public sealed interface ConfigurationSource {
    /**
     * The word that names the packaged demo configuration, whatever the current folder holds; a file or folder of that name
     * is {@code ./demo}.
     */
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

    /** What {@code --config} means. */
    static ConfigurationSource of(Optional<Path> option) {
        if (option.isEmpty()) {
            return Packaged.DEFAULT;
        }
        Path path = option.get();
        if (isDemo(path)) {
            return Packaged.DEMO;
        }
        if (isFolder(path)) {
            throw new UserException(path + " is a folder, and one configuration is meant here; name one of its files");
        }
        return new File(path);
    }

    private static boolean isDemo(Path path) {
        return path.toString().equals(DEMO_NAME);
    }

    private static boolean isFolder(Path path) {
        return !isDemo(path) && Files.isDirectory(path);
    }

    /** What several {@code --config} mean, of which a folder stands for its files, by name. */
    static List<ConfigurationSource> all(List<Path> options) {
        if (options.isEmpty()) {
            return List.of(Packaged.DEFAULT);
        }
        return files(options).stream().map(file -> of(Optional.of(file))).toList();
    }

    /** Files, with those of folders in the place of these. */
    static List<Path> files(List<Path> named) {
        return named.stream()
                .flatMap(path -> isFolder(path) ? inFolder(path) : Stream.of(path))
                .toList();
    }

    private static Stream<Path> inFolder(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches("[^.].*[.]toml"))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
            if (files.isEmpty()) {
                throw new UserException("there is no configuration in the folder " + folder
                        + "; it would be a file whose name ends in .toml. Put one there, or name the file itself");
            }
            return files.stream();
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "the folder " + folder + " cannot be read; check that you may read it",
                    e);
        }
    }
}
