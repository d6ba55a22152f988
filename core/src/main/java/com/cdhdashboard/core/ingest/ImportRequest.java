package com.cdhdashboard.core.ingest;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.TableOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * What to import.
 *
 * @param paths files, and folders below which {@code file_pattern} selects files
 * @param replace whether a file that changed since it was imported takes the place of what it gave before
 * @param removeExisting whether everything imported before is removed first
 * @param tables how CSV files and workbooks are read, before what the configuration says
 * @param keepOpen whether no day of decision becomes final
 */
public record ImportRequest(
        List<Path> paths, boolean replace, boolean removeExisting, TableOptions tables, boolean keepOpen) {
    public ImportRequest {
        paths = List.copyOf(paths);
        requireNonNull(tables, "tables");
    }

    public ImportRequest(List<Path> paths, boolean replace, boolean removeExisting) {
        this(paths, replace, removeExisting, TableOptions.RECOGNISED);
    }

    public ImportRequest(List<Path> paths, boolean replace, boolean removeExisting, TableOptions tables) {
        this(paths, replace, removeExisting, tables, false);
    }

    /** Whether files are read again though their content is known, as it was read in the wrong way. */
    public boolean readAgain() {
        return replace && !tables.equals(TableOptions.RECOGNISED);
    }
}
