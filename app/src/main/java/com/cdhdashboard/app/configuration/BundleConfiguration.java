package com.cdhdashboard.app.configuration;

import com.cdhdashboard.core.bundle.BundleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration that is in a bundle: it takes the place of the one that comes with the program where that is to be used
 * and the data folder holds no store yet.
 */
public record BundleConfiguration(Path data, List<Path> paths) {
    public BundleConfiguration {
        paths = List.copyOf(paths);
    }

    /** Saves that of the first bundle beside the data, and gives the file; empty where another is to be used. */
    public Optional<Path> save() {
        ConfigurationPlace place = ConfigurationPlace.packaged(ConfigurationPlace.DEFAULT, data);
        boolean wanted = !paths.isEmpty()
                && paths.stream().allMatch(BundleFiles::isBundle)
                && place.source().isEmpty()
                && !holdsStore();
        return wanted
                ? BundleFiles.configuration(paths.get(0)).map(text -> {
                    place.write(text);
                    return place.target();
                })
                : Optional.empty();
    }

    private boolean holdsStore() {
        if (!Files.isDirectory(data)) {
            return false;
        }
        try (Stream<Path> folders = Files.list(data)) {
            return folders.anyMatch(folder -> Files.exists(folder.resolve("gathering.duckdb")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
