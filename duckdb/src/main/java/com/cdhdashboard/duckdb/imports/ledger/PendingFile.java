package com.cdhdashboard.duckdb.imports.ledger;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.ingest.find.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * A file that is to be read.
 *
 * @param hash of its content
 * @param known the committed file of the same content, which is read again
 * @param namesakes committed files of the same name with other content, oldest first
 */
public record PendingFile(
        SourceFile source, String hash, Optional<FileLedger.Entry> known, List<FileLedger.Entry> namesakes) {
    public PendingFile {
        requireNonNull(source, "source");
        requireNonNull(hash, "hash");
        requireNonNull(known, "known");
        namesakes = List.copyOf(namesakes);
    }
}
