package com.cdhdashboard.core.ingest.archive;

import java.util.List;

/**
 * What came out of one file.
 *
 * @param bytes of the parts
 * @param notes what was passed over and why
 */
public record Unpacked(int parts, long bytes, List<String> notes) {
    public Unpacked {
        notes = List.copyOf(notes);
    }
}
