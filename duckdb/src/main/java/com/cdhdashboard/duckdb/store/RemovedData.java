package com.cdhdashboard.duckdb.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What an import was asked to remove first: set aside, and gone for good only once the import has rows in its place. An
 * import that fails, is cancelled or is killed before harms nothing.
 */
public final class RemovedData {
    /** The engine's log lies beside its file, under the same name. */
    private static final List<String> ENDINGS = List.of("", ".wal");

    private final Path database;
    private final Path aside;

    public RemovedData(StoreFolder folder) {
        this.database = folder.database();
        this.aside = folder.root().resolve("gathering.removed.duckdb");
    }

    /** Whether an import before has left it undecided. */
    private boolean isUndecided() {
        return Files.exists(aside);
    }

    /** Sets aside what is staged. */
    public void setAside() {
        move(database, aside);
    }

    /** Ends the removal: for good where the data that took the place have rows, else as if it had never been asked. */
    public void decide(BooleanSupplier hasRows) {
        if (!isUndecided()) {
            return;
        }
        if (Files.exists(database) && hasRows.getAsBoolean()) {
            delete(aside);
        } else {
            if (Files.exists(database)) {
                delete(database);
            }
            move(aside, database);
        }
    }

    private static void move(Path from, Path to) {
        try {
            for (String ending : ENDINGS) {
                Path file = Path.of(from + ending);
                if (Files.exists(file)) {
                    Files.move(file, Path.of(to + ending), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path database) {
        try {
            for (String ending : ENDINGS) {
                Files.deleteIfExists(Path.of(database + ending));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
