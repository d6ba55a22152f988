package com.cdhdashboard.core.ingest;

/** The port through which exports enter the store. One import runs at a time for one store. */
public interface Importer {
    /**
     * Imports and publishes; returns when the new cubes can be read.
     *
     * @throws com.cdhdashboard.core.error.UserException where nothing could be imported at all: no file matches, a
     *     default value does not fit its column, another import is running
     */
    ImportSummary run(ImportRequest request, ImportListener listener);
}
