package com.cdhdashboard.core.ingest;

import java.nio.file.Path;
import java.util.List;

/**
 * What to import.
 *
 * @param paths files, and folders below which {@code file_pattern} selects files
 * @param replace whether a file that changed since it was imported takes the place of what it gave before
 * @param removeExisting whether everything imported before is removed first
 */
public record ImportRequest(List<Path> paths, boolean replace, boolean removeExisting) {
    public ImportRequest {
        paths = List.copyOf(paths);
    }
}
