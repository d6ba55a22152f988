package com.cdhdashboard.core.ingest.find;

import java.util.List;

/**
 * The files an import reads.
 *
 * @param files by name, each file once
 * @param notes choices made for the user: another pattern was taken, a folder could not be read
 */
public record Found(List<SourceFile> files, List<String> notes) {
    public Found {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }
}
