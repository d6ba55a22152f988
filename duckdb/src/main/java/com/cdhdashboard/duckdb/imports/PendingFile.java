package com.cdhdashboard.duckdb.imports;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.ingest.SourceFile;
import java.util.Optional;

/** A file that is to be read: its content, and the committed file of the same name that it replaces. */
record PendingFile(SourceFile source, String hash, Optional<FileLedger.Entry> replaces) {
    PendingFile {
        requireNonNull(source, "source");
        requireNonNull(hash, "hash");
        requireNonNull(replaces, "replaces");
    }
}
