package com.cdhdashboard.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** A folder for the time of a command. */
final class TemporaryFolder {
    private TemporaryFolder() {}

    /** Does work in a folder of this prefix, which is removed with all that is in it, also where the process is told to end. */
    static int with(String prefix, ToIntFunction<Path> work) {
        return ProcessEnd.waitsFor(() -> {}, () -> inFolder(prefix, work));
    }

    private static int inFolder(String prefix, ToIntFunction<Path> work) {
        try {
            Path folder = Files.createTempDirectory(prefix);
            try {
                return work.applyAsInt(folder);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
