package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.duckdb.EngineLimits;

/** The published cubes of a store as they are now, see {@link CurrentVersion}. */
public final class PublishedStore implements AutoCloseable {
    private final StoreFolder folder;
    private final CurrentVersion<DuckDbCubes> current;

    public PublishedStore(StoreFolder folder, EngineLimits limits) {
        this.folder = folder;
        this.current = new CurrentVersion<>(folder, file -> DuckDbCubes.open(file, limits));
    }

    /** The cubes of the current version, or ones that hold nothing where nothing was imported. */
    public CubeReader cubes() {
        return current.open().<CubeReader>map(cubes -> cubes).orElseGet(NoCubes::new);
    }

    public LoadedData loaded() {
        LoadedData loaded = current.open().map(DuckDbCubes::loaded).orElse(LoadedData.NOTHING);
        return ImportNote.added(folder, loaded);
    }

    @Override
    public void close() {
        current.close();
    }
}
