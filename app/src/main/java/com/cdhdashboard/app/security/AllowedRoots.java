package com.cdhdashboard.app.security;

import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders of the server that a page may look into. Paths are compared after links are followed, so a link inside
 * a root leads nowhere outside it.
 */
public final class AllowedRoots {
    /** More entries than a page can usefully list. */
    public static final int MAX_ENTRIES = 1000;

    private final List<Path> roots;

    /** Roots that do not exist are left out. */
    public AllowedRoots(List<Path> roots) {
        this.roots =
                roots.stream().flatMap(root -> real(root).stream()).distinct().toList();
    }

    public List<Path> roots() {
        return roots;
    }

    /**
     * The real path of a file or folder below a root.
     *
     * @throws UserException for any other text; the message does not tell whether something exists there
     */
    public Path resolve(String text) {
        return path(text)
                .filter(Path::isAbsolute)
                .flatMap(AllowedRoots::real)
                .filter(this::holds)
                .orElseThrow(() -> new UserException("\"" + text
                        + "\" is not a folder or file below the folders this server may read: " + names()
                        + "; start the server with --root to allow another"));
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String names() {
        return roots.isEmpty()
                ? "(none)"
                : String.join(", ", roots.stream().map(Path::toString).toList());
    }

    private boolean holds(Path real) {
        return roots.stream().anyMatch(real::startsWith);
    }

    /** The root that holds the path, for the trail above it. */
    public Optional<Path> rootOf(Path real) {
        return roots.stream().filter(real::startsWith).max(Comparator.comparingInt(Path::getNameCount));
    }

    /** What a folder holds: folders first, then files, by name; hidden entries and ways out of the roots left out. */
    public List<Entry> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            List<Entry> entries = new ArrayList<>();
            paths.filter(path -> !path.getFileName().toString().startsWith("."))
                    .filter(path -> real(path).filter(this::holds).isPresent())
                    .limit(MAX_ENTRIES)
                    .forEach(path -> entries.add(entry(path)));
            entries.sort(Comparator.comparing((Entry entry) -> !entry.folder()).thenComparing(Entry::name));
            return entries;
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.USER,
                    "the folder \"" + folder + "\" cannot be listed; check that the server may read it",
                    e);
        }
    }

    private static Entry entry(Path path) {
        try {
            boolean folder = Files.isDirectory(path);
            return new Entry(path.getFileName().toString(), path, folder, folder ? 0 : Files.size(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A folder or a file; {@code size} in bytes. */
    public record Entry(String name, Path path, boolean folder, long size) {}
}
