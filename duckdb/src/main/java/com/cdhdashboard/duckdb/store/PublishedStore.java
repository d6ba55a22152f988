package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.config.change.Definitions;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.columnar.ColumnarCubes.Use;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The published cubes of a store as they are now, see {@link CurrentVersion}. */
public final class PublishedStore implements AutoCloseable {
    private static final CubeReader NO_CUBES = new NoCubes();

    private final StoreFolder folder;
    private final CurrentVersion<DuckDbCubes> current;
    private long columnBytes;
    private Use use = Use.OFTEN;
    private @Nullable InMemory inMemory;

    public PublishedStore(StoreFolder folder, EngineLimits limits) {
        this(folder, limits, Optional.empty());
    }

    /** A store of which those metrics are not shown that were counted by another definition than is wanted. */
    public PublishedStore(StoreFolder folder, EngineLimits limits, Optional<Definitions> wanted) {
        this.folder = folder;
        this.current =
                new CurrentVersion<>(folder, file -> DuckDbCubes.open(file, limits, StoreFolder.hidden(file, wanted)));
    }

    /** The columns of one version; those of the version before go with the last who reads them. */
    private record InMemory(DuckDbCubes engine, CubeReader columns) {}

    /**
     * From now on cubes are held in memory, as far as so many bytes hold them, for processes that are asked often. Each
     * is read when it is asked for the first time.
     */
    public synchronized void holdInMemory(long mostBytes) {
        use(mostBytes, Use.OFTEN);
    }

    /** From now on what is not exact in any order is added up as a process does that holds so many bytes in memory. */
    public synchronized void addUpAsInMemory(long mostBytes) {
        use(mostBytes, Use.ONCE);
    }

    private void use(long mostBytes, Use often) {
        columnBytes = mostBytes;
        use = often;
        inMemory = null;
    }

    /** The cubes of one version; {@code loaded} has a note while an import runs. */
    public record Published(CubeReader cubes, LoadedData loaded) {}

    /** The current version, or one that holds nothing where nothing was imported. */
    public synchronized Published now() {
        Optional<DuckDbCubes> open = current.open();
        LoadedData loaded = open.map(DuckDbCubes::loaded).orElse(LoadedData.NOTHING);
        return new Published(open.map(this::reader).orElse(NO_CUBES), ImportNote.added(folder, loaded));
    }

    public CubeReader cubes() {
        return now().cubes();
    }

    private CubeReader reader(DuckDbCubes engine) {
        if (columnBytes == 0) {
            return engine;
        }
        InMemory held = inMemory;
        if (held == null || held.engine() != engine) {
            held = new InMemory(engine, engine.inMemory(columnBytes, use));
            inMemory = held;
        }
        return held.columns();
    }

    public LoadedData loaded() {
        return now().loaded();
    }

    /** Asks the published file of the current version; empty where nothing was imported. */
    public <T> Optional<T> ask(Function<Session, T> question) {
        return current.open().map(published -> published.ask(question));
    }

    @Override
    public void close() {
        current.close();
    }
}
