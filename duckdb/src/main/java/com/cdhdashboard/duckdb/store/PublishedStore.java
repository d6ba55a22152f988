package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.duckdb.EngineLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The published cubes of a store as they are now. When another version is published, by this process or another, the
 * next question opens it; the version before stays open for those who still read it, and is closed at the change after.
 */
public final class PublishedStore implements AutoCloseable {
    private static final LoadedData NOTHING =
            new LoadedData(0, 0, Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    private final StoreFolder folder;
    private final EngineLimits limits;
    private @Nullable Open current;
    private @Nullable Open previous;

    public PublishedStore(StoreFolder folder, EngineLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    private record Open(long version, DuckDbCubes cubes) {}

    /** The cubes of the current version, or ones that hold nothing where nothing was imported. */
    public CubeReader cubes() {
        Open open = open();
        return open == null ? new NoCubes() : open.cubes();
    }

    public LoadedData loaded() {
        Open open = open();
        LoadedData loaded = open == null ? NOTHING : open.cubes().loaded();
        return folder.importBegun() ? withNote(loaded) : loaded;
    }

    private static LoadedData withNote(LoadedData loaded) {
        List<String> notes = new ArrayList<>(loaded.notes());
        notes.add("an import runs, or was interrupted; if none runs, start it again: it goes on after the last complete"
                + " file");
        return new LoadedData(loaded.files(), loaded.rows(), loaded.from(), loaded.to(), loaded.importedAt(), notes);
    }

    private synchronized @Nullable Open open() {
        Optional<Long> version = folder.currentVersion();
        if (version.isEmpty()) {
            return null;
        }
        Open open = current;
        if (open != null && open.version() == version.get()) {
            return open;
        }
        Open next = new Open(version.get(), DuckDbCubes.open(folder.cubes(version.get()), limits));
        if (previous != null) {
            previous.cubes().close();
        }
        previous = current;
        current = next;
        return next;
    }

    @Override
    public synchronized void close() {
        if (previous != null) {
            previous.cubes().close();
        }
        if (current != null) {
            current.cubes().close();
        }
        previous = null;
        current = null;
    }
}
