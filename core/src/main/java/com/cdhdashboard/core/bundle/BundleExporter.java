package com.cdhdashboard.core.bundle;

import java.nio.file.Path;
import java.util.List;

/** The port through which a store is written as a bundle. */
public interface BundleExporter {
    /**
     * What was written.
     *
     * @param rows of all tables
     * @param notes what was left out, and why
     */
    record Exported(long rows, long bytes, List<String> notes) {
        public Exported {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Writes a bundle into a file, which appears under its name only once it is complete.
     *
     * @throws com.cdhdashboard.core.error.UserException where there is nothing to write, or the file cannot be written
     */
    Exported export(BundleSelection selection, Path target);
}
