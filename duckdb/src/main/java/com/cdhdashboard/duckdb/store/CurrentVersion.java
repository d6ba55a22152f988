package com.cdhdashboard.duckdb.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is published in a store as it is now. When another version is published, by this process or another, the next
 * question opens it; the version before, of which the file is removed, stays open for those who still read it, and is
 * closed at the change after.
 *
 * @param <T> what a published file is opened as
 */
public final class CurrentVersion<T extends AutoCloseable> implements AutoCloseable {
    private final StoreFolder folder;
    private final Function<Path, T> opener;
    private @Nullable Open<T> current;
    private @Nullable Open<T> previous;

    public CurrentVersion(StoreFolder folder, Function<Path, T> opener) {
        this.folder = folder;
        this.opener = opener;
    }

    private record Open<T extends AutoCloseable>(long version, T content) {}

    /** The current version; empty where nothing was published. */
    public synchronized Optional<T> open() {
        Optional<Long> version = folder.currentVersion();
        if (version.isEmpty()) {
            return Optional.empty();
        }
        Open<T> open = current;
        if (open == null || open.version() != version.get()) {
            Open<T> next = open(version.get());
            close(previous);
            previous = open;
            current = next;
            open = next;
        }
        return Optional.of(open.content());
    }

    /** Opens the version, or the one that has taken its place meanwhile. */
    private Open<T> open(long version) {
        try {
            return new Open<>(version, opener.apply(folder.cubes(version)));
        } catch (RuntimeException e) {
            Optional<Long> later = folder.currentVersion().filter(now -> now != version);
            return open(later.orElseThrow(() -> e));
        }
    }

    private static <T extends AutoCloseable> void close(@Nullable Open<T> open) {
        if (open == null) {
            return;
        }
        try {
            open.content().close();
        } catch (Exception e) {
            throw new IllegalStateException("closing version " + open.version(), e);
        }
    }

    @Override
    public synchronized void close() {
        close(previous);
        close(current);
        previous = null;
        current = null;
    }
}
