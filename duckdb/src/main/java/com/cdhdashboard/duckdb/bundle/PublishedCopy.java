package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The published version of a store, under a name of its own in a folder, to be read beside servers: the version stays while an
 * import publishes the next. The engine may read and write in that folder alone.
 */
public final class PublishedCopy implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    private final Session session;

    private PublishedCopy(Session session) {
        this.session = session;
    }

    /** Opens the version that is read now; empty where nothing was published. */
    public static Optional<PublishedCopy> open(StoreFolder store, Path folder, EngineLimits limits) {
        Path copy = folder.resolve("published.duckdb");
        if (!copy(store, copy)) {
            return Optional.empty();
        }
        return Optional.of(new PublishedCopy(FolderEngine.open(
                folder, limits, "ATTACH " + Sql.text(copy.toString()) + " AS published (READ_ONLY)", "USE published")));
    }

    /** Whether there was a version; one that an import removes meanwhile has a next one. */
    private static boolean copy(StoreFolder store, Path copy) {
        for (int attempt = 1; ; attempt++) {
            Optional<Long> version = store.currentVersion();
            if (version.isEmpty()) {
                return false;
            }
            try {
                link(store.cubes(version.get()), copy);
                return true;
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS) {
                    throw new UserException(
                            UserException.Kind.RESOURCES,
                            "the published data in " + store.root() + " are not there; import again",
                            e);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void link(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            // On another disk, or one without links
            Files.copy(file, copy);
        }
    }

    public Session session() {
        return session;
    }

    @Override
    public void close() {
        session.close();
    }
}
