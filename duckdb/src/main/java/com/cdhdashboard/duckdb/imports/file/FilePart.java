package com.cdhdashboard.duckdb.imports.file;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.ingest.format.Part;

/** A part of the file that the ledger knows under this id. */
public record FilePart(int fileId, Part part) {
    public FilePart {
        requireNonNull(part, "part");
    }
}
