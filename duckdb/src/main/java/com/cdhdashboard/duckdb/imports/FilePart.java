package com.cdhdashboard.duckdb.imports;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.ingest.Part;

/** A part of the file that the ledger knows under this id. */
record FilePart(int fileId, Part part) {
    FilePart {
        requireNonNull(part, "part");
    }
}
