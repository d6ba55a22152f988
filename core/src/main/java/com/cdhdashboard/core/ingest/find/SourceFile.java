package com.cdhdashboard.core.ingest.find;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that was chosen for an import.
 *
 * @param name path below the chosen folder, parts separated by {@code /}; the file name of a file named directly. Folders
 *     above that tell which {@linkplain Partition part} of the data it holds belong to it
 * @param size bytes on disk
 */
public record SourceFile(Path path, String name, long size, Instant modified) {
    public SourceFile {
        requireNonNull(path, "path");
        requireNonNull(name, "name");
        requireNonNull(modified, "modified");
        if (!(size >= 0)) {
            throw new IllegalArgumentException("size is negative: " + size);
        }
    }
}
